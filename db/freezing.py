"""Nothing runs at the moment of a closing: the first who comes by afterwards has the tertaal frozen, visitor or program."""

from collections.abc import Hashable
from datetime import datetime
from functools import lru_cache
from threading import Lock

from db.act import begin_act
from db.actions.momentopnamen import freeze
from db.engine import read_session
from db.failures import log_failure
from db.queries.data_version import DataVersion, data_version
from db.queries.momentopnamen import to_freeze
from landkaart.domein.rechten import klok
from landkaart.settings import database_url

# One at a time: a large landkaart takes its time.
FREEZING = Lock()


def freeze_what_closed(here: DataVersion | None = None, state: Hashable = None, *, patience: float = -1) -> bool:
    """Freeze every tertaal that closed; return whether who read before should read anew.

    Asked beside the server from its start, at every run of a page and before a download, and quick unless it is due. Nothing
    is frozen while the clock is not believed: pages say so. A visitor does not pay for what goes wrong here: until it
    succeeds, the living record is what he sees; also when somebody else is at it for longer than his `patience`, in
    seconds, which by default has no end. `here`: the state of the data, for whoever read it already; `state`: what is the
    same until another tertaal can close or at another moment, for whoever knows more of that than that something changed.
    """
    here = here or read_data_version()
    first = first_closing(database_url(), here.change if state is None else state)
    if first is None or here.now() < first or here.doubt() is not None or not FREEZING.acquire(timeout=patience):
        return False
    try:
        return freeze_one_by_one()
    finally:
        FREEZING.release()


def freeze_one_by_one() -> bool:
    """Freeze each in a transaction of its own, so that others save in between; return whether something is frozen now.

    When nothing is left, somebody else was first, for whom this one waited.
    """
    found = False
    try:
        while freeze_oldest():
            found = True
    except Exception as error:
        log_failure(error)
        return found
    return True


def freeze_oldest() -> bool:
    with begin_act(klok()) as act:
        return bool(freeze(act, most=1))


def read_data_version() -> DataVersion:
    """Return the state of the data, with the clock that goes with it."""
    with read_session() as session:
        return data_version(session=session)


@lru_cache(maxsize=8)
def first_closing(address: str, state: Hashable) -> datetime | None:
    """Return the first closing of what is not frozen yet; None when there is none.

    The same until a first werkplein submits in a tertaal or an uitvraag changes, which `state` tells; `address`: of which
    database.
    """
    with read_session() as session:
        return min(to_freeze(session=session).values(), default=None)
