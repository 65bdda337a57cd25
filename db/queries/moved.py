"""Which tertalen moved since somebody looked: a submission moves its own tertaal and those after it, none before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import bindparam, select
from sqlmodel import Session

from db.models import Logregel
from db.queries.data_version import COUNTING
from landkaart.domein.handeling import Handeling
from landkaart.domein.tertaal import Tertaal

# What is said of one werkplein in one tertaal. Whatever else counts can move any tertaal.
OF_A_TERTAAL = (Handeling.INDIENING.value, Handeling.AKO_INDICATIE.value)
SINCE = (
    select(Logregel.id, Logregel.handeling, Logregel.tertaal)
    .where(Logregel.id > bindparam("since"), Logregel.id <= bindparam("until"), Logregel.handeling.in_(COUNTING))
    .order_by(Logregel.id)
)


@dataclass(frozen=True)
class Moves:
    """How far the log was read, and the last line that moved what."""

    until: int
    everything: int
    tertalen: Mapping[str, int] = field(default_factory=dict)  # Of those that moved by themselves since.

    def of(self, tertaal: Tertaal) -> tuple[int, int]:
        """Return what is the same for as long as nothing moved that a tertaal is counted from."""
        return self.everything, max((line for each, line in self.tertalen.items() if each <= str(tertaal)), default=0)

    @property
    def which(self) -> tuple[int, tuple[str, ...]]:
        """Return what is the same for as long as no other tertaal moves than those that did already."""
        return self.everything, tuple(sorted(self.tertalen))


def moved(*, session: Session, before: Moves, until: int) -> Moves:
    """Read on from `before` up to and with a line of the log."""
    everything, tertalen = before.everything, dict(before.tertalen)
    for line, handeling, tertaal in session.connection().execute(SINCE, {"since": before.until, "until": until}):
        if tertaal is not None and handeling in OF_A_TERTAAL:
            tertalen[tertaal] = line
        else:
            everything, tertalen = line, {}
    return Moves(until, everything, tertalen)
