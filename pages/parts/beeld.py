"""The tertaalbeeld that a page shows, counted once per state of the database and kept for whoever asks next."""

from datetime import date
from typing import NamedTuple

import streamlit as st

from db.engine import read_session
from db.queries.respons import last_line
from db.queries.stands import last_change
from db.queries.tertaalbeeld import is_closed, tertaalbeeld, tertalen
from db.queries.werkpleinen import active, names
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.settings import database_url


class Stempel(NamedTuple):
    """The same one means the same figures: under it a page keeps what it made of them (tables, finished specs).

    `stamp` is `last_change`; that a tertaal `closed` makes its figures final.
    """

    address: str
    tertaal: str
    stamp: int
    closed: bool


def namen() -> dict[str, str]:
    """Naam by code of every werkplein, in alphabetical order; looked up once per state of the database."""
    with read_session() as session:
        return names_of(database_url(), last_change(session=session))


@st.cache_resource(max_entries=3, show_spinner=False)
def names_of(address: str, stamp: int) -> dict[str, str]:
    with read_session() as session:
        return names(session=session)


def open_namen(day: date) -> dict[str, str]:
    """The same of those that are open on a day."""
    with read_session() as session:
        return open_names_of(database_url(), last_change(session=session), day)


@st.cache_resource(max_entries=3, show_spinner=False)
def open_names_of(address: str, stamp: int, day: date) -> dict[str, str]:
    with read_session() as session:
        found = set(active(session=session, on=day))
    return {code: naam for code, naam in names_of(address, stamp).items() if code in found}


@st.cache_resource(max_entries=3, show_spinner=False)
def tertalen_of(address: str, stamp: int) -> list[Tertaal]:
    """Every tertaal that had an uitvraag or a submission, oldest first; `stamp` is `last_change`."""
    with read_session() as session:
        return tertalen(session=session)


class Laatste(NamedTuple):
    """The same one means that nothing at all was changed; `line` is the last of the log."""

    address: str
    line: int


def laatste() -> Laatste:
    with read_session() as session:
        return Laatste(database_url(), last_line(session=session))


def stempel(tertaal: Tertaal) -> Stempel:
    with read_session() as session:
        stamp = last_change(session=session)
        return Stempel(database_url(), str(tertaal), stamp, is_closed(session=session, tertaal=tertaal))


@st.cache_resource(max_entries=30, show_spinner="De cijfers worden geteld…")
def beeld_of(stempel: Stempel) -> Tertaalbeeld:
    with read_session() as session:
        return tertaalbeeld(session=session, tertaal=Tertaal.parse(stempel.tertaal))
