"""Lines that a reader must not miss."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from landkaart.rapport.explanation import RECONSTRUCTION
from pages.shared.address import passed_over
from pages.shared.markdown import escaped

RECONSTRUCTED_BEFORE = (
    "Let op: wat hier bij ‘vorige keer’ staat is een reconstructie uit het rapport van 2009, niet wat dit werkplein zelf "
    "heeft ingevuld."
)


def show_reconstruction(reconstructie: bool, sentence: str = RECONSTRUCTION) -> None:
    """Tell whoever is shown reconstructed answers that they are."""
    if reconstructie:
        st.caption(f":material/info: {sentence}")


def show_passed_over(place: DeltaGenerator) -> None:
    """Say what stood in the address of this page and does not exist, at a place that is empty otherwise."""
    if said := passed_over():
        told = escaped(", ".join(said))
        place.warning(f"Dit stond in het adres en is overgeslagen, want het bestaat niet: {told}.")


def show_nothing_yet() -> None:
    """Say what to do before anything was read in."""
    st.info(
        "Er zijn nog geen gegevens. Op Begin staan de eerste stappen; het AKO en de beheerder lezen bestanden in bij Upload."
    )
