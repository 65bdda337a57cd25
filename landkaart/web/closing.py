"""Nothing runs at a closing by itself: the first who comes by afterwards has the tertaal frozen."""

from datetime import datetime
from functools import lru_cache

from db.actions.momentopname import freeze
from db.engine import read_session, write_session
from db.queries.clock import clock
from db.queries.momentopnamen import to_freeze
from db.queries.stands import last_change
from landkaart.domein.rechten import klok
from landkaart.settings import database_url
from landkaart.web.errors import log_with_number


def freeze_what_closed() -> None:
    """At the start, at every run of a page and before a download: two small reads, and nothing more unless it is due.

    A visitor does not pay for what goes wrong here: until it succeeds, the living record is what he sees.
    """
    with read_session() as session:
        now, stamp = clock(session=session).now(), last_change(session=session)
    first = first_closing(database_url(), stamp)
    if first is None or now < first:
        return
    try:
        with write_session() as session:
            freeze(session=session, by=klok(), clock=clock(session=session))
    except Exception as error:
        log_with_number(error)


@lru_cache(maxsize=8)
def first_closing(address: str, stamp: int) -> datetime | None:
    """Of what is not frozen yet; the same until something is submitted or an uitvraag changes, which the stamp tells."""
    with read_session() as session:
        return min(to_freeze(session=session).values(), default=None)
