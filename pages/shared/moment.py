"""What nearly every part of a page asks, read once at the beginning of each run and the same for all of them; only its
clock runs on.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from db.engine import read_session
from db.queries.data_version import DataVersion
from db.queries.data_version import data_version as read_moment
from db.queries.uitvragen import uitvragen as find_uitvragen
from landkaart.domein.clock import local_date
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag, closing
from landkaart.settings import database_url

P = ParamSpec("P")
T = TypeVar("T")
KEPT = "moment"


def keep(found: DataVersion) -> None:
    """At the beginning of a run."""
    st.session_state[KEPT] = found


def moment() -> DataVersion:
    return st.session_state[KEPT]


def renew() -> None:
    """For whoever changed something halfway."""
    with read_session() as session:
        keep(read_moment(session=session))


def today() -> date:
    return local_date(moment().now())


def per_change(n: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Reads once, and anew after whatever can move a national figure, or what is asked of a werkplein.

    Keeps the `n` that were asked last.
    """

    def decorate(read: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize=n)
        def kept(address: str, change: int, *what: P.args) -> T:
            return read(*what)

        @wraps(read)
        def find(*what: P.args) -> T:
            return kept(database_url(), moment().change, *what)

        return find

    return decorate


@per_change(8)
def uitvragen() -> Mapping[Tertaal, Uitvraag]:
    """All of them, oldest first."""
    with read_session() as session:
        return find_uitvragen(session=session)


def is_closed(tertaal: Tertaal) -> bool:
    return closing(tertaal, uitvragen().get(tertaal)) <= moment().now()
