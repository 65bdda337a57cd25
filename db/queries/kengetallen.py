"""The kengetallen of a tertaal, which everybody who is in may see."""

from datetime import datetime

from sqlmodel import Session, select

from db import models
from db.queries.uitvragen import uitvragen
from landkaart.domein.kengetal import Kengetal
from landkaart.domein.tertaal import Tertaal


def kengetallen(*, session: Session, tertaal: Tertaal) -> tuple[Kengetal, ...]:
    """Return them in the order in which they came."""
    found = session.exec(select(models.Kengetal).filter_by(tertaal=str(tertaal)).order_by(models.Kengetal.id))
    return tuple(as_kengetal(row) for row in found)


def latest_closed(*, session: Session, now: datetime) -> Tertaal | None:
    """Return the tertaal whose uitvraag closed last: its report is the one that is made now."""
    closed = [tertaal for tertaal, found in uitvragen(session=session).items() if found.sluit <= now]
    return max(closed, default=None)


def as_kengetal(row: models.Kengetal) -> Kengetal:
    return Kengetal(
        row.tabel, row.onderdeel, row.indicator, row.uitsplitsing, row.periode, row.soort,
        row.waarde, row.eenheid, row.noot, row.bron,
    )  # fmt: skip
