"""The survey rounds."""

from datetime import datetime

from sqlalchemy import Row, bindparam, select
from sqlmodel import Session

from db import models
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag

TABLE = models.Uitvraag.__table__
ALL = select(TABLE)
# Made once: nearly everything asks for it.
OF_TERTAAL = ALL.where(TABLE.c.tertaal == bindparam("tertaal"))


def uitvragen(*, session: Session) -> dict[Tertaal, Uitvraag]:
    """All of them, oldest first."""
    rows = session.connection().execute(ALL.order_by(TABLE.c.tertaal))
    return {Tertaal.parse(row.tertaal): as_uitvraag(row) for row in rows}


def uitvraag(*, session: Session, tertaal: Tertaal) -> Uitvraag | None:
    row = session.connection().execute(OF_TERTAAL, {"tertaal": str(tertaal)}).first()
    return row and as_uitvraag(row)


def open_uitvraag(*, session: Session, now: datetime) -> Uitvraag | None:
    """The one that takes answers at this moment; the latest, if there were two."""
    found = [uitvraag for uitvraag in uitvragen(session=session).values() if uitvraag.is_open(now)]
    return found[-1] if found else None


def as_uitvraag(row: Row) -> Uitvraag:
    return Uitvraag(Tertaal.parse(row.tertaal), row.opent, row.herinnering, row.sluit, row.actueel_vanaf)
