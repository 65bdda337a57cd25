"""The state of the data: what every page asks before anything else, and what is counted from the data is kept by."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, literal_column, select
from sqlmodel import Session

from db.models import Logregel
from db.queries.clock import ASKED, LAST_LINE, SEEN, ClockRecord, as_record
from landkaart.domein.clock import Clock
from landkaart.domein.clock_trust import Doubt, Signs
from landkaart.domein.handeling import Handeling

# Written out: a list of values would be put into the statement anew each time.
COUNTING: list[ColumnElement[str]] = [literal_column(f"'{handeling.value}'") for handeling in Handeling if handeling.counts]
# In this order a database reads one line; for the largest number it would read them all.
CHANGE = select(Logregel.id).where(Logregel.handeling.in_(COUNTING)).order_by(Logregel.id.desc()).limit(1)
LINE = select(func.max(Logregel.id))
QUERY = select(*(query.scalar_subquery() for query in (ASKED, SEEN, LAST_LINE, CHANGE, LINE)))


@dataclass(frozen=True)
class DataVersion:
    """How far the record had come, and what time it was, when both were read together."""

    clock: Clock
    change: int  # Grows with whatever can change a national figure, or what is asked of a werkplein.
    line: int  # The last line of the log: grows with everything.
    signs: Signs | None = None  # What was seen of the clock of this machine.
    last_line: datetime | None = None  # The moment of the last line.

    def now(self) -> datetime:
        return self.clock.now()

    def doubt(self) -> Doubt | None:
        """Judge the clock at this very moment; None when it is believed."""
        return ClockRecord(self.clock, self.signs, self.last_line).doubt()


def data_version(*, session: Session) -> DataVersion:
    """Read it in one statement."""
    *record, change, line = session.connection().execute(QUERY).one()
    found = as_record(*record)
    return DataVersion(found.clock, change or 0, line or 0, found.signs, found.last_line)
