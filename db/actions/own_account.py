"""What somebody changes of his own account, beside his password and his second factor."""

from sqlmodel import select

from db import models
from db.act import Act
from db.actions.account_rows import log_change, require_account
from landkaart.domein.account import NO_MAILBOX, require_address, require_name
from landkaart.domein.fouten import NietAangemeld, OngeldigeInvoer
from landkaart.domein.rechten import Recht


def give_own_address(act: Act, *, adres: str, naam: str) -> None:
    """Give the beheerder of the first start the address and the name that are his; whoever has a mailbox keeps that.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.EIGEN_ACCOUNT)
    if act.by.account_id is None:
        raise NietAangemeld
    before, adres = require_account(act.session, act.by.account_id), require_address(adres.strip())
    if not before.adres.endswith(NO_MAILBOX):
        raise OngeldigeInvoer("Dit account heeft al een e-mailadres. De beheerder kan het wijzigen.")
    if adres.endswith(NO_MAILBOX):
        raise OngeldigeInvoer("Op dit adres komt geen e-mail aan. Vul uw eigen e-mailadres in.")
    if act.session.exec(select(models.Account.id).where(models.Account.adres == adres)).first() is not None:
        raise OngeldigeInvoer("Er is al een account met dit e-mailadres.")
    row = act.session.get_one(models.Account, before.id)
    row.adres, row.naam = adres, require_name(naam)
    log_change(act, before, before.id)
