"""What a page made is kept for whoever asks next, until something changes of which it was made.

    @kept(until=figures_change, most=30, saying="De cijfers worden geteld…")
    def tertaalbeeld(tertaal: Tertaal) -> Tertaalbeeld: ...

A change does not throw anything away: it makes another key, and what nobody asks for any more falls off at the end.
"""

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache, wraps
from typing import Literal, ParamSpec, TypeVar

import streamlit as st

from db.engine import read_session
from db.queries.uitvragen import uitvragen as read_uitvragen
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag, closing
from landkaart.settings import database_url
from pages.shared.visit import visit

P = ParamSpec("P")
T = TypeVar("T")
# Given the arguments of a call; as long as it returns the same, what was made of them holds.
Until = Callable[..., Hashable]


def kept(
    *, until: Until, most: int, per_reader: bool = False, saying: str | Literal[False] = False
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the `most` results that were asked last, by what they were asked with.

    `per_reader`: of what depends on rights, nobody finds what was read with those of another, or with his own of before.
    `saying`: what a reader sees while one is made.
    """

    def decorate(make: Callable[P, T]) -> Callable[P, T]:
        def make_under(state: Hashable, *what: P.args, **named: P.kwargs) -> T:
            return make(*what, **named)

        # Streamlit tells functions apart by these; without them all that is kept here would be one and the same.
        make_under.__module__, make_under.__qualname__ = make.__module__, make.__qualname__
        # Streamlit's cache has a thing made once for all who ask together; the one in front of it finds it again without
        # working out the arguments anew, which takes longer than many a thing that is kept.
        find = lru_cache(most)(st.cache_resource(max_entries=most, show_spinner=saying)(make_under))

        @wraps(make)
        def find_or_make(*what: P.args, **named: P.kwargs) -> T:
            state = (database_url(), until(*what, *named.values()), this_reader() if per_reader else None)
            return find(state, *what, **named)  # type: ignore[arg-type]  # Hashable: or `find` itself raises.

        return find_or_make

    return decorate


# Until when.


def figures_change(*what: object) -> Hashable:
    """Hold until something can move a national figure, or what is asked of a werkplein; typing does not, submitting does.

    A tertaal among the arguments: also until it closes, which makes its figures final.
    """
    return visit().data_version.change, *(is_closed(each) for each in what if isinstance(each, Tertaal))


def anything_changes(*what: object) -> Hashable:
    """Hold until anything at all is changed: until the log has another line."""
    return visit().data_version.line


def this_reader() -> Hashable:
    """Name who reads, with the rights that were his at the beginning of this run."""
    rights = visit().visitor.bevoegdheid
    return visit().gebruiker, rights.rol, tuple(sorted(rights.werkpleinen)), tuple(sorted(rights.coordinator_van))


# How long figures hold depends on the calendar, so that stands here too.


@kept(until=figures_change, most=8)
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
