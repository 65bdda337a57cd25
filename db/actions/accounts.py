"""Accounts: who may come in, as what, for which werkpleinen. Every change ends the sessions that it touches."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, update
from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.queries.accounts import account
from db.rights import eis
from landkaart.domein.account import Account, require_address
from landkaart.domein.clock import Clock, system_now
from landkaart.domein.credentials import new_token, token_hash
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht
from landkaart.domein.rollen import Rol
from landkaart.domein.typed_text import clean

FIRST = "beheer@landkaart.invalid"
DEMO_WERKPLEINEN = ("assen", "harderwijk")
LASTS = {"uitnodiging": timedelta(days=7), "herstel": timedelta(hours=1), "eerste_start": timedelta(days=7)}


def invite(
    *,
    session: Session,
    adres: str,
    naam: str,
    organisatie: str,
    rol: Rol,
    werkpleinen: Sequence[str],
    by: Gebruiker,
    clock: Clock,
) -> str:
    """Makes the account and returns the token of its invitation. Raises NietToegestaan, NietAangemeld, OngeldigeInvoer."""
    eis(session, by, Recht.ACCOUNTS_BEHEREN)
    adres = require_address(adres.strip())
    if session.exec(select(models.Account.id).where(models.Account.adres == adres)).first() is not None:
        raise OngeldigeInvoer("Er is al een account met dit e-mailadres.")
    row = models.Account(adres=adres, naam=require_name(naam), organisatie=clean(organisatie, 120), rol=rol.value)
    session.add(row)
    session.flush()
    keep_werkpleinen(session, row.id, rol, werkpleinen)
    log_change(session, None, row.id, by, clock)
    return make_link(session, row.id, "uitnodiging")


def change(
    *,
    session: Session,
    account_id: int,
    naam: str,
    organisatie: str,
    rol: Rol,
    werkpleinen: Sequence[str],
    by: Gebruiker,
    clock: Clock,
) -> None:
    """Another role or other werkpleinen end the sessions. Raises as `invite`; the last beheerder stays beheerder."""
    eis(session, by, Recht.ACCOUNTS_BEHEREN)
    before = require_account(session, account_id)
    if rol is not Rol.BEHEER:
        keep_a_beheerder(session, before)
    row = session.get(models.Account, account_id)
    row.naam, row.organisatie, row.rol = require_name(naam), clean(organisatie, 120), rol.value
    keep_werkpleinen(session, account_id, rol, werkpleinen)
    if (rol, set(werkpleinen)) != (before.rol, set(before.werkpleinen)):
        end_sessions(session, account_id)
    log_change(session, before, account_id, by, clock)


def disable(*, session: Session, account_id: int, by: Gebruiker, clock: Clock) -> None:
    """Ends access at once. Raises as `invite`; the last beheerder cannot be disabled."""
    eis(session, by, Recht.ACCOUNTS_BEHEREN)
    before = require_account(session, account_id)
    keep_a_beheerder(session, before)
    session.get(models.Account, account_id).uitgezet_op = clock.now()
    end_sessions(session, account_id)
    log_change(session, before, account_id, by, clock)


def enable(*, session: Session, account_id: int, by: Gebruiker, clock: Clock) -> None:
    eis(session, by, Recht.ACCOUNTS_BEHEREN)
    before = require_account(session, account_id)
    session.get(models.Account, account_id).uitgezet_op = None
    log_change(session, before, account_id, by, clock)


def reset(*, session: Session, account_id: int, by: Gebruiker, clock: Clock) -> str:
    """A link to choose a new password, also for who lost the second factor; returns its token.

    Who lost only a telephone goes on with the password that he has: the second factor is off at once.
    """
    eis(session, by, Recht.ACCOUNTS_BEHEREN)
    before = require_account(session, account_id)
    row = session.get(models.Account, account_id)
    row.totp_geheim = row.totp_stap = None
    log_change(session, before, account_id, by, clock, herstellink=True)
    return make_link(session, account_id, "herstel" if before.heeft_wachtwoord else "uitnodiging")


def first_beheerder(*, session: Session, by: Gebruiker, clock: Clock) -> str | None:
    """The token of a link that signs in as beheerder once; None as soon as a beheerder has a way in of his own."""
    eis(session, by, Recht.ACCOUNTS_BEHEREN)
    real = (models.Account.rol == Rol.BEHEER.value) & models.Account.demo.is_(False) & models.Account.uitgezet_op.is_(None)
    found = session.exec(select(models.Account).where(real)).all()
    if any(row.wachtwoord or row.onderwerp for row in found):
        return None
    row = found[0] if found else models.Account(adres=FIRST, naam="Beheerder", rol=Rol.BEHEER.value)
    if row.id is None:
        session.add(row)
        session.flush()
        log_change(session, None, row.id, by, clock)
    made = {"adres": row.adres, "link": "eerste start"}
    write_log(session, Handeling.ACCOUNT, by=by, now=clock.now(), nieuw=made)
    return make_link(session, row.id, "eerste_start")


def add_demo_accounts(*, session: Session, wachtwoord_hash: str, by: Gebruiker, clock: Clock) -> None:
    """One per role, with a password that everybody may know; only ever beside the data of 2009."""
    eis(session, by, Recht.ACCOUNTS_BEHEREN)
    for rol in Rol:
        naam = f"Demo {rol.label}"
        row = models.Account(adres=f"{rol.value}@demo.nl", naam=naam, rol=rol.value, wachtwoord=wachtwoord_hash, demo=True)
        session.add(row)
        session.flush()
        keep_werkpleinen(session, row.id, rol, DEMO_WERKPLEINEN if rol is Rol.WERKPLEIN else ())
        log_change(session, None, row.id, by, clock)


def end_demo(*, session: Session, by: Gebruiker, clock: Clock) -> None:
    """Real data came in: whoever knows the demo's password must not see them."""
    eis(session, by, Recht.ACCOUNTS_BEHEREN)
    demo = models.Account.demo.is_(True) & models.Account.uitgezet_op.is_(None)
    for row in session.exec(select(models.Account).where(demo)).all():
        before = require_account(session, row.id)
        row.uitgezet_op = clock.now()
        end_sessions(session, row.id)
        log_change(session, before, row.id, by, clock)


def require_account(session: Session, account_id: int) -> Account:
    found = account(session=session, account_id=account_id)
    if found is None:
        raise OngeldigeInvoer("Dit account bestaat niet meer. Ververs de pagina.")
    return found


def require_name(naam: str) -> str:
    found = clean(naam, 120)
    if not found or "\n" in found:
        raise OngeldigeInvoer("Vul een naam in, op één regel.")
    return found


def keep_a_beheerder(session: Session, account: Account) -> None:
    """Raises OngeldigeInvoer when nobody would be left to let people in; who was only invited cannot, yet."""
    can_sign_in = models.Account.wachtwoord.is_not(None) | models.Account.onderwerp.is_not(None)
    beheerder = (models.Account.rol == Rol.BEHEER.value) & models.Account.uitgezet_op.is_(None)
    others = select(models.Account.id).where(beheerder, can_sign_in, models.Account.id != account.id)
    is_beheerder = account.rol is Rol.BEHEER and account.uitgezet_op is None
    if is_beheerder and session.exec(others).first() is None:
        raise OngeldigeInvoer("Dit is de laatste beheerder. Zorg eerst dat een andere beheerder kan aanmelden.")


def keep_werkpleinen(session: Session, account_id: int, rol: Rol, codes: Sequence[str]) -> None:
    """Only the role werkplein has werkpleinen, and at least one."""
    if bool(codes) != (rol is Rol.WERKPLEIN):
        wanted = (
            "Kies minstens één werkplein." if rol is Rol.WERKPLEIN else f"De rol {rol.label} heeft geen eigen werkplein."
        )
        raise OngeldigeInvoer(wanted)
    ids = list(session.exec(select(models.Werkplein.id).where(models.Werkplein.code.in_(list(codes)))))
    if len(ids) != len(set(codes)):
        raise OngeldigeInvoer("Een van de gekozen werkpleinen bestaat niet. Kies ze opnieuw.")
    session.exec(delete(models.AccountWerkplein).where(models.AccountWerkplein.account_id == account_id))
    if ids:
        session.execute(
            insert(models.AccountWerkplein), [{"account_id": account_id, "werkplein_id": number} for number in ids]
        )


def end_sessions(session: Session, account_id: int, but: int | None = None) -> None:
    """All sessions of an account; `but`: the one that may go on."""
    running = (models.Sessie.account_id == account_id) & models.Sessie.beeindigd_op.is_(None)
    session.exec(update(models.Sessie).where(running, models.Sessie.id != (but or 0)).values(beeindigd_op=system_now()))


def make_link(session: Session, account_id: int, soort: str) -> str:
    """A fresh link; earlier ones of this account stop working."""
    now = system_now()
    open_links = (models.Toegangslink.account_id == account_id) & models.Toegangslink.gebruikt_op.is_(None)
    session.exec(update(models.Toegangslink).where(open_links).values(gebruikt_op=now))
    token = new_token()
    row = {"account_id": account_id, "soort": soort, "token_hash": token_hash(token), "verloopt_op": now + LASTS[soort]}
    session.add(models.Toegangslink(**row))
    return token


def log_change(
    session: Session, before: Account | None, account_id: int, by: Gebruiker, clock: Clock, herstellink: bool = False
) -> None:
    session.flush()
    session.expire_all()
    now = facts(account(session=session, account_id=account_id)) | ({"herstellink": "gemaakt"} if herstellink else {})
    write_log(session, Handeling.ACCOUNT, by=by, now=clock.now(), oud=before and facts(before), nieuw=now)


def facts(account: Account) -> dict[str, object]:
    """What the log keeps of an account: no secrets."""
    return {
        "adres": account.adres,
        "naam": account.naam,
        "organisatie": account.organisatie,
        "rol": account.rol.value,
        "werkpleinen": list(account.werkpleinen),
        "uitgezet_op": moment_text(account.uitgezet_op),
        "tweede_factor": account.heeft_totp,
    }


def moment_text(moment: datetime | None) -> str | None:
    return moment and moment.isoformat()
