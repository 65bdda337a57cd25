"""The tertaalbeeld that a page shows, counted once per state of the database and kept for whoever asks next."""

from typing import NamedTuple

import streamlit as st

from db.engine import read_session
from db.queries.stands import last_change
from db.queries.tertaalbeeld import is_closed, tertaalbeeld
from db.queries.werkpleinen import names
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


def stempel(tertaal: Tertaal) -> Stempel:
    with read_session() as session:
        stamp = last_change(session=session)
        return Stempel(database_url(), str(tertaal), stamp, is_closed(session=session, tertaal=tertaal))


@st.cache_resource(max_entries=30, show_spinner="De cijfers worden geteld…")
def beeld_of(stempel: Stempel) -> Tertaalbeeld:
    with read_session() as session:
        return tertaalbeeld(session=session, tertaal=Tertaal.parse(stempel.tertaal))
