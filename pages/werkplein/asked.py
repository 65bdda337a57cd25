"""What the AKO asked this werkplein about its answers, for both."""

import streamlit as st

from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import AKO, WERKPLEIN
from pages.shared.navragen import navragen_of, show_asking, show_navragen
from pages.shared.visit import visit


def show_asked(werkplein: str, tertaal: Tertaal) -> None:
    """Show it under a heading, with the form to ask for the AKO; nothing where there is nothing to read or to do."""
    may_ask = visit().may(Recht.NAVRAAG_STELLEN)
    if not may_ask and not navragen_of(werkplein):
        return
    st.header(f"Navragen van het {AKO}")
    show_navragen(werkplein)
    if may_ask:
        with st.expander(f"Navraag doen bij dit {WERKPLEIN}", on_change="rerun", key=f"navraag-doen-{werkplein}") as opened:
            if opened.open:
                show_asking(werkplein, tertaal)
