"""What werkpleinen agreed to do, for who may see it."""

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, select

from db import models
from db.queries.logboek import visible
from landkaart.domein.afspraak import Afspraak, AfspraakStatus
from landkaart.domein.fouten import NietToegestaan
from landkaart.domein.rechten import Gebruiker
from landkaart.programma.namen import WERKPLEIN

MET = aliased(models.Werkplein)
ALL = (
    select(models.Afspraak, models.Werkplein.code, MET.code)
    .join(models.Werkplein, models.Werkplein.id == models.Afspraak.werkplein_id)
    .outerjoin(MET, MET.id == models.Afspraak.met_werkplein_id)
    .order_by(models.Afspraak.id)
)
# Made once: every run of the form and of the page of a werkplein asks it.
OF_WERKPLEIN = ALL.where(models.Werkplein.code == bindparam("code"))


def afspraken(*, session: Session, by: Gebruiker, werkplein: str | None = None) -> list[Afspraak]:
    """Return those of one werkplein, or of all that `by` may see, oldest first; who sees its logboek sees them.

    Raises NietAangemeld, NietToegestaan.
    """
    own = visible(session, by)
    if werkplein is not None and own is not None and werkplein not in own:
        raise NietToegestaan(f"U mag de afspraken van dit {WERKPLEIN} niet zien.")
    if werkplein is not None:
        found = session.exec(OF_WERKPLEIN, params={"code": werkplein})
    else:
        found = session.exec(ALL if own is None else ALL.where(models.Werkplein.code.in_(sorted(own))))
    return [as_afspraak(*row) for row in found]


def as_afspraak(row: models.Afspraak, werkplein: str, met: str | None) -> Afspraak:
    return Afspraak(
        id=row.id,
        werkplein=werkplein,
        mijlpaal=row.mijlpaal,
        met=met,
        wat=row.wat,
        wie=row.wie,
        wanneer=row.wanneer,
        status=AfspraakStatus(row.status),
        door=row.door,
        gemaakt_op=row.gemaakt_op,
        gewijzigd_op=row.gewijzigd_op,
    )
