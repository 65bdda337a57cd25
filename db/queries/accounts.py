"""The accounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from db import models
from landkaart.domein.account import Account
from landkaart.domein.credentials import token_hash
from landkaart.domein.rollen import Rol

# Within this time so many failures are let pass: of strangers together for one account, and from one machine. From there on
# one failure from that machine is enough for an account: who guesses at many is stopped, and who shares it is not.
WINDOW = timedelta(minutes=15)
PER_ACCOUNT, PER_ADDRESS = 5, 30
# How places begin where an account is known: from inside a session, and a browser in which its owner signed in before.
# What strangers tried does not count there. A place is in capitals there, which no machine is.
INSIDE, BROWSER = "BINNEN", "BROWSER "
# A known browser waits so long after its fifth failure, and twice as long after each next one.
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=5)
# Who asks for a link by mail is counted among the tries, in capitals: what somebody signs in with has none.
ASKED = "HERSTEL "
ASKED_WINDOW = timedelta(hours=1)
ASKED_PER_ACCOUNT, ASKED_PER_ADDRESS = 3, 30


def accounts(*, session: Session) -> list[Account]:
    """Return all of them by naam, those that were disabled too; not who was erased."""
    own: dict[int, list[str]] = {}
    pairs = select(models.AccountWerkplein.account_id, models.Werkplein.code).join(models.Werkplein)
    for account_id, code in session.exec(pairs.order_by(models.Werkplein.code)):
        own.setdefault(account_id, []).append(code)
    there = select(models.Account).where(models.Account.gewist_op.is_(None))
    rows = session.exec(there.order_by(models.Account.naam, models.Account.id))
    return [as_account(row, own.get(row.id, ())) for row in rows]


def account(*, session: Session, account_id: int) -> Account | None:
    """Find one by its id, also when it is disabled."""
    return next((found for found in accounts(session=session) if found.id == account_id), None)


@dataclass(frozen=True)
class Credentials:
    """What is kept to check somebody with; leaves the database only for that."""

    account_id: int
    wachtwoord: str | None
    totp_geheim: str | None


def credentials(*, session: Session, adres: str) -> Credentials | None:
    """Find what to check somebody with; None for who is unknown or disabled."""
    found = select(models.Account).where(models.Account.adres == adres, models.Account.uitgezet_op.is_(None))
    row = session.exec(found).first()
    return None if row is None else Credentials(row.id, row.wachtwoord, row.totp_geheim)


def by_subject(*, session: Session, onderwerp: str, adres: str) -> int | None:
    """Find the id of the account of somebody whom the organisation's own sign-in vouches for.

    Known before by his `onderwerp`, or else invited by address. None for anybody else.
    """
    active = select(models.Account.id).where(models.Account.uitgezet_op.is_(None))
    known = session.exec(active.where(models.Account.onderwerp == onderwerp)).first()
    invited = active.where(models.Account.adres == adres, models.Account.onderwerp.is_(None))
    return known or session.exec(invited).first()


def by_link(*, session: Session, token: str, now: datetime) -> tuple[Account, str] | None:
    """Find whose link this is and of what kind; None when it can no longer be used. `now`: of this machine."""
    query = select(models.Toegangslink).where(models.Toegangslink.token_hash == token_hash(token))
    link = session.exec(query).first()
    if link is None or link.gebruikt_op is not None or link.verloopt_op <= now:
        return None
    found = account(session=session, account_id=link.account_id)
    return (found, link.soort) if found and found.uitgezet_op is None else None


def is_slowed_down(*, session: Session, adres: str, herkomst: str, now: datetime) -> bool:
    """Tell whether a try for this account from this place has to wait, by what failed in a quarter of an hour."""
    since = now - WINDOW
    here = tries(session, since, adres, herkomst)
    if herkomst.startswith(BROWSER):
        return here >= PER_ACCOUNT and now - last_try(session, adres, herkomst) < wait_after(here)
    if herkomst == INSIDE:
        return here >= PER_ACCOUNT
    by_strangers = tries(session, since, adres) - tries(session, since, adres, BROWSER)
    return by_strangers >= PER_ACCOUNT or (here > 0 and tries(session, since, herkomst=herkomst) >= PER_ADDRESS)


def wait_after(failures: int) -> timedelta:
    """Return how long a known browser waits after so many failures."""
    doubled: int = 2 ** min(failures - PER_ACCOUNT, 8)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def asked_enough(*, session: Session, adres: str, herkomst: str, now: datetime) -> bool:
    """Tell whether too many links were asked for in an hour: for this address, known or not, or from this machine."""
    since = now - ASKED_WINDOW
    by_account = tries(session, since, ASKED + adres) >= ASKED_PER_ACCOUNT
    return by_account or tries(session, since, herkomst=ASKED + herkomst) >= ASKED_PER_ADDRESS


def tries(session: Session, since: datetime, adres: str | None = None, herkomst: str | None = None) -> int:
    """Count what was tried since then: for an account, from a place, or both; `BROWSER` is every known browser."""
    query = select(func.count()).select_from(models.Poging).where(models.Poging.moment > since)
    if adres is not None:
        query = query.where(models.Poging.adres == adres)
    if herkomst is not None:
        query = query.where(at(herkomst))
    return session.exec(query).one()


def at(herkomst: str) -> ColumnElement[bool]:
    """Choose the tries from a place."""
    if herkomst == BROWSER:
        return col(models.Poging.herkomst).startswith(BROWSER)
    return col(models.Poging.herkomst) == herkomst


def last_try(session: Session, adres: str, herkomst: str) -> datetime:
    """Return when the last one was for this account from this place, of which there is one."""
    mine = select(func.max(models.Poging.moment)).where(models.Poging.adres == adres, models.Poging.herkomst == herkomst)
    return session.exec(mine).one()


def demo_accounts(*, session: Session) -> list[Account]:
    """Find the ones that may be shown on the sign-in page; there are none beside real data."""
    return [found for found in accounts(session=session) if found.demo and found.uitgezet_op is None]


def as_account(row: models.Account, werkpleinen: Iterable[str]) -> Account:
    return Account(
        id=row.id,
        adres=row.adres,
        naam=row.naam,
        organisatie=row.organisatie,
        rol=Rol(row.rol),
        werkpleinen=tuple(werkpleinen),
        heeft_wachtwoord=row.wachtwoord is not None,
        heeft_totp=row.totp_geheim is not None,
        uitgezet_op=row.uitgezet_op,
        demo=row.demo,
    )
