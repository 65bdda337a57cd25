"""Whom to reach at a werkplein, beside those who have an account."""

from db.act import About, Act
from db.actions.werkpleinen import require_werkplein
from landkaart.domein.account import require_address
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Recht
from landkaart.domein.werkplein import Contact, require_line


def set_contact(act: Act, *, werkplein: str, naam: str, adres: str, gedeeld: bool) -> None:
    """Keep the contact of a werkplein; both `naam` and `adres` empty takes it away. The same again changes nothing.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.CONTACT_WIJZIGEN, werkplein)
    before, row = require_werkplein(act.session, werkplein)
    wanted = None
    if naam.strip() or adres.strip():
        wanted = Contact(require_line(naam, "de naam van het contact"), require_address(adres.strip(" ")), gedeeld)
    if wanted == before.contact:
        return
    row.contact_naam, row.contact_adres = (wanted.naam, wanted.adres) if wanted else (None, None)
    if wanted is None or not wanted.gedeeld:
        row.contact_gedeeld_op = None
    elif row.contact_gedeeld_op is None:
        row.contact_gedeeld_op = act.now
    act.log(Handeling.CONTACT, About(row.id), oud=as_logged(before.contact), nieuw=as_logged(wanted))


def as_logged(contact: Contact | None) -> dict[str, object] | None:
    return None if contact is None else {"naam": contact.naam, "adres": contact.adres, "gedeeld": contact.gedeeld}
