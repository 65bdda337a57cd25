"""Coming in and going out. Who does this proves himself by what he brings: a password, a link, a token.

Nobody is in yet, so most of these are given no act: they take the session, and `now` (on the clock of the landkaart) where
they leave a log line in the name of the account that it is about. How long a session or a link lasts is judged on the clock
of this machine.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, true, update
from sqlmodel import Session, select

from db import models
from db.act import Act
from db.actions.tweede_factor import take_off
from db.actions.ways_in import end_links, end_sessions, end_tokens, make_link
from db.queries.accounts import (
    ASKED,
    ASKED_WINDOW,
    BUSY,
    WINDOW,
    FoundLink,
    account,
    at,
    by_link,
    is_crowded,
    is_known,
    is_slowed_down,
)
from landkaart.domein.account import Account
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import new_token, token_hash
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht, Weg

# Who asks for a link has not shown who he is.
SOMEBODY = "iemand die niet is aangemeld"
# Instead of the number of a try: others are being judged first.
WAIT = 0
# How the ways in by the organisation's own sign-in begin, as the log names them.
BY_OIDC = "oidc"
USED_LINK = "Deze link is al gebruikt of verlopen. Vraag de beheerder om een nieuwe."


def start_session(*, session: Session, account_id: int, manier: str, now: datetime, herkomst: str = "") -> str:
    """Let in who gave the proof (`manier`: which); return the token for the cookie, a new one each time.

    What failed before is forgiven; in a place where he is known (`herkomst`) only what failed there, for the rest may have
    been somebody else.

    Raises OngeldigeInvoer for an account that is disabled.
    """
    account = session.get(models.Account, account_id)
    if account is None or account.uitgezet_op is not None:
        raise OngeldigeInvoer("Dit account is uitgezet. Vraag de beheerder om het weer aan te zetten.")
    begun, token = system_now(), new_token()
    session.add(models.Sessie(account_id=account_id, token_hash=token_hash(token), begonnen_op=begun, actief_op=begun))
    if not manier.startswith(BY_OIDC):
        # In by another way: from here on an address at the provider opens nothing of his.
        account.koppelbaar = False
    own = at(herkomst) if is_known(herkomst) else true()
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


def count_try(*, session: Session, adres: str, herkomst: str) -> int | None:
    """Count a try before it is judged; return its number, None when there were too many for the account or the place.

    WAIT when what is under way from this machine decides whether it is one too many: nothing was counted then.

    Asked and counted where one comes after another: a hundred guesses at once count as a hundred. Until somebody proves
    himself it stands as a failure of the account; what is older than the window is thrown away.
    """
    now, adres = system_now(), adres[:254]
    if is_slowed_down(session=session, adres=adres, herkomst=herkomst, now=now):
        return None
    if is_crowded(session=session, adres=adres, herkomst=herkomst, now=now):
        return WAIT
    old = (models.Poging.moment <= now - WINDOW) & models.Poging.adres.not_like(f"{ASKED}%")
    session.exec(delete(models.Poging).where(old))
    row = models.Poging(adres=adres, herkomst=BUSY + herkomst[:64], moment=now)
    session.add(row)
    session.flush()
    return row.id


def note_wrong(*, session: Session, number: int, herkomst: str) -> None:
    """Count a try as a failure of the place that it came from: people behind one address do not wait for who is right."""
    session.exec(update(models.Poging).where(models.Poging.id == number).values(herkomst=herkomst[:64]))


def forgive_try(*, session: Session, number: int) -> None:
    """Take a try back that was right. The others stay: who has a password may still be guessing a code."""
    session.exec(delete(models.Poging).where(models.Poging.id == number))


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


def use_link(*, session: Session, token: str, wachtwoord_hash: str | None, now: datetime) -> FoundLink:
    """Take up an invitation, a reset or the first start, once; return what it was, with the account as it was.

    `wachtwoord_hash`: the new password; None only for the first start, which asks for none.

    Raises OngeldigeInvoer.
    """
    used = system_now()
    found = by_link(session=session, token=token, now=used)
    if found is None or (wachtwoord_hash is None and found.soort != "eerste_start"):
        raise OngeldigeInvoer(USED_LINK)
    account = found.account
    said: dict[str, object] = {"link_gebruikt": found.soort}
    # Two at once read the same link as unused; one of them changes the row.
    link = (models.Toegangslink.token_hash == token_hash(token)) & models.Toegangslink.gebruikt_op.is_(None)
    if session.exec(update(models.Toegangslink).where(link).values(gebruikt_op=used)).rowcount != 1:
        raise OngeldigeInvoer(USED_LINK)
    if wachtwoord_hash is not None:
        keep_password(session, account.id, wachtwoord_hash)
        # Of more invitations beside each other the others have no purpose left.
        end_links(session, account.id)
        end_sessions(session, account.id)
        # Who was invited more than once has several; who finds one of the others must not choose a password with it.
        end_links(session, account.id)
    if found.factor_uit and account.heeft_totp:
        take_off(session, account.id)
        said["tweede_factor"] = False
    by = Gebruiker(account.naam, Weg.FORMULIER, account.id)
    Act(session, by, now).log(Handeling.ACCOUNT, nieuw=said)
    return found


def change_password(act: Act, *, wachtwoord_hash: str) -> None:
    """Change one's own, after the old one was checked; all other sessions end.

    Raises NietAangemeld.
    """
    act.require(Recht.EIGEN_ACCOUNT)
    keep_password(act.session, act.by.account_id, wachtwoord_hash)
    end_sessions(act.session, act.by.account_id, but=act.by.sessie_id)
    act.log(Handeling.ACCOUNT, nieuw={"wachtwoord": "gewijzigd"})


def keep_password(session: Session, account_id: int, wachtwoord_hash: str) -> None:
    row = session.get(models.Account, account_id)
    # Who has a way in of his own is bound to nothing by his address any more.
    row.wachtwoord, row.koppelbaar = wachtwoord_hash, False
    end_tokens(session, account_id)


def use_state(*, session: Session, state: str, lasts: timedelta) -> bool:
    """Use up a way back from the organisation's own sign-in; return whether it was not used before, at whichever program.

    What is older than twice `lasts` is refused by then for its age, and need not be remembered.
    """
    now, mine = system_now(), token_hash(state)
    session.exec(delete(models.Terugkeer).where(models.Terugkeer.moment <= now - 2 * lasts))
    if session.get(models.Terugkeer, mine) is not None:
        return False
    session.add(models.Terugkeer(state_hash=mine, moment=now))
    return True
