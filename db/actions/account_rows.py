"""The rows of accounts, and their lines in the log: a part of the acts that change them. It asks for no right."""

from sqlalchemy import delete, insert
from sqlmodel import Session, select

from db import models
from db.act import Act
from db.queries.accounts import account
from landkaart.domein.account import LAST_BEHEERDER, Account, Profiel, require_name, require_werkpleinen
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rollen import Rol
from landkaart.domein.typed_text import clean
from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN


def require_account(session: Session, account_id: int) -> Account:
    found = account(session=session, account_id=account_id)
    if found is None:
        raise OngeldigeInvoer("Dit account bestaat niet meer. Ververs de pagina.")
    return found


def columns(profiel: Profiel) -> dict[str, str]:
    """Return what the row of an account keeps of it.

    Raises OngeldigeInvoer.
    """
    naam, organisatie = require_name(profiel.naam), clean(profiel.organisatie, 120)
    return {"naam": naam, "organisatie": organisatie, "rol": profiel.rol.value}


def keep_a_beheerder(session: Session, account: Account) -> None:
    """Let through what leaves somebody to let people in; who was only invited cannot, yet.

    Raises OngeldigeInvoer.
    """
    can_sign_in = models.Account.wachtwoord.is_not(None) | models.Account.onderwerp.is_not(None)
    beheerder = (models.Account.rol == Rol.BEHEER.value) & models.Account.uitgezet_op.is_(None)
    others = select(models.Account.id).where(beheerder, can_sign_in, models.Account.id != account.id)
    is_beheerder = account.rol is Rol.BEHEER and account.uitgezet_op is None
    if is_beheerder and session.exec(others).first() is None:
        raise OngeldigeInvoer(LAST_BEHEERDER)


def keep_werkpleinen(session: Session, account_id: int, profiel: Profiel) -> None:
    """Give an account these werkpleinen and no others; only the role werkplein has any, and at least one.

    Raises OngeldigeInvoer.
    """
    codes, leads = profiel.werkpleinen, set(profiel.coordinator_van)
    require_werkpleinen(profiel.rol, codes)
    ids = dict(
        session.exec(select(models.Werkplein.id, models.Werkplein.code).where(models.Werkplein.code.in_(list(codes)))).all()
    )
    if len(ids) != len(set(codes)):
        raise OngeldigeInvoer(f"Een van de gekozen {WERKPLEINEN} bestaat niet. Kies ze opnieuw.")
    if not leads <= set(codes):
        raise OngeldigeInvoer(f"Iemand is alleen coördinator van een {WERKPLEIN} dat hij zelf heeft. Kies ze opnieuw.")
    session.exec(delete(models.AccountWerkplein).where(models.AccountWerkplein.account_id == account_id))
    if ids:
        session.execute(
            insert(models.AccountWerkplein),
            [
                {"account_id": account_id, "werkplein_id": number, "coordinator": code in leads}
                for number, code in ids.items()
            ],
        )


def log_change(act: Act, before: Account | None, account_id: int, herstellink: bool = False) -> None:
    act.session.flush()
    # Read back, as whoever looks next will find it.
    act.session.expire_all()
    after = as_logged(account(session=act.session, account_id=account_id))
    made = {"herstellink": "gemaakt"} if herstellink else {}
    act.log(Handeling.ACCOUNT, oud=before and as_logged(before), nieuw=after | made)


def as_logged(account: Account) -> dict[str, object]:
    """Return what the log keeps of an account: no secrets."""
    return {
        "adres": account.adres,
        "naam": account.naam,
        "organisatie": account.organisatie,
        "rol": account.rol.value,
        "werkpleinen": list(account.werkpleinen),
        "coordinator_van": list(account.coordinator_van),
        "uitgezet_op": account.uitgezet_op and account.uitgezet_op.isoformat(),
        "tweede_factor": account.heeft_totp,
        "koppeling": account.koppeling and account.koppeling.uitgever,
    }
