"""Choosing an uitvraag."""

import streamlit as st

from db.engine import read_session
from db.queries.clock import clock
from db.queries.uitvragen import uitvragen
from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport import dutch
from pages.parts.address import from_address, to_address


def choose_uitvraag() -> Uitvraag | None:
    """At first the one that is open, else the last that opened; None when none did. Kept in the address."""
    with read_session() as session:
        now = clock(session=session).now()
        known = {str(tertaal): found for tertaal, found in uitvragen(session=session).items() if found.opent <= now}
    if not known:
        return None
    from_address("uitvraag", known)
    st.session_state.setdefault("uitvraag", [*known, *(text for text in known if known[text].is_open(now))][-1])
    options = list(reversed(known))
    chosen = st.selectbox(
        "Uitvraag",
        options,
        format_func=lambda text: f"{text}, {dutch.closing(known[text].sluit, now)}",
        key="uitvraag",
        persist_state="session",
        width=340,
    )
    to_address("uitvraag", chosen)
    return known[chosen]
