"""The landkaart of 2009, with the clock that belongs to it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlmodel import select

from db import models
from db.act import Act
from db.actions.aanleveringen import Step, import_aanlevering
from db.actions.accounts import add_demo_accounts
from db.actions.klok import keep_signs
from db.actions.momentopnamen import freeze
from db.queries.clock import OFFSET
from landkaart.domein.clock import Clock, offset_to, system_now
from landkaart.domein.clock_trust import Signs
from landkaart.domein.fouten import OngeldigBestand
from landkaart.domein.rechten import Recht
from landkaart.invoer.aanlevering import read_paths
from landkaart.programma import is_own
from landkaart.surroundings import CONTENT

FOLDER: Path = CONTENT / "landkaart-2009"
BEGIN = date(2009, 12, 1)


class AndereGegevens(OngeldigBestand):
    """There is a landkaart already, and not this one."""


def load_demo(act: Act, *, wachtwoord_hash: str | None = None, progress: Step | None = None) -> bool:
    """Load it into an empty database; return whether anything was loaded: a second time changes nothing.

    With `wachtwoord_hash` there is also an account per role that has this password.

    Raises NietToegestaan, NietAangemeld, and AndereGegevens when the database holds other data or another programme.
    """
    act.require(Recht.OEFENLANDKAART_LADEN)
    if not is_own():
        raise AndereGegevens("De landkaart van 2009 hoort bij ons eigen programma; zet LANDKAART_PROGRAMMA daarvoor uit.")
    if act.session.get(models.Instelling, OFFSET) is not None:
        return False
    if act.session.exec(select(models.Werkplein.id).limit(1)).first() is not None:
        raise AndereGegevens(
            "Deze database bevat al andere gegevens; daar komt de landkaart van 2009 niet bij. "
            "Kies met DATABASE_URL een nieuwe database."
        )
    offset = offset_to(BEGIN)
    act.session.add(models.Instelling(sleutel=OFFSET, waarde=str(offset.total_seconds())))
    # From here on it is 2009, for this very act too.
    act = replace(act, now=Clock(offset).now())
    import_aanlevering(act, aanlevering=read_paths([FOLDER]), reconstructie=True, progress=progress)
    if wachtwoord_hash is not None:
        add_demo_accounts(act, wachtwoord_hash=wachtwoord_hash)
    # Whatever was seen of the clock before: this landkaart begins now.
    keep_signs(act.session, Signs(system_now()))
    freeze(act.by_clock())
    return True
