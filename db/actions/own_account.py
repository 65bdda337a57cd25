"""What somebody changes of his own account, beside his password and his second factor."""

from sqlmodel import select

from db import models
from db.act import Act
from db.actions.account_rows import log_change, require_account
from db.actions.ways_in import end_links, end_sessions
from landkaart.domein.account import NO_MAILBOX, Account, require_address, require_name
from landkaart.domein.fouten import NietAangemeld, OngeldigeInvoer
from landkaart.domein.rechten import Recht


def give_own_address(act: Act, *, adres: str, naam: str) -> Account:
    """Give oneself another address, and return the account as it was; the beheerder of the first start gives his name too.

    Links that were mailed to the old address, and other sessions, end. Nobody showed yet that he reads the new mailbox, so
    the organisation's own sign-in does not find the account by it; a binding that is there stays.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.EIGEN_ACCOUNT)
    if act.by.account_id is None:
        raise NietAangemeld
    before, adres = require_account(act.session, act.by.account_id), require_address(adres.strip())
    if before.demo:
        raise OngeldigeInvoer("Dit is een oefenaccount: het houdt zijn adres.")
    if before.adres == adres:
        raise OngeldigeInvoer("Dit adres heeft uw account al.")
    if adres.endswith(NO_MAILBOX):
        raise OngeldigeInvoer("Op dit adres komt geen e-mail aan. Vul uw eigen e-mailadres in.")
    if act.session.exec(select(models.Account.id).where(models.Account.adres == adres)).first() is not None:
        raise OngeldigeInvoer("Er is al een account met dit e-mailadres.")
    row = act.session.get_one(models.Account, before.id)
    row.adres, row.koppelbaar = adres, False
    if not before.can_get_mail:
        row.naam = require_name(naam)
    end_links(act.session, before.id)
    end_sessions(act.session, before.id, but=act.by.sessie_id)
    log_change(act, before, before.id)
    return before
