"""The landkaart of 2009, with the clock that belongs to it."""

from datetime import date
from pathlib import Path

from sqlmodel import Session, select

from db import models
from db.actions.aanleveringen import Step, import_aanlevering
from db.actions.accounts import add_demo_accounts
from db.actions.momentopnamen import freeze
from db.queries.clock import OFFSET
from db.rights import eis
from landkaart.domein.clock import Clock, offset_to
from landkaart.domein.fouten import OngeldigBestand
from landkaart.domein.rechten import Gebruiker, Recht, klok
from landkaart.invoer.aanlevering import read_paths
from landkaart.settings import CONTENT

FOLDER: Path = CONTENT / "landkaart-2009"
BEGIN = date(2009, 12, 1)


class AndereGegevens(OngeldigBestand):
    """There is a landkaart already, and not this one."""


def load_demo(*, session: Session, by: Gebruiker, wachtwoord_hash: str | None = None, progress: Step | None = None) -> bool:
    """Whether anything was loaded: a second time nothing changes, the clock neither.

    With `wachtwoord_hash` there is also an account per role that has this password. Raises NietToegestaan, and
    AndereGegevens when the database holds other data.
    """
    eis(session, by, Recht.GEGEVENS_LADEN)
    if session.get(models.Instelling, OFFSET) is not None:
        return False
    if session.exec(select(models.Werkplein.id).limit(1)).first() is not None:
        raise AndereGegevens(
            "Deze database bevat al andere gegevens; daar komt de landkaart van 2009 niet bij. "
            "Kies met DATABASE_URL een nieuwe database."
        )
    offset = offset_to(BEGIN)
    session.add(models.Instelling(sleutel=OFFSET, waarde=str(offset.total_seconds())))
    read = read_paths([FOLDER])
    import_aanlevering(session=session, aanlevering=read, by=by, clock=Clock(offset), reconstructie=True, progress=progress)
    if wachtwoord_hash is not None:
        add_demo_accounts(session=session, wachtwoord_hash=wachtwoord_hash, by=by, clock=Clock(offset))
    freeze(session=session, by=klok(), clock=Clock(offset))
    return True
