"""The invitation of one person, written down beside those of many at once: whom it was for, and what came of it."""

from sqlmodel import select

from db import models
from db.act import Act
from db.actions.account_rows import require_account
from db.actions.uitnodigen import set_status
from db.queries.uitnodigingen import ALONE, by_key
from landkaart.domein.account import Account
from landkaart.domein.clock import local_date
from landkaart.domein.credentials import token_hash
from landkaart.domein.fouten import NietToegestaan
from landkaart.domein.handeling import Handeling
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.rechten import Recht


def note_uitnodiging(act: Act, *, token: str, status: BerichtStatus, melding: str | None) -> None:
    """Write down what came of the invitation with this link; a later word about the same person that day takes its place.

    What one person does on one day stands in one ronde: else a handful of invitations would hide those of many. A link that
    is no invitation leaves no line.

    Raises NietToegestaan, NietAangemeld.
    """
    link = models.Toegangslink
    kind = (link.token_hash == token_hash(token)) & (link.soort == "uitnodiging")
    found = act.session.exec(select(link).where(kind)).first()
    if found is None:
        return
    account = require_account(act.session, found.account_id)
    require_inviting(act, account)
    row = line_of_today(act, account)
    row.adres, row.link_id = account.adres, found.id
    act.session.add(row)
    set_status(act, row, status, melding)
    act.log(Handeling.UITNODIGING, nieuw={"account": account.id, "status": status.value})


def require_inviting(act: Act, account: Account) -> None:
    """Let through the beheerder, and the coördinator of all that this account opens.

    Raises NietToegestaan, NietAangemeld.
    """
    try:
        act.require(Recht.ACCOUNTS_BEHEREN)
    except NietToegestaan:
        for werkplein in account.werkpleinen or [None]:
            act.require(Recht.COLLEGAS_BEHEREN, werkplein)


def line_of_today(act: Act, account: Account) -> models.Uitnodiging:
    """Return the line of this person in the ronde of today, with what it says still to be filled in when it is new."""
    sleutel = f"{ALONE}-{local_date(act.now)}-{act.by.account_id or 0}"
    number = by_key(session=act.session, sleutel=sleutel)
    if number is None:
        ronde = models.Uitnodigingsronde(sleutel=sleutel, als_bestand=False, door=act.by.naam, gemaakt_op=act.now)
        act.session.add(ronde)
        act.session.flush()
        number = ronde.id
    here = {"ronde_id": number, "account_id": account.id}
    known = act.session.exec(select(models.Uitnodiging).filter_by(**here)).first()
    return known or models.Uitnodiging(**here, adres=account.adres, status=BerichtStatus.WACHT.value, gewijzigd_op=act.now)
