"""Whom to reach at a werkplein, beside those who have an account."""

from sqlmodel import Session

from db.actions.log import write_log
from db.actions.werkpleinen import require_werkplein
from db.rights import eis
from landkaart.domein.account import require_address
from landkaart.domein.clock import Clock
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht
from landkaart.domein.werkplein import Contact, require_line


def set_contact(
    *, session: Session, werkplein: str, naam: str, adres: str, gedeeld: bool, by: Gebruiker, clock: Clock
) -> None:
    """Both `naam` and `adres` empty takes the contact away; the same again changes nothing.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    eis(session, by, Recht.CONTACT_WIJZIGEN, werkplein)
    before, row = require_werkplein(session, werkplein)
    wanted = None
    if naam.strip() or adres.strip():
        wanted = Contact(require_line(naam, "de naam van het contact"), require_address(adres.strip(" ")), gedeeld)
    if wanted == before.contact:
        return
    row.contact_naam, row.contact_adres = (wanted.naam, wanted.adres) if wanted else (None, None)
    if wanted is None or not wanted.gedeeld:
        row.contact_gedeeld_op = None
    elif row.contact_gedeeld_op is None:
        row.contact_gedeeld_op = clock.now()
    oud, nieuw = facts(before.contact), facts(wanted)
    write_log(session, Handeling.CONTACT, by=by, now=clock.now(), werkplein_id=row.id, oud=oud, nieuw=nieuw)


def facts(contact: Contact | None) -> dict[str, object] | None:
    return contact and {"naam": contact.naam, "adres": contact.adres, "gedeeld": contact.gedeeld}
