"""Which uitvraag the form is about: nearly always the one that is open; with uitstel there can be two."""

import streamlit as st

from landkaart.domein.rondes import Rondes
from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport import dutch
from pages.shared.address import from_address, to_address
from pages.shared.lists import one_of_a_few


def choose_ronde(rondes: Rondes, werkplein: str) -> Uitvraag | None:
    """Ask only when there is a choice; return what is shown when nothing can be filled in, None when there is nothing."""
    if len(rondes.te_doen) < 2:
        return rondes.te_doen[0] if rondes.te_doen else rondes.to_show
    known = {str(uitvraag.tertaal): uitvraag for uitvraag in rondes.te_doen}
    key = f"ronde-{werkplein}"
    from_address(key, known, "ronde")
    st.session_state.setdefault(key, next(iter(known)))
    options = {text: f"{text}, {dutch.until(rondes.closes(found))}" for text, found in known.items()}
    chosen: str = one_of_a_few("Tertaal", options, key, required=True)
    to_address("ronde", chosen)
    return known[chosen]
