"""Choosing a tertaal."""

import streamlit as st

from db.engine import read_session
from db.queries.clock import clock
from db.queries.tertaalbeeld import tertalen
from db.queries.uitvragen import uitvragen
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import closing
from pages.parts.address import from_address, to_address


def choose_tertaal() -> Tertaal | None:
    """At first the last one that closed; None when there is nothing at all. Kept in the address."""
    with read_session() as session:
        now = clock(session=session).now()
        rounds = uitvragen(session=session)
        known = [tertaal for tertaal in tertalen(session=session) if tertaal not in rounds or rounds[tertaal].opent <= now]
    if not known:
        return None
    closed = {tertaal for tertaal in known if closing(tertaal, rounds.get(tertaal)) <= now}
    options = [str(tertaal) for tertaal in reversed(known)]
    from_address("tertaal", options)
    st.session_state.setdefault("tertaal", str(max(closed, default=known[-1])))
    chosen = st.selectbox(
        "Tertaal",
        options,
        format_func=lambda text: label(Tertaal.parse(text), Tertaal.parse(text) in closed),
        key="tertaal",
        persist_state="session",
        width=340,
    )
    to_address("tertaal", chosen)
    return Tertaal.parse(chosen)


def label(tertaal: Tertaal, closed: bool) -> str:
    return f"{tertaal} ({tertaal.periode}{'' if closed else ', nog niet gesloten'})"
