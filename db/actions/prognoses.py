"""What was expected of each werkplein, kept when a tertaal is frozen: later ones show how right it was."""

from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, select

from db import models
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.prognose import Prognose, prognoses
from landkaart.domein.tertaal import Tertaal


def keep_prognoses(session: Session, tertaal: Tertaal, now: datetime) -> int:
    """How many were kept. A part of freezing, whose right and log line it shares; what was kept before stays as it was."""
    if session.exec(select(models.Prognose.id).where(models.Prognose.tertaal == str(tertaal)).limit(1)).first() is not None:
        return 0
    found = prognoses(tertaalbeeld(session=session, tertaal=tertaal)).to_keep()
    ids = dict(session.exec(select(models.Werkplein.code, models.Werkplein.id)).all())
    here = {"tertaal": str(tertaal), "gemaakt_op": now}
    rows = [{"werkplein_id": ids[code], **here, **row_of(prognose)} for code, prognose in found.items()]
    if rows:
        session.connection().execute(insert(models.Prognose.__table__), rows)
    return len(rows)


def row_of(prognose: Prognose) -> dict[str, float | str | None]:
    reached = {name: getattr(prognose, name) for name in ("bereikt", "vroegst", "laatst")}
    figures = {name: getattr(prognose, name) for name in ("score", "helling", "volgende")}
    return figures | {name: tertaal and str(tertaal) for name, tertaal in reached.items()}
