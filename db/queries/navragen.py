"""What the AKO asked werkpleinen about their answers, and what they said."""

from sqlmodel import Session, select

from db import models
from landkaart.domein.namens import Opgave, Opgavewijze
from landkaart.domein.navraag import Navraag
from landkaart.domein.tertaal import Tertaal

ALL = (
    select(models.Navraag, models.Werkplein.code, models.NavraagOpgave)
    .join(models.Werkplein, models.Werkplein.id == models.Navraag.werkplein_id)
    .outerjoin(models.NavraagOpgave, models.NavraagOpgave.navraag_id == models.Navraag.id)
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


def as_navraag(row: models.Navraag, werkplein: str, said: models.NavraagOpgave | None = None) -> Navraag:
    """Read one; `said`: on whose word the AKO wrote its answer down."""
    values = row.model_dump(exclude={"werkplein_id", "tertaal"})
    opgave = Opgave(said.wie, Opgavewijze(said.hoe)) if said else None
    return Navraag(werkplein=werkplein, tertaal=Tertaal.parse(row.tertaal), opgave=opgave, **values)
