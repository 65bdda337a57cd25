"""Who is in. Judged on the clock of this machine: how long a session lasts is no matter of the landkaart."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlmodel import Session

from db.models import Account, AccountWerkplein, Sessie, Werkplein
from db.shapes import AnySelect
from db.signs_of_life import last_seen
from landkaart.domein.credentials import token_hash
from landkaart.domein.rechten import Bevoegdheid
from landkaart.domein.rollen import Rol
from landkaart.domein.sessie import Aangemeld, is_still_valid

# A row per werkplein of the account, at least one. Made once: every run of a page and every act asks it.
FACTS = (
    select(
        Sessie.id,
        Sessie.begonnen_op,
        Sessie.actief_op,
        Sessie.account_id,
        Account.naam,
        Account.adres,
        Account.rol,
        Werkplein.code,
        AccountWerkplein.coordinator,
    )
    .join(Account, Account.id == Sessie.account_id)
    .outerjoin(AccountWerkplein, AccountWerkplein.account_id == Account.id)
    .outerjoin(Werkplein, Werkplein.id == AccountWerkplein.werkplein_id)
    .where(Sessie.beeindigd_op.is_(None), Account.uitgezet_op.is_(None))
)
BY_TOKEN = FACTS.where(Sessie.token_hash == bindparam("which"))
BY_ID = FACTS.where(Sessie.id == bindparam("which"))


def by_token(*, session: Session, token: str, now: datetime) -> Aangemeld | None:
    """Find whose cookie this is, if it still holds; None for anything else."""
    return read(session, BY_TOKEN, token_hash(token), now)


def by_id(*, session: Session, sessie_id: int, now: datetime) -> Aangemeld | None:
    """Find whose session this is, if it still holds."""
    return read(session, BY_ID, sessie_id, now)


def read(session: Session, query: AnySelect, which: str | int, now: datetime) -> Aangemeld | None:
    rows = session.connection().execute(query, {"which": which}).all()
    if not rows:
        return None
    active = last_seen(rows[0].id, rows[0].actief_op)
    if not is_still_valid(rows[0].begonnen_op, active, now):
        return None
    found, own = rows[0], frozenset(row.code for row in rows if row.code)
    may = Bevoegdheid(Rol(found.rol), own, frozenset(row.code for row in rows if row.code and row.coordinator))
    return Aangemeld(found.id, found.account_id, found.naam, found.adres, may, active, found.begonnen_op)
