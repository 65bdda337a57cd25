"""Which uitvraag a werkplein has before it."""

from collections.abc import Mapping
from datetime import datetime

from db.engine import read_session
from db.queries.uitzonderingen import uitstel_of
from landkaart.domein.rondes import Rondes, rondes_of
from landkaart.domein.tertaal import Tertaal
from pages.shared.cache import kept, surroundings_change, uitvragen


def rondes_for(werkplein: str, now: datetime) -> Rondes:
    """Return those of one werkplein (its code), with its uitstel."""
    return rondes_of(uitvragen().values(), uitstel(werkplein), now)


@kept(until=surroundings_change, most=300)
def uitstel(werkplein: str) -> Mapping[Tertaal, datetime]:
    with read_session() as session:
        return uitstel_of(session=session, werkplein=werkplein)
