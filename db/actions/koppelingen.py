"""Binding an account to who somebody is to the organisation's own sign-in, and undoing that."""

from datetime import datetime

from sqlmodel import Session, select

from db import models
from db.act import Act
from db.actions.account_rows import keep_a_beheerder, log_change, require_account
from db.actions.ways_in import end_links, end_sessions
from landkaart.domein.account import Account
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.rechten import Gebruiker, Recht, Weg

NOT_INVITED = (
    "Dit account is niet uitgenodigd om zich zo aan te melden. Meld u aan met uw wachtwoord, of vraag de beheerder om hulp."
)
TAKEN = "Dit account hoort bij een andere aanmelding. Vraag de beheerder om hulp."


def bind(*, session: Session, account_id: int, onderwerp: str, now: datetime) -> Account:
    """Bind an account to an identity, once, after the provider vouched for its address; return it as it is then.

    Only one that was invited for it and was never in by another way: else whoever gets hold of an address at the provider
    would take over what somebody has here.

    Raises OngeldigeInvoer.
    """
    row = session.get(models.Account, account_id)
    before = require_account(session, account_id)
    if before.koppeling is not None or taken(session, onderwerp):
        raise OngeldigeInvoer(TAKEN)
    if not before.koppelbaar or before.can_sign_in or before.heeft_totp or before.uitgezet_op is not None:
        raise OngeldigeInvoer(NOT_INVITED)
    row.onderwerp, row.gekoppeld_op, row.koppelbaar = onderwerp, now, False
    # The invitation was taken up: whoever finds its link later must not choose a password with it.
    end_links(session, account_id)
    log_change(Act(session, Gebruiker(before.naam, Weg.FORMULIER, account_id), now), before, account_id)
    return require_account(session, account_id)


def unbind(act: Act, *, account_id: int) -> Account:
    """Undo a binding: whoever came in by it is out at once. Return the account as it was.

    A new invitation lets it be bound again. The last beheerder keeps his way in.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    before = require_account(act.session, account_id)
    if before.koppeling is None:
        raise OngeldigeInvoer("Dit account is niet gekoppeld. Ververs de pagina.")
    if not before.heeft_wachtwoord:
        keep_a_beheerder(act.session, before)
    row = act.session.get(models.Account, account_id)
    row.onderwerp, row.gekoppeld_op, row.koppelbaar = None, None, False
    end_sessions(act.session, account_id)
    log_change(act, before, account_id)
    return before


def taken(session: Session, onderwerp: str) -> bool:
    """Say whether somebody else is known by this identity."""
    return session.exec(select(models.Account.id).where(models.Account.onderwerp == onderwerp)).first() is not None
