"""The second factor of an account: its secret, the codes that were used, and the noodcodes for who lost his telephone."""

from typing import NamedTuple

from sqlalchemy import delete, insert, update
from sqlmodel import Session, col, select

from db import models
from db.act import Act
from db.actions.ways_in import end_sessions
from db.sealing import Purpose, is_sealed_anew, seal, unseal
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import is_totp_secret
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.noodcode import new_noodcodes, noodcode_hash
from landkaart.domein.rechten import Recht

USED_CODE = "Deze code is al gebruikt. Wacht op de volgende code en probeer het opnieuw."


def turn_on(act: Act, *, geheim: str, stap: int) -> list[str]:
    """Turn one's own on, after a first code of the secret was right (`stap` its step); return the noodcodes, shown once.

    Raises NietAangemeld, and OngeldigeInvoer when it is on or the step was used.
    """
    act.require(Recht.EIGEN_ACCOUNT)
    row = act.session.get(models.Account, act.by.account_id)
    if row.totp_geheim is not None:
        raise OngeldigeInvoer("De tweede factor staat al aan. Ververs de pagina.")
    if not use_totp(session=act.session, account_id=row.id, stap=stap):
        raise OngeldigeInvoer(USED_CODE)
    row.totp_geheim, row.koppelbaar = seal(Purpose.TOTP, geheim), False
    codes = give_noodcodes(act.session, row.id)
    end_sessions(act.session, row.id, but=act.by.sessie_id)
    act.log(Handeling.ACCOUNT, nieuw={"tweede_factor": True, "noodcodes": len(codes)})
    return codes


def turn_off(act: Act) -> None:
    """Turn one's own off, after a code was used.

    Raises NietAangemeld.
    """
    act.require(Recht.EIGEN_ACCOUNT)
    take_off(act.session, act.by.account_id)
    end_sessions(act.session, act.by.account_id, but=act.by.sessie_id)
    act.log(Handeling.ACCOUNT, nieuw={"tweede_factor": False})


def renew_noodcodes(act: Act) -> list[str]:
    """Make ten new ones, after a code was used; those from before stop working.

    Raises NietAangemeld, and OngeldigeInvoer without a second factor.
    """
    act.require(Recht.EIGEN_ACCOUNT)
    if act.session.get(models.Account, act.by.account_id).totp_geheim is None:
        raise OngeldigeInvoer("De tweede factor staat uit. Ververs de pagina.")
    codes = give_noodcodes(act.session, act.by.account_id)
    act.log(Handeling.ACCOUNT, nieuw={"noodcodes": len(codes)})
    return codes


def use_totp(*, session: Session, account_id: int, stap: int) -> bool:
    """Use up a code; return whether it was not used before, nor a later one. A step counts once, whatever for."""
    unused = models.Account.totp_stap.is_(None) | (col(models.Account.totp_stap) < stap)
    mine = (models.Account.id == account_id) & unused
    return session.exec(update(models.Account).where(mine).values(totp_stap=stap)).rowcount == 1


def use_noodcode(*, session: Session, account_id: int, code: str) -> bool:
    """Use up a noodcode; return whether it is one of this account that was not used before."""
    found = noodcode_hash(account_id, code)
    unused = (models.Noodcode.account_id == account_id) & models.Noodcode.gebruikt_op.is_(None)
    mine = unused & (models.Noodcode.code_hash == (found or ""))
    return session.exec(update(models.Noodcode).where(mine).values(gebruikt_op=system_now())).rowcount == 1


def secret_of(*, session: Session, account_id: int) -> str | None:
    """Return the secret to judge a code by; None without one, or when the key that sealed it is lost."""
    sealed = session.exec(select(models.Account.totp_geheim).where(models.Account.id == account_id)).first()
    return unseal(Purpose.TOTP, sealed) if sealed else None


def take_off(session: Session, account_id: int) -> None:
    """Take the second factor off. The last step stays: what was used is used, for whatever comes next as well."""
    session.get(models.Account, account_id).totp_geheim = None
    session.exec(delete(models.Noodcode).where(models.Noodcode.account_id == account_id))


def give_noodcodes(session: Session, account_id: int) -> list[str]:
    session.exec(delete(models.Noodcode).where(models.Noodcode.account_id == account_id))
    codes = new_noodcodes()
    hashed = [{"account_id": account_id, "code_hash": noodcode_hash(account_id, code)} for code in codes]
    session.execute(insert(models.Noodcode), hashed)
    return codes


class Sealed(NamedTuple):
    """What came of sealing: how many were sealed now, and those of which the key is lost."""

    done: int
    lost: tuple[str, ...]


def seal_anew(act: Act) -> Sealed:
    """Seal with the first key what lies open, or was sealed with another.

    Raises NietToegestaan, NietAangemeld.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    lost: list[str] = []
    done = 0
    for row in act.session.exec(select(models.Account).where(col(models.Account.totp_geheim).is_not(None))).all():
        kept = row.totp_geheim or ""
        if is_sealed_anew(Purpose.TOTP, kept):
            continue
        plain = kept if is_totp_secret(kept) else unseal(Purpose.TOTP, kept)
        if plain is None:
            lost.append(kept)
        else:
            row.totp_geheim, done = seal(Purpose.TOTP, plain), done + 1
    if done:
        act.log(Handeling.ACCOUNT, nieuw={"tweede_factoren_verzegeld": done})
    return Sealed(done, tuple(lost))
