"""The survey rounds."""

from datetime import datetime

from sqlalchemy import bindparam, exists, func, select
from sqlmodel import Session

from db import models
from db.queries.werkpleinen import is_open_at
from db.shapes import AnyRow
from landkaart.domein.clock import local_date
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag, Voortgang, closing

TABLE = models.Uitvraag.__table__
ALL = select(TABLE)
# Made once: nearly everything asks for it.
OF_TERTAAL = ALL.where(TABLE.c.tertaal == bindparam("tertaal"))


def uitvragen(*, session: Session) -> dict[Tertaal, Uitvraag]:
    """Return all of them, oldest first."""
    rows = session.connection().execute(ALL.order_by(TABLE.c.tertaal))
    return {Tertaal.parse(row.tertaal): as_uitvraag(row) for row in rows}


def uitvraag(*, session: Session, tertaal: Tertaal) -> Uitvraag | None:
    """Find the one of a tertaal."""
    row = session.connection().execute(OF_TERTAAL, {"tertaal": str(tertaal)}).first()
    return None if row is None else as_uitvraag(row)


def open_uitvraag(*, session: Session, now: datetime) -> Uitvraag | None:
    """Find the one that takes answers at this moment; the latest, if there were two."""
    found = [uitvraag for uitvraag in uitvragen(session=session).values() if uitvraag.is_open(now)]
    return found[-1] if found else None


def is_counted(*, session: Session, tertaal: Tertaal, now: datetime) -> bool:
    """Tell whether its tables are fixed: there is a momentopname, or it closed with a submission, so that there will be."""
    was_taken_back = exists().where(models.Terugname.momentopname_id == models.Momentopname.id)
    taken = select(models.Momentopname.id).where(models.Momentopname.tertaal == str(tertaal), ~was_taken_back)
    submitted = select(models.Indiening.id).where(models.Indiening.tertaal == str(tertaal))
    is_closed = closing(tertaal, uitvraag(session=session, tertaal=tertaal)) <= now
    asked = [taken, submitted] if is_closed else [taken]
    return any(session.connection().execute(query.limit(1)).first() is not None for query in asked)


def voortgang(*, session: Session, uitvraag: Uitvraag) -> Voortgang:
    """Count the werkpleinen that are open at its closing, and those of them that submitted in its tertaal."""
    version = models.Indiening
    count = func.count(models.Werkplein.id.distinct())
    here = (version.werkplein_id == models.Werkplein.id) & (version.tertaal == str(uitvraag.tertaal))
    active = is_open_at(local_date(uitvraag.sluit))
    total = session.connection().execute(select(count).where(active)).scalar_one()
    done = select(count).select_from(models.Werkplein).join(version, here).where(active)
    return Voortgang(session.connection().execute(done).scalar_one(), total)


def as_uitvraag(row: AnyRow) -> Uitvraag:
    """Make one of a row with its columns, of its own table or of a momentopname, which keeps only the dates."""
    moments = (row.opent, row.herinnering, row.sluit, row.actueel_vanaf)
    return Uitvraag(Tertaal.parse(row.tertaal), *moments, getattr(row, "vragen_aan", None))
