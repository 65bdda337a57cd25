"""The tertaalbeeld that a page shows, counted once per state of the database and kept for whoever asks next."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld
from db.queries.tertaalbeeld import tertalen as find_tertalen
from db.queries.werkpleinen import active, names
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.settings import database_url
from pages.shared.moment import is_closed, moment, per_change
from pages.shared.remembered import remembered


class Stempel(NamedTuple):
    """The same one means the same figures: under it a page keeps what it made of them (tables, finished specs).

    `change` is that of the moment; that a tertaal `closed` makes its figures final.
    """

    address: str
    tertaal: str
    change: int
    closed: bool


@per_change(8)
def namen() -> Mapping[str, str]:
    """Naam by code of every werkplein, in alphabetical order."""
    with read_session() as session:
        return names(session=session)


@per_change(8)
def open_namen(day: date) -> Mapping[str, str]:
    """The same of those that are open on a day."""
    with read_session() as session:
        found = set(active(session=session, on=day))
    return {code: naam for code, naam in namen().items() if code in found}


@per_change(8)
def tertalen() -> Sequence[Tertaal]:
    """Every tertaal that had an uitvraag or a submission, oldest first."""
    with read_session() as session:
        return find_tertalen(session=session)


class Laatste(NamedTuple):
    """The same one means that nothing at all was changed; `line` is the last of the log."""

    address: str
    line: int


def laatste() -> Laatste:
    return Laatste(database_url(), moment().line)


def stempel(tertaal: Tertaal) -> Stempel:
    return Stempel(database_url(), str(tertaal), moment().change, is_closed(tertaal))


@remembered(30, saying="De cijfers worden geteld…")
def beeld_of(stempel: Stempel) -> Tertaalbeeld:
    with read_session() as session:
        return tertaalbeeld(session=session, tertaal=Tertaal.parse(stempel.tertaal))
