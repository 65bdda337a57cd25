"""Which uitvraag the form is about: nearly always the one that is open; with uitstel there can be two."""

from datetime import datetime

import streamlit as st

from landkaart.domein.rechten import Recht
from landkaart.domein.rondes import Rondes
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import TERTAAL_KOP
from landkaart.rapport import dutch
from pages.shared.address import from_address, to_address
from pages.shared.lists import one_of_a_few
from pages.shared.namens import running_on
from pages.shared.rondes import rondes_for
from pages.shared.visit import visit


def rondes_to_fill_in(werkplein: str, now: datetime) -> Rondes:
    """Return those of one werkplein (its code); for who fills in on behalf only where he does."""
    found = rondes_for(werkplein, now)
    if visit().may(Recht.INVULLEN, werkplein):
        return found
    mine = [uitvraag for uitvraag in found.te_doen if running_on(werkplein, uitvraag.tertaal)]
    last = found.laatste if found.laatste and running_on(werkplein, found.laatste.tertaal) else None
    return Rondes(tuple(mine), last, None, found.uitgesteld)


def choose_ronde(rondes: Rondes, werkplein: str) -> Uitvraag | None:
    """Ask only when there is a choice; return what is shown when nothing can be filled in, None when there is nothing."""
    shown = rondes.te_doen or ([rondes.to_show] if rondes.to_show else [])
    if not shown:
        return None
    known, key = {str(uitvraag.tertaal): uitvraag for uitvraag in shown}, f"ronde-{werkplein}"
    options = {text: f"{text}, {dutch.until(rondes.closes(found))}" for text, found in known.items()}
    from_address(key, options, "ronde")
    if st.session_state.get(key) not in known:
        st.session_state[key] = next(iter(known))
    if len(known) < 2:
        return shown[0]
    chosen: str = one_of_a_few(TERTAAL_KOP, options, key, required=True)
    to_address("ronde", chosen)
    return known[chosen]
