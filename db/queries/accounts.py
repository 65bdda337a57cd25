"""The accounts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import Session, select

from db import models
from landkaart.domein.account import Account
from landkaart.domein.credentials import token_hash
from landkaart.domein.koppeling import as_koppeling
from landkaart.domein.rollen import Rol

# Within this time so many failures are let pass, for one account and from one machine.
WINDOW = timedelta(minutes=15)
PER_ACCOUNT, PER_ADDRESS = 5, 30
# Who asks for a link by mail is counted among the tries, in capitals: what somebody signs in with has none.
ASKED = "HERSTEL "
# What is still being judged counts for the account already, and for the machine when it was wrong.
BUSY = "BEZIG "
ASKED_WINDOW = timedelta(hours=1)
ASKED_PER_ACCOUNT, ASKED_PER_ADDRESS = 3, 30


def accounts(*, session: Session) -> list[Account]:
    """Return all of them by naam, those that were disabled too."""
    own: dict[int, list[str]] = {}
    pairs = select(models.AccountWerkplein.account_id, models.Werkplein.code).join(models.Werkplein)
    for account_id, code in session.exec(pairs.order_by(models.Werkplein.code)):
        own.setdefault(account_id, []).append(code)
    unused = select(models.Noodcode.account_id, func.count()).where(models.Noodcode.gebruikt_op.is_(None))
    left = dict(session.exec(unused.group_by(models.Noodcode.account_id)).all())
    rows = session.exec(select(models.Account).order_by(models.Account.naam, models.Account.id))
    return [as_account(row, own.get(row.id, ()), left.get(row.id, 0)) for row in rows]


def account(*, session: Session, account_id: int) -> Account | None:
    """Find one by its id, also when it is disabled."""
    return next((found for found in accounts(session=session) if found.id == account_id), None)


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
    """Tell whether too many tries failed in a quarter of an hour: for this account, or from this machine."""
    since = now - WINDOW
    by_account = tries(session, models.Poging.adres, adres, since) >= PER_ACCOUNT
    return by_account or tries(session, models.Poging.herkomst, herkomst, since) >= PER_ADDRESS


def is_crowded(*, session: Session, herkomst: str, now: datetime) -> bool:
    """Tell whether a machine has as many tries under way as it may still fail: whoever comes next waits for one of them."""
    judged, under_way = (tries(session, models.Poging.herkomst, each, now - WINDOW) for each in (herkomst, BUSY + herkomst))
    return judged + under_way >= PER_ADDRESS


def asked_enough(*, session: Session, adres: str, herkomst: str, now: datetime) -> bool:
    """Tell whether too many links were asked for in an hour: for this address, known or not, or from this machine."""
    since = now - ASKED_WINDOW
    by_account = tries(session, models.Poging.adres, ASKED + adres, since) >= ASKED_PER_ACCOUNT
    return by_account or tries(session, models.Poging.herkomst, ASKED + herkomst, since) >= ASKED_PER_ADDRESS


def tries(session: Session, column: InstrumentedAttribute[str], value: str, since: datetime) -> int:
    """Count what was tried since then with this value in a column of Poging."""
    recent = models.Poging.moment > since
    return session.exec(select(func.count()).select_from(models.Poging).where(column == value, recent)).one()


def demo_accounts(*, session: Session) -> list[Account]:
    """Find the ones that may be shown on the sign-in page; there are none beside real data."""
    return [found for found in accounts(session=session) if found.demo and found.uitgezet_op is None]


def as_account(row: models.Account, werkpleinen: Iterable[str], noodcodes: int) -> Account:
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
    )
