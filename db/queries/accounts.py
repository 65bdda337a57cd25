"""The accounts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from db import models
from landkaart.domein.account import Account
from landkaart.domein.credentials import token_hash
from landkaart.domein.koppeling import as_koppeling
from landkaart.domein.rollen import Rol

# Within this time so many failures are let pass: of strangers together for one account, and from one machine. From there on
# one failure from that machine is enough for an account: who guesses at many is stopped, and who shares it is not.
WINDOW = timedelta(minutes=15)
PER_ACCOUNT, PER_ADDRESS = 5, 30
# How places begin where an account is known: from inside a session, after his organisation vouched for him, and a browser
# in which its owner signed in before. What strangers tried does not count there. They are in capitals, which no machine is.
INSIDE, VOUCHED, BROWSER = "BINNEN", "OIDC", "BROWSER "
# A known browser waits so long after its fifth failure, and twice as long after each next one.
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=5)
# Who asks for a link by mail is counted among the tries, in capitals: what somebody signs in with has none.
ASKED = "HERSTEL "
# What is still being judged counts for the account already, and for what its machine may fail only when it was wrong.
BUSY = "BEZIG "
ASKED_WINDOW = timedelta(hours=1)
ASKED_PER_ACCOUNT, ASKED_PER_ADDRESS = 3, 30


def accounts(*, session: Session, ids: Collection[int] | None = None) -> list[Account]:
    """Return all of them by naam, those that were disabled too; not who was erased. `ids`: only of these."""
    own: dict[int, dict[str, bool]] = {}
    holds = models.AccountWerkplein
    pairs = select(holds.account_id, models.Werkplein.code, holds.coordinator).join(models.Werkplein)
    there = select(models.Account).where(models.Account.gewist_op.is_(None))
    if ids is not None:
        pairs, there = pairs.where(holds.account_id.in_(ids)), there.where(models.Account.id.in_(ids))
    for account_id, code, coordinator in session.exec(pairs.order_by(models.Werkplein.code)):
        own.setdefault(account_id, {})[code] = coordinator
    unused = select(models.Noodcode.account_id, func.count()).where(models.Noodcode.gebruikt_op.is_(None))
    left = dict(session.exec(unused.group_by(models.Noodcode.account_id)).all())
    rows = session.exec(there.order_by(models.Account.naam, models.Account.id))
    return [as_account(row, own.get(row.id, {}), left.get(row.id, 0)) for row in rows]


def account(*, session: Session, account_id: int) -> Account | None:
    """Find one by its id, also when it is disabled."""
    return next(iter(accounts(session=session, ids=[account_id])), None)


def accounts_of(*, session: Session, werkplein: str) -> list[int]:
    """Return the ids of who fills in a werkplein (its code), who was disabled too."""
    holds = models.AccountWerkplein
    query = select(holds.account_id).join(models.Werkplein, models.Werkplein.id == holds.werkplein_id)
    return list(session.exec(query.where(models.Werkplein.code == werkplein)))


@dataclass(frozen=True)
class Credentials:
    """What is kept to check somebody with; leaves the database only for that."""

    account_id: int
    wachtwoord: str | None
    heeft_totp: bool


def credentials(*, session: Session, adres: str) -> Credentials | None:
    """Find what to check somebody with; None for who is unknown or disabled."""
    found = select(models.Account).where(models.Account.adres == adres, models.Account.uitgezet_op.is_(None))
    row = session.exec(found).first()
    return None if row is None else Credentials(row.id, row.wachtwoord, row.totp_geheim is not None)


def still_sealed(*, session: Session, secrets: Sequence[str]) -> bool:
    """Tell whether any account still has one of these secrets."""
    found = select(models.Account.id).where(models.Account.totp_geheim.in_(secrets))
    return session.exec(found).first() is not None


def by_onderwerp(*, session: Session, onderwerp: str) -> Account | None:
    """Find whom the organisation's own sign-in knows by this issuer and subject, also when he is disabled."""
    found = session.exec(select(models.Account.id).where(models.Account.onderwerp == onderwerp)).first()
    return None if found is None else account(session=session, account_id=found)


def by_adres(*, session: Session, adres: str) -> Account | None:
    """Find one by its address, also when it is disabled."""
    found = session.exec(select(models.Account.id).where(models.Account.adres == adres)).first()
    return None if found is None else account(session=session, account_id=found)


class FoundLink(NamedTuple):
    """A link that works; `factor_uit`: whoever uses it has no second factor any more."""

    account: Account
    soort: str
    factor_uit: bool


def by_link(*, session: Session, token: str, now: datetime) -> FoundLink | None:
    """Find whose link this is and of what kind; None when it can no longer be used. `now`: of this machine."""
    query = select(models.Toegangslink).where(models.Toegangslink.token_hash == token_hash(token))
    link = session.exec(query).first()
    if link is None or link.gebruikt_op is not None or link.verloopt_op <= now:
        return None
    found = account(session=session, account_id=link.account_id)
    return FoundLink(found, link.soort, link.factor_uit) if found and found.uitgezet_op is None else None


def is_slowed_down(*, session: Session, adres: str, herkomst: str, now: datetime) -> bool:
    """Tell whether a try for this account from this place has to wait, by what failed in a quarter of an hour."""
    since = now - WINDOW
    here = tries(session, since, adres, herkomst)
    if herkomst.startswith(BROWSER):
        return here >= PER_ACCOUNT and now - last_try(session, adres, herkomst) < wait_after(here)
    if is_known(herkomst):
        return here >= PER_ACCOUNT
    by_strangers = tries(session, since, adres) - tries(session, since, adres, BROWSER)
    failed_here = failures(session, since, adres, herkomst) > 0
    return by_strangers >= PER_ACCOUNT or (failed_here and failures(session, since, None, herkomst) >= PER_ADDRESS)


def is_crowded(*, session: Session, adres: str, herkomst: str, now: datetime) -> bool:
    """Tell whether what is still being judged decides if this try is one too many for its machine: it waits for that."""
    since = now - WINDOW
    again = not is_known(herkomst) and tries(session, since, adres, herkomst) > 0
    return again and tries(session, since, herkomst=herkomst) >= PER_ADDRESS


def is_known(herkomst: str) -> bool:
    """Tell whether a place is one where an account is known."""
    return herkomst in (INSIDE, VOUCHED) or herkomst.startswith(BROWSER)


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
    """Count what was tried since then, what is still being judged too: for an account, from a place, or both.

    `BROWSER` is every known browser.
    """
    query = select(func.count()).select_from(models.Poging).where(models.Poging.moment > since)
    if adres is not None:
        query = query.where(models.Poging.adres == adres)
    if herkomst is not None:
        query = query.where(at(herkomst))
    return session.exec(query).one()


def failures(session: Session, since: datetime, adres: str | None, herkomst: str) -> int:
    """Count what was tried there since then and was wrong."""
    return tries(session, since, adres, herkomst) - tries(session, since, adres, BUSY + herkomst)


def at(herkomst: str) -> ColumnElement[bool]:
    """Choose the tries from a place, also those that are still being judged."""
    kept = col(models.Poging.herkomst)
    if herkomst == BROWSER:
        return kept.startswith(BROWSER) | kept.startswith(BUSY + BROWSER)
    return kept.in_((herkomst, BUSY + herkomst))


def last_try(session: Session, adres: str, herkomst: str) -> datetime:
    """Return when the last one was for this account from this place, of which there is one."""
    mine = select(func.max(models.Poging.moment)).where(models.Poging.adres == adres, at(herkomst))
    return session.exec(mine).one()


def demo_accounts(*, session: Session) -> list[Account]:
    """Find the ones that may be shown on the sign-in page; there are none beside real data."""
    return [found for found in accounts(session=session) if found.demo and found.uitgezet_op is None]


def as_account(row: models.Account, werkpleinen: Mapping[str, bool], noodcodes: int) -> Account:
    """Make the value of a row; `werkpleinen`: by code whether he is the coördinator."""
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
        koppeling=as_koppeling(row.onderwerp, row.gekoppeld_op),
        koppelbaar=row.koppelbaar,
        noodcodes=noodcodes,
        coordinator_van=tuple(code for code, coordinator in werkpleinen.items() if coordinator),
    )
