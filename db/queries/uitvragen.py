"""The survey rounds."""

from datetime import datetime

from sqlmodel import Session, select

from db import models
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag


def uitvragen(*, session: Session) -> dict[Tertaal, Uitvraag]:
    """All of them, oldest first."""
    rows = session.exec(select(models.Uitvraag).order_by(models.Uitvraag.tertaal))
    return {Tertaal.parse(row.tertaal): as_uitvraag(row) for row in rows}


def uitvraag(*, session: Session, tertaal: Tertaal) -> Uitvraag | None:
    row = session.exec(select(models.Uitvraag).where(models.Uitvraag.tertaal == str(tertaal))).first()
    return row and as_uitvraag(row)


def open_uitvraag(*, session: Session, now: datetime) -> Uitvraag | None:
    """The one that takes answers at this moment; the latest, if there were two."""
    found = [uitvraag for uitvraag in uitvragen(session=session).values() if uitvraag.is_open(now)]
    return found[-1] if found else None


def as_uitvraag(row: models.Uitvraag) -> Uitvraag:
    return Uitvraag(Tertaal.parse(row.tertaal), row.opent, row.herinnering, row.sluit, row.actueel_vanaf)
