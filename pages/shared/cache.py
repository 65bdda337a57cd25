"""What a page made is kept for whoever asks next, until something changes of which it was made.

    @kept(until=figures_change, most=30, saying="De cijfers worden geteld…")
    def tertaalbeeld(tertaal: Tertaal) -> Tertaalbeeld: ...

What was made of an older state of the data is let go as soon as there is a newer one.
"""

from collections.abc import Callable, Hashable, Mapping
from contextlib import nullcontext
from functools import lru_cache, wraps
from typing import Any, Literal, NamedTuple, ParamSpec, TypeVar

import streamlit as st

from db.engine import read_session
from db.queries.moved import Moves
from db.queries.moved import moved as read_moved
from db.queries.uitvragen import uitvragen as read_uitvragen
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag, closing
from landkaart.settings import database_url
from pages.shared.store import Store
from pages.shared.visit import visit

P = ParamSpec("P")
T = TypeVar("T")
# Given the arguments of a call; as long as it returns the same, what was made of them holds.
Until = Callable[..., Hashable]


class KeptUnder(NamedTuple):
    """Under which something is kept: of which database, for whom, and with what it was asked."""

    database: str
    reader: Hashable
    what: tuple[Any, ...]


# Every store there is, with until when its things hold; and by database up to which change all of them were looked through.
STORES: list[tuple[Store[Any], Until]] = []
LOOKED: dict[str, int] = {}


def kept(
    *, until: Until, most: int, per_reader: bool = False, saying: str | Literal[False] = False
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the `most` results that were asked last, by what they were asked with.

    `per_reader`: of what depends on rights, nobody finds what was read with those of another, or with his own of before.
    `saying`: what a reader sees while one is made.
    """

    def decorate(make: Callable[P, T]) -> Callable[P, T]:
        store: Store[T] = Store(most)
        STORES.append((store, until))

        @wraps(make)
        def find_or_make(*what: P.args, **named: P.kwargs) -> T:
            def make_now() -> T:
                with st.spinner(saying) if saying else nullcontext():
                    return make(*what, **named)

            database, reader = database_url(), this_reader() if per_reader else None
            let_go_of_older(database)
            asked = KeptUnder(database, reader, (*what, *named.items()))
            return store.get(asked, until(*what, *named.values()), make_now)

        return find_or_make

    return decorate


def let_go_of_older(database: str) -> None:
    """Let go, after a change, of all that was made of what there was before it and that does not hold any more."""
    change = visit().data_version.change
    if LOOKED.setdefault(database, change) >= change:
        return
    LOOKED[database] = change
    for store, until in STORES:
        store.let_go(over(database, until))


def over(database: str, until: Until) -> Callable[[Hashable, Hashable], bool]:
    """Return what tells of something in a store whether it is over; only tertalen matter for how long anything holds."""
    now: dict[tuple[Any, ...], Hashable] = {}

    def is_over(asked: Any, state: Hashable) -> bool:
        tertalen = tuple(each for each in asked.what if isinstance(each, Tertaal))
        if asked.database == database and tertalen not in now:
            now[tertalen] = until(*tertalen)
        return asked.database == database and state != now[tertalen]

    return is_over


# Until when.


def figures_change(*what: object) -> Hashable:
    """Hold until something can move a national figure, or what is asked of a werkplein; typing does not, submitting does.

    With a tertaal among the arguments: until something moves the last of them, and until one closes, which makes its
    figures final. What is submitted in a tertaal moves none before it, so that these hold while another uitvraag runs.
    """
    tertalen = [each for each in what if isinstance(each, Tertaal)]
    if not tertalen:
        return visit().data_version.change
    return moved_until(visit().data_version.change).of(max(tertalen)), *map(is_closed, tertalen)


def surroundings_change(*what: object) -> Hashable:
    """Hold until something else changes than where werkpleinen stand: a name, an uitvraag, a momentopname."""
    return moved_until(visit().data_version.change).everything


def another_tertaal_moves(*what: object) -> Hashable:
    """Hold until that changes, or something is submitted in a tertaal in which nothing was for as long as we look."""
    return moved_until(visit().data_version.change).which


def anything_changes(*what: object) -> Hashable:
    """Hold until anything at all is changed: until the log has another line."""
    return visit().data_version.line


def this_reader() -> Hashable:
    """Name who reads, with the rights that were his at the beginning of this run."""
    rights = visit().visitor.bevoegdheid
    return visit().gebruiker, rights.rol, tuple(sorted(rights.werkpleinen)), tuple(sorted(rights.coordinator_van))


# By database: what moved, up to the last change that a page has seen.
MOVED: dict[str, Moves] = {}


def moved_until(change: int) -> Moves:
    """Return what moved up to and with this line of the log; nothing is read unless something changed since."""
    database = database_url()
    known = MOVED.setdefault(database, Moves(change, change))
    if known.until >= change:
        # A run that began before the one that read it takes what is newer as well.
        return known
    with read_session() as session:
        found = MOVED[database] = read_moved(session=session, before=known, until=change)
    return found


# How long figures hold depends on the calendar, so that stands here too.


@kept(until=surroundings_change, most=8)
def uitvragen() -> Mapping[Tertaal, Uitvraag]:
    """Return all of them by tertaal, oldest first."""
    with read_session() as session:
        return read_uitvragen(session=session)


def is_closed(tertaal: Tertaal) -> bool:
    """Tell whether its figures are final by now."""
    return closing(tertaal, uitvragen().get(tertaal)) <= visit().now()


# What needs no state of the data.


def kept_for_good(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep what follows from the arguments alone, of the `most` that were asked last."""

    def decorate(make: Callable[P, T]) -> Callable[P, T]:
        return lru_cache(most)(make)  # type: ignore[return-value]  # Its arguments must be hashable.

    return decorate


def once_per_visit(name: str, state: Hashable, make: Callable[[], T]) -> T:
    """Keep in this visit what no other visit may share, until `state` is another; `name`: what it is kept under."""
    found: tuple[Hashable, T] | None = st.session_state.get(name)
    if found is None or found[0] != state:
        found = st.session_state[name] = (state, make())
    return found[1]
