"""Which uitvraag the form is about: nearly always the one that is open; with uitstel there can be two."""

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from db.engine import read_session
from db.queries.uitzonderingen import uitstel_of
from landkaart.domein.rondes import Rondes, rondes_of
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport import dutch
from pages.invullen.form_closed import whom
from pages.invullen.form_state import FormState
from pages.shared.address import from_address, to_address
from pages.shared.cache import figures_change, kept, uitvragen


def rondes_for(werkplein: str, now: datetime) -> Rondes:
    return rondes_of(uitvragen().values(), uitstel(werkplein), now)


@kept(until=figures_change, most=300)
def uitstel(werkplein: str) -> Mapping[Tertaal, datetime]:
    with read_session() as session:
        return uitstel_of(session=session, werkplein=werkplein)


def choose_ronde(rondes: Rondes, werkplein: str) -> Uitvraag | None:
    """Asks only when there is a choice. None when nothing can be filled in."""
    if len(rondes.te_doen) < 2:
        return rondes.te_doen[0] if rondes.te_doen else None
    known = {str(uitvraag.tertaal): uitvraag for uitvraag in rondes.te_doen}
    key = f"ronde-{werkplein}"
    from_address(key, known, "ronde")
    st.session_state.setdefault(key, next(iter(known)))
    chosen = st.segmented_control(
        "Tertaal",
        list(known),
        format_func=lambda text: f"{text}, {dutch.until(rondes.closes(known[text]))}",
        key=key,
        required=True,
    )
    to_address("ronde", chosen)
    return known[chosen]


def lead(rondes: Rondes, uitvraag: Uitvraag, paper: FormState) -> str:
    """What there is to do, until when, and whom to ask."""
    said = (
        f"Tertaal **{uitvraag.tertaal}** ({uitvraag.tertaal.periode}). Elke keuze wordt meteen bewaard. Uw invulling telt "
        f"mee als u haar indient; dat kan, ook opnieuw, **{dutch.until(rondes.closes(uitvraag))}**."
    )
    if rondes.closes(uitvraag) > uitvraag.sluit:
        verb = "sloot" if uitvraag.sluit <= paper.moment else "sluit"
        said += f" Uw werkplein heeft uitstel; voor de andere {verb} de uitvraag op {dutch.day(uitvraag.sluit)}."
    return f"{said} {whom(uitvraag)}"
