"""Lines that a reader must not miss."""

import streamlit as st

from landkaart.rapport.explanation import RECONSTRUCTION


def show_reconstruction(reconstructie: bool) -> None:
    """Whoever is shown reconstructed answers is told so."""
    if reconstructie:
        st.caption(f":material/info: {RECONSTRUCTION}")
