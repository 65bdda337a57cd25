"""Who got more time in an uitvraag, and who need not answer."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, select

from db import models
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitzondering import Uitstel, Vrijstelling, VrijstellingSoort

# Made once: every run of the form asks it.
UITSTEL_OF = (
    select(models.Uitstel.tertaal, models.Uitstel.tot)
    .join(models.Werkplein, models.Werkplein.id == models.Uitstel.werkplein_id)
    .where(models.Werkplein.code == bindparam("code"))
)


def uitstellen(*, session: Session, tertaal: Tertaal) -> dict[str, Uitstel]:
    """Return each uitstel by code of the werkplein, also those that are over; the first to end comes first."""
    given = models.Uitstel
    query = select(models.Werkplein.code, given.tot, given.reden, given.door, given.gegeven_op)
    query = query.join(models.Werkplein, models.Werkplein.id == given.werkplein_id).where(given.tertaal == str(tertaal))
    return {code: Uitstel(*rest) for code, *rest in session.exec(query.order_by(given.tot, models.Werkplein.code))}


def uitstel_of(*, session: Session, werkplein: str) -> dict[Tertaal, datetime]:
    """Return until when one werkplein has uitstel, by tertaal; also what is over."""
    found = session.connection().execute(UITSTEL_OF, {"code": werkplein})
    return {Tertaal.parse(tertaal): tot for tertaal, tot in found}


def vrijstellingen(*, session: Session, tertaal: Tertaal) -> dict[str, Vrijstelling]:
    """Return each vrijstelling by code of the werkplein."""
    given = models.Vrijstelling
    query = select(models.Werkplein.code, given.soort, given.reden, given.door, given.gegeven_op)
    query = query.join(models.Werkplein, models.Werkplein.id == given.werkplein_id).where(given.tertaal == str(tertaal))
    found = session.exec(query.order_by(models.Werkplein.code))
    return {code: Vrijstelling(VrijstellingSoort(soort), *rest) for code, soort, *rest in found}
