"""Freezing a tertaal, and what its tables then hold."""

from datetime import timedelta

from sqlalchemy import delete, select

from db import models
from db.actions.momentopnamen import freeze
from db.engine import read_session, write_session
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.band import Band
from landkaart.domein.clock import system_now
from landkaart.domein.rechten import klok, operator
from landkaart.domein.tertaal import Tertaal
from tests.steps.perform import perform
from tests.steps.small_landkaart import NU, SLUIT, submit_all

SECOND = timedelta(seconds=1)
LATER = SLUIT + timedelta(365)


def take(**what) -> list[Tertaal]:
    return perform(freeze, **{"by": klok(), **what})


def beeld(tertaal: Tertaal = NU):
    with read_session() as session:
        return tertaalbeeld(session=session, tertaal=tertaal)


def scores(tertaal: Tertaal = NU, of: Tertaal = NU) -> dict[str, float]:
    """What the tables of one tertaal hold for themselves or for one before."""
    return beeld(tertaal).stands[of].scores().to_dict()


def submit_late(band: Band, code: str = "assen") -> None:
    """As who has uitstel does: kept at a moment that the form refuses to others."""
    with write_session() as session:
        found = session.execute(select(models.Werkplein.id).where(models.Werkplein.code == code)).scalar_one()
        words = {"reden": "Ziek.", "door": "iemand van het AKO", "gegeven_op": system_now()}
        session.add(models.Uitstel(id=9000, werkplein_id=found, tertaal=str(NU), tot=LATER, **words))
    submit_all(band, werkplein=code, by=operator())
    with write_session() as session:
        session.execute(delete(models.Uitstel).where(models.Uitstel.id == 9000))
