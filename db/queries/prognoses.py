"""The prognoses as they were kept when a tertaal closed."""

from sqlmodel import Session, select

from db import models
from db.shapes import AnyRow
from landkaart.domein.prognose import Prognose
from landkaart.domein.tertaal import Tertaal

KEPT = models.Prognose
COLUMNS = (KEPT.score, KEPT.helling, KEPT.volgende, KEPT.bereikt, KEPT.vroegst, KEPT.laatst)


def prognoses(*, session: Session, tertaal: Tertaal) -> dict[str, Prognose]:
    """Return what was kept of a tertaal by code of the werkplein; empty when nothing was."""
    query = select(models.Werkplein.code, *COLUMNS).join(KEPT, KEPT.werkplein_id == models.Werkplein.id)
    rows = session.connection().execute(query.where(KEPT.tertaal == str(tertaal)))
    return {code: Prognose(*figures, *map(as_tertaal, reached)) for code, figures, reached in map(parts, rows)}


def parts(row: AnyRow) -> tuple[str, tuple[float, ...], tuple[str | None, ...]]:
    """Split a row in whose it is, the three figures, and the three tertalen."""
    return row[0], row[1:4], row[4:]


def as_tertaal(text: str | None) -> Tertaal | None:
    return Tertaal.parse(text) if text else None
