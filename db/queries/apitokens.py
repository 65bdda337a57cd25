"""Whose token it is, and which tokens somebody has. Judged on the clock of this machine, as sessions are."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlmodel import Session

from db.models import Account, AccountWerkplein, Apitoken, Werkplein
from landkaart.domein import apitoken as domein
from landkaart.domein.credentials import token_hash
from landkaart.domein.rechten import Bevoegdheid
from landkaart.domein.rollen import Rol

WORKS = Apitoken.ingetrokken_op.is_(None) & (Apitoken.verloopt_op > bindparam("now"))
# A row per werkplein of the account, at least one. Made once: every request asks it.
BY_TOKEN = (
    select(Account.id, Account.naam, Account.rol, Werkplein.code, AccountWerkplein.coordinator)
    .join(Apitoken, Apitoken.account_id == Account.id)
    .outerjoin(AccountWerkplein, AccountWerkplein.account_id == Account.id)
    .outerjoin(Werkplein, Werkplein.id == AccountWerkplein.werkplein_id)
    .where(Apitoken.token_hash == bindparam("which"), WORKS, Account.uitgezet_op.is_(None))
)
MINE = select(Apitoken.__table__).where(Apitoken.account_id == bindparam("account"), WORKS).order_by(Apitoken.id)


def by_apitoken(*, session: Session, token: str, now: datetime) -> domein.Apibezoeker | None:
    """Find whose token this is, while it works and its owner may come in; None for anything else."""
    rows = session.connection().execute(BY_TOKEN, {"which": token_hash(token), "now": now}).all()
    if not rows:
        return None
    own = frozenset(row.code for row in rows if row.code)
    leads = frozenset(row.code for row in rows if row.code and row.coordinator)
    return domein.Apibezoeker(rows[0].id, rows[0].naam, Bevoegdheid(Rol(rows[0].rol), own, leads))


def apitokens(*, session: Session, account_id: int, now: datetime) -> list[domein.Apitoken]:
    """Return those of an account that work, the oldest first."""
    rows = session.connection().execute(MINE, {"account": account_id, "now": now})
    return [domein.Apitoken(row.id, row.naam, row.gemaakt_op, row.verloopt_op) for row in rows]
