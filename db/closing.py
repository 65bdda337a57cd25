"""Nothing runs at a closing by itself: the first who comes by afterwards has the tertaal frozen."""

from collections.abc import Hashable
from datetime import datetime
from functools import lru_cache

from db.act import begin_act
from db.actions.momentopnamen import freeze
from db.busy import log_failure
from db.engine import read_session
from db.queries.data_version import DataVersion, data_version
from db.queries.momentopnamen import to_freeze
from landkaart.domein.rechten import klok
from landkaart.settings import database_url


def freeze_what_closed(here: DataVersion | None = None, state: Hashable = None) -> bool:
    """Freeze every tertaal that closed; return whether there was one.

    Asked at the start, at every run of a page and before a download, and quick unless it is due. Nothing is frozen while the
    clock is not believed: pages say so. A visitor does not pay for what goes wrong here: until it succeeds, the living
    record is what he sees. `here`: the state of the data, for whoever read it already; `state`: what is the same until
    another tertaal can close or at another moment, for whoever knows more of that than that something changed.
    """
    here = here or read_data_version()
    first = first_closing(database_url(), here.change if state is None else state)
    if first is None or here.now() < first or here.doubt() is not None:
        return False
    try:
        with begin_act(klok()) as act:
            freeze(act)
    except Exception as error:
        log_failure(error)
        return False
    return True


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
