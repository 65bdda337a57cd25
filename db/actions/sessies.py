"""Coming in and going out. Who does this proves himself by what he brings: a password, a link, a token.

Nobody is in yet, so most of these are given no act: they take the session, and `now` (on the clock of the landkaart) where
they leave a log line in the name of the account that it is about. How long a session or a link lasts is judged on the clock
of this machine.
"""

from datetime import datetime

from sqlalchemy import delete, true, update
from sqlmodel import Session, col, select

from db import models
from db.act import Act
from db.actions.accounts import end_sessions, make_link
from db.queries.accounts import ASKED, ASKED_WINDOW, BROWSER, WINDOW, account, at, by_link
from landkaart.domein.account import Account
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import new_token, token_hash
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht, Weg

# Who asks for a link has not shown who he is.
SOMEBODY = "iemand die niet is aangemeld"
USED_LINK = "Deze link is al gebruikt of verlopen. Vraag de beheerder om een nieuwe."


def start_session(*, session: Session, account_id: int, manier: str, now: datetime, herkomst: str = "") -> str:
    """Let in who gave the proof (`manier`: which); return the token for the cookie, a new one each time.

    What failed before is forgiven; in a browser that is known (`herkomst`) only what failed there, for the rest may have
    been somebody else.

    Raises OngeldigeInvoer for an account that is disabled.
    """
    account = session.get(models.Account, account_id)
    if account is None or account.uitgezet_op is not None:
        raise OngeldigeInvoer("Dit account is uitgezet. Vraag de beheerder om het weer aan te zetten.")
    begun, token = system_now(), new_token()
    session.add(models.Sessie(account_id=account_id, token_hash=token_hash(token), begonnen_op=begun, actief_op=begun))
    own = at(herkomst) if herkomst.startswith(BROWSER) else true()
    session.exec(delete(models.Poging).where(own, models.Poging.adres == account.adres))
    by = Gebruiker(account.naam, Weg.FORMULIER, account_id)
    Act(session, by, now).log(Handeling.AANMELDING, nieuw={"aangemeld": manier})
    return token


def end_session(*, session: Session, token: str, now: datetime) -> None:
    """Sign out who holds this token; what no longer holds is no error."""
    row = session.exec(select(models.Sessie).where(models.Sessie.token_hash == token_hash(token))).first()
    if row is None or row.beeindigd_op is not None:
        return
    row.beeindigd_op = system_now()
    by = Gebruiker(session.get(models.Account, row.account_id).naam, Weg.FORMULIER, row.account_id)
    Act(session, by, now).log(Handeling.AANMELDING, nieuw={"afgemeld": True})


def note_failure(*, session: Session, adres: str, herkomst: str) -> None:
    """Count a failed try for the account and for the machine; what is older than the window is thrown away."""
    now = system_now()
    old = (models.Poging.moment <= now - WINDOW) & models.Poging.adres.not_like(f"{ASKED}%")
    session.exec(delete(models.Poging).where(old))
    session.add(models.Poging(adres=adres[:254], herkomst=herkomst[:64], moment=now))


def note_request(*, session: Session, adres: str, herkomst: str) -> None:
    """Count that somebody asked for a link by mail, whether the address is known or not."""
    now = system_now()
    session.exec(delete(models.Poging).where(models.Poging.moment <= now - ASKED_WINDOW))
    session.add(models.Poging(adres=ASKED + adres, herkomst=ASKED + herkomst[:64], moment=now))


def forgot(*, session: Session, adres: str, now: datetime) -> tuple[Account, str] | None:
    """Make a link to choose a new password within the hour; return whom to mail which token.

    None for an account without a password, or disabled, or without a mailbox. Whoever asked proves nothing: what he asked
    for only goes to the mailbox, and a second factor stays on.
    """
    active = select(models.Account.id).where(models.Account.uitgezet_op.is_(None), models.Account.wachtwoord.is_not(None))
    account_id = session.exec(active.where(models.Account.adres == adres)).first()
    found = account(session=session, account_id=account_id) if account_id else None
    if found is None or not found.can_get_mail:
        return None
    asked = {"account": found.id, "herstellink": "gevraagd bij het aanmelden"}
    Act(session, Gebruiker(SOMEBODY, Weg.FORMULIER), now).log(Handeling.ACCOUNT, nieuw=asked)
    return found, make_link(session, found.id, "herstel")


def use_link(*, session: Session, token: str, wachtwoord_hash: str | None, now: datetime) -> int:
    """Take up an invitation, a reset or the first start, once; return the id of the account.

    `wachtwoord_hash`: the new password; None only for the first start, which asks for none.

    Raises OngeldigeInvoer.
    """
    used = system_now()
    found = by_link(session=session, token=token, now=used)
    if found is None or (wachtwoord_hash is None and found[1] != "eerste_start"):
        raise OngeldigeInvoer(USED_LINK)
    account, soort = found
    # Two at once read the same link as unused; one of them changes the row.
    link = (models.Toegangslink.token_hash == token_hash(token)) & models.Toegangslink.gebruikt_op.is_(None)
    if session.exec(update(models.Toegangslink).where(link).values(gebruikt_op=used)).rowcount != 1:
        raise OngeldigeInvoer(USED_LINK)
    if wachtwoord_hash is not None:
        session.get(models.Account, account.id).wachtwoord = wachtwoord_hash
        end_sessions(session, account.id)
    by = Gebruiker(account.naam, Weg.FORMULIER, account.id)
    Act(session, by, now).log(Handeling.ACCOUNT, nieuw={"link_gebruikt": soort})
    return account.id


def change_password(act: Act, *, wachtwoord_hash: str) -> None:
    """Change one's own, after the old one was checked; all other sessions end.

    Raises NietAangemeld.
    """
    act.require(Recht.EIGEN_ACCOUNT)
    act.session.get(models.Account, act.by.account_id).wachtwoord = wachtwoord_hash
    end_sessions(act.session, act.by.account_id, but=act.by.sessie_id)
    act.log(Handeling.ACCOUNT, nieuw={"wachtwoord": "gewijzigd"})


def set_totp(act: Act, *, geheim: str | None, stap: int | None) -> None:
    """Turn one's own second factor on (after a first code was right, `stap` its step) or, with None, off.

    Raises NietAangemeld.
    """
    act.require(Recht.EIGEN_ACCOUNT)
    account = act.session.get(models.Account, act.by.account_id)
    account.totp_geheim, account.totp_stap = geheim, stap
    end_sessions(act.session, act.by.account_id, but=act.by.sessie_id)
    act.log(Handeling.ACCOUNT, nieuw={"tweede_factor": geheim is not None})


def use_totp(*, session: Session, account_id: int, stap: int) -> bool:
    """Use up a code; return whether it was not used before. Each step of half a minute lets somebody in once."""
    unused = models.Account.totp_stap.is_(None) | (col(models.Account.totp_stap) < stap)
    mine = (models.Account.id == account_id) & unused
    return session.exec(update(models.Account).where(mine).values(totp_stap=stap)).rowcount == 1


def bind_subject(*, session: Session, account_id: int, onderwerp: str) -> None:
    """Remember who an account is to the organisation's own sign-in.

    Raises OngeldigeInvoer for somebody else's.
    """
    account = session.get(models.Account, account_id)
    others = select(models.Account.id).where(models.Account.onderwerp == onderwerp, models.Account.id != account_id)
    if account.onderwerp not in (None, onderwerp) or session.exec(others).first() is not None:
        raise OngeldigeInvoer("Dit account hoort bij een andere aanmelding. Vraag de beheerder om hulp.")
    account.onderwerp = onderwerp
