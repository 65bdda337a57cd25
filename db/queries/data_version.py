"""What every page asks before anything else, in one statement: what time it is here, and how far the record has come."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session

from db.models import Logregel
from db.queries.clock import ASKED, as_clock
from landkaart.domein.clock import Clock
from landkaart.domein.handeling import Handeling

COUNTING = [act.value for act in Handeling if act.counts]
# In this order a database reads one line; for the largest number it would read them all.
CHANGE = select(Logregel.id).where(Logregel.handeling.in_(COUNTING)).order_by(Logregel.id.desc()).limit(1)
LINE = select(func.max(Logregel.id))
QUERY = select(*(query.scalar_subquery() for query in (ASKED, CHANGE, LINE)))


@dataclass(frozen=True)
class DataVersion:
    """`change` grows with everything that can change a national figure, or what is asked of a werkplein: the same number
    means that both are the same.

    `line` is the last of the log: the same number means that nothing at all was changed.
    """

    clock: Clock
    change: int
    line: int

    def now(self) -> datetime:
        return self.clock.now()


def data_version(*, session: Session) -> DataVersion:
    offset, change, line = session.connection().execute(QUERY).one()
    return DataVersion(as_clock(offset), change or 0, line or 0)
