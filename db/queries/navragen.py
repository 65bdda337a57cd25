"""What the AKO asked werkpleinen about their answers, and what they said."""

from sqlmodel import Session, select

from db import models
from landkaart.domein.navraag import Navraag
from landkaart.domein.tertaal import Tertaal

ALL = (
    select(models.Navraag, models.Werkplein.code)
    .join(models.Werkplein, models.Werkplein.id == models.Navraag.werkplein_id)
    .order_by(models.Navraag.id)
)


def navragen(*, session: Session, werkplein: str | None = None, tertaal: Tertaal | None = None) -> list[Navraag]:
    """Return them, oldest first; of one werkplein, of one tertaal, or all."""
    query = ALL
    if werkplein is not None:
        query = query.where(models.Werkplein.code == werkplein)
    if tertaal is not None:
        query = query.where(models.Navraag.tertaal == str(tertaal))
    return [as_navraag(*row) for row in session.exec(query)]


def as_navraag(row: models.Navraag, werkplein: str) -> Navraag:
    values = row.model_dump(exclude={"werkplein_id", "tertaal"})
    return Navraag(werkplein=werkplein, tertaal=Tertaal.parse(row.tertaal), **values)
