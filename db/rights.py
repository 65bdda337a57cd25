"""The voice that raises: every function that writes asks here, inside its own transaction.

Callbacks run before the script, and a page that was opened long ago still has its buttons: what a screen hid is no
protection.
"""

from sqlalchemy import update
from sqlmodel import Session

from db import models
from db.queries.sessies import by_id
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld, NietToegestaan
from landkaart.domein.rechten import Gebruiker, Recht, mag


def eis(session: Session, by: Gebruiker, recht: Recht, werkplein: str | None = None) -> None:
    """Judged on what the database has now. Raises NietAangemeld, NietToegestaan. Counts as a sign of life."""
    if by.needs_no_account(recht):
        return
    now = system_now()
    found = by_id(session=session, sessie_id=by.sessie_id, now=now) if by.sessie_id else None
    if found is None or found.account_id != by.account_id:
        raise NietAangemeld
    if not mag(found.bevoegdheid, recht, werkplein):
        raise NietToegestaan(f"U mag {recht.value} niet. Er is niets opgeslagen.")
    if found.wants_touch(now):
        session.exec(update(models.Sessie).where(models.Sessie.id == found.sessie_id).values(actief_op=now))
