"""The coördinator of a werkplein lets colleagues of that werkplein in, and takes them out; nothing else."""

from sqlalchemy import delete
from sqlmodel import Session, col, select

from db import models
from db.act import Act
from db.actions.account_rows import columns, log_change, require_account
from db.actions.ways_in import add_link, end_links, end_sessions
from db.actions.werkpleinen import require_werkplein
from db.queries.accounts import by_adres
from landkaart.domein.account import Account, Profiel, require_address
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.rechten import Recht
from landkaart.domein.rollen import Rol
from landkaart.programma.namen import WERKPLEIN

ELSEWHERE = f"heeft ook een ander {WERKPLEIN}. Vraag de beheerder om een uitnodiging."


def invite_collega(act: Act, *, werkplein: str, adres: str, naam: str, organisatie: str) -> str | None:
    """Let somebody fill in this werkplein, with a new account or the one that he has; return the token of a link for him.

    None for who has a way in already, or other werkpleinen: whoever gets a link comes in with all that it opens.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.COLLEGAS_BEHEREN, werkplein)
    closed, row = require_werkplein(act.session, werkplein)
    if closed.actief_tot is not None:
        raise OngeldigeInvoer(f"{closed.naam} sluit of is gesloten: daar komt niemand meer bij.")
    adres = require_address(adres.strip())
    before = by_adres(session=act.session, adres=adres)
    if before is None:
        profiel = Profiel(naam, organisatie, Rol.WERKPLEIN)
        fresh = models.Account(adres=adres, koppelbaar=True, **columns(profiel))
        act.session.add(fresh)
        act.session.flush()
        number = fresh.id or 0
    else:
        require_joining(before, werkplein)
        number = before.id
        # He was taken out of the last werkplein that he had.
        act.session.get_one(models.Account, number).uitgezet_op = None
    act.session.add(models.AccountWerkplein(account_id=number, werkplein_id=row.id))
    log_change(act, before, number)
    after = require_account(act.session, number)
    return None if after.can_sign_in or not is_ours(act, after) else fresh_link(act, after)


def require_joining(account: Account, werkplein: str) -> None:
    """Judge that somebody who has an account can be put on a werkplein.

    Raises OngeldigeInvoer.
    """
    if account.rol is not Rol.WERKPLEIN or account.demo:
        raise OngeldigeInvoer(f"Met dit adres is er een account dat geen {WERKPLEIN} invult. Vraag de beheerder om hulp.")
    if werkplein in account.werkpleinen:
        raise OngeldigeInvoer(f"Deze persoon vult dit {WERKPLEIN} al in.")
    if account.uitgezet_op is not None and account.werkpleinen:
        raise OngeldigeInvoer("Dit account is uitgezet. Vraag de beheerder om het weer aan te zetten.")


def invite_collega_again(act: Act, *, werkplein: str, account_id: int) -> str:
    """Make another link for a colleague who has no way in yet, and return its token; one of before goes on working.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.COLLEGAS_BEHEREN, werkplein)
    before = require_collega(act.session, werkplein, account_id)
    if before.can_sign_in or before.uitgezet_op is not None:
        raise OngeldigeInvoer(f"{before.naam} heeft al een eigen toegang. Ververs de pagina.")
    if not is_ours(act, before):
        raise OngeldigeInvoer(f"{before.naam} {ELSEWHERE}")
    log_change(act, before, account_id, herstellink=True)
    return fresh_link(act, before)


def remove_collega(act: Act, *, werkplein: str, account_id: int) -> None:
    """Take a werkplein away from somebody, and sign him out; who has none left, cannot come in any more.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.COLLEGAS_BEHEREN, werkplein)
    before = require_collega(act.session, werkplein, account_id)
    if account_id == act.by.account_id or werkplein in before.coordinator_van:
        raise OngeldigeInvoer(f"{before.naam} is coördinator van dit {WERKPLEIN}. Dat wijzigt de beheerder.")
    holds, number = models.AccountWerkplein, models.Werkplein.id
    mine = col(holds.werkplein_id).in_(select(number).where(models.Werkplein.code == werkplein))
    act.session.exec(delete(holds).where(mine, col(holds.account_id) == account_id))
    if before.werkpleinen == (werkplein,):
        row = act.session.get_one(models.Account, account_id)
        row.uitgezet_op = row.uitgezet_op or act.now
        end_links(act.session, account_id)
    end_sessions(act.session, account_id)
    log_change(act, before, account_id)


def require_collega(session: Session, werkplein: str, account_id: int) -> Account:
    found = require_account(session, account_id)
    if werkplein not in found.werkpleinen:
        raise OngeldigeInvoer(f"{found.naam} vult dit {WERKPLEIN} niet in. Ververs de pagina.")
    return found


def is_ours(act: Act, account: Account) -> bool:
    """Say whether all that an account opens is of whoever asks; the operator has it all."""
    if act.by.account_id is None:
        return True
    return set(account.werkpleinen) <= set(require_account(act.session, act.by.account_id).coordinator_van)


def fresh_link(act: Act, account: Account) -> str:
    if not account.heeft_totp:
        act.session.get_one(models.Account, account.id).koppelbaar = True
    return add_link(act.session, account.id, "uitnodiging")[0]
