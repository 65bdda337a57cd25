"""Factories: somebody with an account, and somebody who is in. Straight into the database, no password typed."""

from collections.abc import Sequence

from sqlalchemy import func, update
from sqlmodel import Session, select

from db import models
from db.actions.sessies import count_try, note_wrong, start_session
from db.engine import read_session, write_session
from db.queries.clock import clock
from db.queries.sessies import by_token
from db.sealing import Purpose, seal
from landkaart.domein.clock import system_now
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.rollen import Rol
from landkaart.domein.sessie import Aangemeld
from landkaart.web.sign_in.password_hash import make_hash


def make_account(
    rol: Rol | str,
    werkpleinen: Sequence[str] = (),
    naam: str | None = None,
    wachtwoord: str | None = None,
    adres: str | None = None,
    **columns: object,
) -> int:
    """Its id. Without `adres` each gets one of its own; `totp`: the secret of its second factor.

    `columns`: whatever else the row must hold.
    """
    rol = Rol(rol)
    if geheim := columns.pop("totp", None):
        columns["totp_geheim"] = seal(Purpose.TOTP, geheim)
    kept = wachtwoord and make_hash(wachtwoord)
    with write_session() as session:
        number = session.exec(select(func.count()).select_from(models.Account)).one() + 1
        adres, naam = adres or f"{rol.value}-{number}@voorbeeld.nl", naam or f"{rol.label} {number}"
        row = models.Account(adres=adres, naam=naam, rol=rol.value, wachtwoord=kept, **columns)
        session.add(row)
        session.flush()
        give_werkpleinen(session, row.id, werkpleinen)
        return row.id


def make_invited(rol: Rol | str, werkpleinen: Sequence[str] = (), **columns: object) -> int:
    """Its id: somebody who was invited, also for the sign-in of his organisation, and was never in."""
    return make_account(rol, werkpleinen, koppelbaar=True, **columns)


def give_werkpleinen(session: Session, account_id: int, codes: Sequence[str]) -> None:
    ids = session.exec(select(models.Werkplein.id).where(models.Werkplein.code.in_(codes))).all()
    assert len(ids) == len(set(codes)), f"not all of these werkpleinen exist: {codes}"
    session.add_all(models.AccountWerkplein(account_id=account_id, werkplein_id=number) for number in ids)


def open_session(account_id: int) -> str:
    """The token for its cookie."""
    with write_session() as session:
        return start_session(session=session, account_id=account_id, manier="wachtwoord", now=clock(session=session).now())


def fail(session: Session, adres: str, herkomst: str) -> None:
    """Somebody tried, and it was wrong."""
    number = count_try(session=session, adres=adres, herkomst=herkomst)
    note_wrong(session=session, number=number, herkomst=herkomst)


def who_has(token: str) -> Aangemeld | None:
    """Who comes in with this cookie, as the guard would find."""
    with read_session() as session:
        return by_token(session=session, token=token, now=system_now())


def sign_in_as(rol: Rol | str, werkpleinen: Sequence[str] = (), naam: str | None = None) -> Gebruiker:
    """A new account with a running session: for `by=`."""
    return who_has(open_session(make_account(rol, werkpleinen, naam))).gebruiker


def session_of_coordinator(werkpleinen: Sequence[str]) -> int:
    """Of somebody who is coördinator of them."""
    by = sign_in_as("werkplein", werkpleinen)
    make_coordinator(by.account_id)
    return by.sessie_id


def make_coordinator(account_id: int) -> None:
    """Of every werkplein that he has."""
    with write_session() as session:
        mine = models.AccountWerkplein.account_id == account_id
        session.exec(update(models.AccountWerkplein).where(mine).values(coordinator=True))


def session_of(rol: Rol | str, werkpleinen: Sequence[str] = (), naam: str | None = None) -> int:
    """For AppTest: `at.user = {"sessie": str(session_of("ako"))}`."""
    return sign_in_as(rol, werkpleinen, naam).sessie_id
