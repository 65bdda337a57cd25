"""Choosing a tertaal."""

import streamlit as st

from db.engine import read_session
from db.queries.clock import clock
from db.queries.tertaalbeeld import tertalen
from db.queries.uitvragen import uitvragen
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import closing


def choose_tertaal() -> Tertaal | None:
    """At first the last one that closed; None when there is nothing at all. Kept in the address."""
    with read_session() as session:
        now = clock(session=session).now()
        rounds = uitvragen(session=session)
        known = tertalen(session=session)
    if not known:
        return None
    closed = {tertaal for tertaal in known if closing(tertaal, rounds.get(tertaal)) <= now}
    options = [str(tertaal) for tertaal in reversed(known)]
    chosen = st.selectbox(
        "Tertaal",
        options,
        index=options.index(str(max(closed, default=known[-1]))),
        format_func=lambda text: label(Tertaal.parse(text), Tertaal.parse(text) in closed),
        key="tertaal",
        bind="query-params",
        width=340,
    )
    return Tertaal.parse(chosen)


def label(tertaal: Tertaal, closed: bool) -> str:
    return f"{tertaal} ({tertaal.periode}{'' if closed else ', nog niet gesloten'})"
