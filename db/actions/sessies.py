"""Coming in and going out. Who does this proves himself by what he brings: a password, a link, a token."""

from sqlalchemy import delete, update
from sqlmodel import Session, select

from db import models
from db.actions.accounts import end_sessions, make_link
from db.actions.log import write_log
from db.queries.accounts import ASKED, ASKED_WINDOW, WINDOW, account, by_link
from db.rights import eis
from landkaart.domein.account import Account
from landkaart.domein.clock import Clock, system_now
from landkaart.domein.credentials import new_token, token_hash
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht, Weg

# Who asks for a link has not shown who he is.
SOMEBODY = "iemand die niet is aangemeld"
USED_LINK = "Deze link is al gebruikt of verlopen. Vraag de beheerder om een nieuwe."


def start_session(*, session: Session, account_id: int, clock: Clock, manier: str) -> str:
    """After the proof was given (`manier`: which); returns the token for the cookie, a new one each time."""
    account = session.get(models.Account, account_id)
    if account is None or account.uitgezet_op is not None:
        raise OngeldigeInvoer("Dit account is uitgezet. Vraag de beheerder om het weer aan te zetten.")
    now, token = system_now(), new_token()
    session.add(models.Sessie(account_id=account_id, token_hash=token_hash(token), begonnen_op=now, actief_op=now))
    session.exec(delete(models.Poging).where(models.Poging.adres == account.adres))
    by = Gebruiker(account.naam, Weg.FORMULIER, account_id)
    write_log(session, Handeling.AANMELDING, by=by, now=clock.now(), nieuw={"aangemeld": manier})
    return token


def end_session(*, session: Session, token: str, clock: Clock) -> None:
    """Signing out; what no longer holds is no error."""
    row = session.exec(select(models.Sessie).where(models.Sessie.token_hash == token_hash(token))).first()
    if row is None or row.beeindigd_op is not None:
        return
    row.beeindigd_op = system_now()
    by = Gebruiker(session.get(models.Account, row.account_id).naam, Weg.FORMULIER, row.account_id)
    write_log(session, Handeling.AANMELDING, by=by, now=clock.now(), nieuw={"afgemeld": True})


def touch(*, session: Session, sessie_id: int) -> None:
    """A sign of life."""
    session.exec(update(models.Sessie).where(models.Sessie.id == sessie_id).values(actief_op=system_now()))


def note_failure(*, session: Session, adres: str, herkomst: str) -> None:
    """Counted for the account and for the machine; what is older than the window is thrown away."""
    now = system_now()
    old = (models.Poging.moment <= now - WINDOW) & models.Poging.adres.not_like(f"{ASKED}%")
    session.exec(delete(models.Poging).where(old))
    session.add(models.Poging(adres=adres[:254], herkomst=herkomst[:64], moment=now))


def note_request(*, session: Session, adres: str, herkomst: str) -> None:
    """Somebody asked for a link by mail; counted whether the address is known or not."""
    now = system_now()
    session.exec(delete(models.Poging).where(models.Poging.moment <= now - ASKED_WINDOW))
    session.add(models.Poging(adres=ASKED + adres, herkomst=ASKED + herkomst[:64], moment=now))


def forgot(*, session: Session, adres: str, clock: Clock) -> tuple[Account, str] | None:
    """Whom to mail which token, for a new password within the hour. None without a password, when disabled, for no mailbox.

    Whoever asked proves nothing: what he asked for only goes to the mailbox, and a second factor stays on.
    """
    active = select(models.Account.id).where(models.Account.uitgezet_op.is_(None), models.Account.wachtwoord.is_not(None))
    account_id = session.exec(active.where(models.Account.adres == adres)).first()
    found = account(session=session, account_id=account_id) if account_id else None
    if found is None or not found.can_get_mail:
        return None
    asked = {"adres": found.adres, "herstellink": "gevraagd bij het aanmelden"}
    write_log(session, Handeling.ACCOUNT, by=Gebruiker(SOMEBODY, Weg.FORMULIER), now=clock.now(), nieuw=asked)
    return found, make_link(session, found.id, "herstel")


def use_link(*, session: Session, token: str, wachtwoord_hash: str | None, clock: Clock) -> int:
    """Takes up an invitation, a reset or the first start, once; returns the account. Raises OngeldigeInvoer.

    `wachtwoord_hash`: the new password; None only for the first start, which asks for none.
    """
    now = system_now()
    found = by_link(session=session, token=token, now=now)
    if found is None or (wachtwoord_hash is None and found[1] != "eerste_start"):
        raise OngeldigeInvoer(USED_LINK)
    account, soort = found
    link = (models.Toegangslink.token_hash == token_hash(token)) & models.Toegangslink.gebruikt_op.is_(None)
    if session.exec(update(models.Toegangslink).where(link).values(gebruikt_op=now)).rowcount != 1:
        raise OngeldigeInvoer(USED_LINK)
    if wachtwoord_hash is not None:
        session.get(models.Account, account.id).wachtwoord = wachtwoord_hash
        end_sessions(session, account.id)
    by = Gebruiker(account.naam, Weg.FORMULIER, account.id)
    write_log(session, Handeling.ACCOUNT, by=by, now=clock.now(), nieuw={"link_gebruikt": soort})
    return account.id


def change_password(*, session: Session, wachtwoord_hash: str, by: Gebruiker, clock: Clock) -> None:
    """Of oneself, after the old one was checked; all other sessions end. Raises NietAangemeld."""
    eis(session, by, Recht.EIGEN_ACCOUNT)
    session.get(models.Account, by.account_id).wachtwoord = wachtwoord_hash
    end_sessions(session, by.account_id, but=by.sessie_id)
    write_log(session, Handeling.ACCOUNT, by=by, now=clock.now(), nieuw={"wachtwoord": "gewijzigd"})


def set_totp(*, session: Session, geheim: str | None, stap: int | None, by: Gebruiker, clock: Clock) -> None:
    """Turns the second factor of oneself on (after a first code was right, `stap` its step) or, with None, off."""
    eis(session, by, Recht.EIGEN_ACCOUNT)
    account = session.get(models.Account, by.account_id)
    account.totp_geheim, account.totp_stap = geheim, stap
    end_sessions(session, by.account_id, but=by.sessie_id)
    write_log(session, Handeling.ACCOUNT, by=by, now=clock.now(), nieuw={"tweede_factor": geheim is not None})


def use_totp(*, session: Session, account_id: int, stap: int) -> bool:
    """Whether this code was not used before; each step of half a minute lets somebody in once."""
    unused = models.Account.totp_stap.is_(None) | (models.Account.totp_stap < stap)
    mine = (models.Account.id == account_id) & unused
    return session.exec(update(models.Account).where(mine).values(totp_stap=stap)).rowcount == 1


def bind_subject(*, session: Session, account_id: int, onderwerp: str) -> None:
    """Remembers who an account is to the organisation's own sign-in. Raises OngeldigeInvoer for somebody else's."""
    account = session.get(models.Account, account_id)
    others = select(models.Account.id).where(models.Account.onderwerp == onderwerp, models.Account.id != account_id)
    if account.onderwerp not in (None, onderwerp) or session.exec(others).first() is not None:
        raise OngeldigeInvoer("Dit account hoort bij een andere aanmelding. Vraag de beheerder om hulp.")
    account.onderwerp = onderwerp
