"""What was frozen of a tertaal, as editions: one that was taken too early is kept, and so is the first one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from landkaart.domein.tertaal import Tertaal

# As long as this a momentopname is news, when its closing was not much longer ago.
NEWS, JUST_CLOSED = timedelta(days=7), timedelta(days=31)


@dataclass(frozen=True)
class Teruggenomen:
    """That a momentopname does not hold: `door` is None when it was done on the command line."""

    op: datetime
    door: str | None
    reden: str


@dataclass(frozen=True)
class Heruitgegeven:
    """That an edition was made after the closing, with what came in late: `door` as of Teruggenomen."""

    op: datetime
    door: str | None
    reden: str


@dataclass(frozen=True)
class Editie:
    """One momentopname. `sluit`: the closing by which it was taken; `klok`: by which clock, as a reader names it."""

    tertaal: Tertaal
    nummer: int
    genomen_op: datetime
    sluit: datetime
    klok: str
    teruggenomen: Teruggenomen | None
    heruitgave: Heruitgegeven | None = None  # None of what was frozen at the closing itself.

    def is_news(self, now: datetime) -> bool:
        """Say whether whoever comes by should hear of it."""
        return (
            self.teruggenomen is None
            and self.heruitgave is None
            and now - self.genomen_op < NEWS
            and now - self.sluit < JUST_CLOSED
        )
