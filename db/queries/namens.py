"""Where the AKO fills in, or filled in, on behalf of a werkplein."""

from sqlmodel import Session, select

from db import models
from landkaart.domein.namens import Namens, Opgave, Opgavewijze
from landkaart.domein.tertaal import Tertaal

ALL = (
    select(models.Namens, models.Werkplein.code)
    .join(models.Werkplein, models.Werkplein.id == models.Namens.werkplein_id)
    .order_by(models.Namens.id)
)


def namens(*, session: Session, werkplein: str | None = None, tertaal: Tertaal | None = None) -> list[Namens]:
    """Return them, oldest first; of one werkplein, of one tertaal, or all."""
    query = ALL
    if werkplein is not None:
        query = query.where(models.Werkplein.code == werkplein)
    if tertaal is not None:
        query = query.where(models.Namens.tertaal == str(tertaal))
    return [as_namens(*row) for row in session.exec(query)]


def running_namens(*, session: Session, werkplein: str, tertaal: Tertaal) -> Namens | None:
    """Find the one that runs; None when nobody may fill in there on behalf."""
    found = namens(session=session, werkplein=werkplein, tertaal=tertaal)
    return next((each for each in found if each.is_running), None)


def as_namens(row: models.Namens, werkplein: str) -> Namens:
    opgave = Opgave(row.wie, Opgavewijze(row.hoe))
    when = (row.begonnen_op, row.beeindigd_op)
    return Namens(row.id or 0, werkplein, Tertaal.parse(row.tertaal), opgave, row.door, *when)
