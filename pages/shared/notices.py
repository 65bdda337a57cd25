"""Lines that a reader must not miss."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from landkaart.programma.namen import AKO, WERKPLEIN
from landkaart.rapport.explanation import RECONSTRUCTION
from pages.shared.markdown import escaped
from pages.shared.passed_over import passed_over

RECONSTRUCTED_BEFORE = (
    f"Let op: wat hier bij ‘vorige keer’ staat is een reconstructie uit het rapport van 2009, niet wat dit {WERKPLEIN} zelf "
    "heeft ingevuld."
)


def show_reconstruction(reconstructie: bool, sentence: str = RECONSTRUCTION) -> None:
    """Tell whoever is shown reconstructed answers that they are."""
    if reconstructie:
        st.caption(f":material/info: {sentence}")


def show_passed_over(place: DeltaGenerator) -> None:
    """Say what the address asks and there is not, and what is shown instead, at a place that is empty otherwise."""
    if said := passed_over():
        place.warning(escaped(said))


def show_nothing_yet() -> None:
    """Say what to do before anything was read in."""
    st.info(
        f"Er zijn nog geen gegevens. Op Begin staan de eerste stappen; het {AKO} en de beheerder lezen bestanden in bij "
        "Upload."
    )
