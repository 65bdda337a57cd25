"""The afspraken of the Plan van Aanpak: what is agreed for the whole country, by when, and how it stands, day by day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from landkaart.domein.afspraak import LONGEST, require_wat
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.kengetal import LONGEST_LINE, LONGEST_NOTE, optional_text
from landkaart.domein.labelled import Labelled
from landkaart.domein.typed_text import clean
from landkaart.domein.werkplein import require_line

LONGEST_NUMMER = 12
# What is due within this time is said beforehand: a tertaal.
SOON = timedelta(days=123)


class PlanStatus(Labelled):
    """How the AKO judges an afspraak; the value is kept in the database and stands in files."""

    LOOPT = "loopt"
    GEREED = "gereed"
    TE_LAAT = "te laat", "Te laat"
    VERVALLEN = "vervallen"


@dataclass(frozen=True)
class StandVanZaken:
    """What somebody types of how an afspraak stands; nothing in it was judged yet."""

    status: PlanStatus
    wanneer: str  # By when, in words: "eind 2008".
    uiterlijk: date | None  # The last day that is in time, where the words name one.
    tekst: str
    op: date | None  # The day that it is about.

    def checked(self, today: date) -> "StandVanZaken":
        """Return the same as it can be kept.

        Raises OngeldigeInvoer.
        """
        if self.op is None or self.op > today:
            raise OngeldigeInvoer("Kies de dag waarop dit de stand van zaken was: vandaag of eerder.")
        wanneer = optional_text(self.wanneer, LONGEST_LINE)
        return StandVanZaken(self.status, wanneer, self.uiterlijk, clean(self.tekst, LONGEST), self.op)


@dataclass(frozen=True)
class PlanStand:
    """A stand van zaken as it is kept; `gemaakt_op` in UTC."""

    stand: StandVanZaken
    door: str
    gemaakt_op: datetime


@dataclass(frozen=True)
class PlanInhoud:
    """What is agreed; `nummer` ("II.1") tells it from the others."""

    nummer: str
    thema: str
    wat: str
    wie: str
    wanneer_plan: str  # By when, as the plan had it.

    def checked(self) -> "PlanInhoud":
        """Return the same as it can be kept.

        Raises OngeldigeInvoer.
        """
        nummer = optional_text(self.nummer, LONGEST_NOTE)
        if not 1 <= len(nummer) <= LONGEST_NUMMER:
            raise OngeldigeInvoer(f"Geef de afspraak een nummer van ten hoogste {LONGEST_NUMMER} tekens, zoals II.1.")
        thema, wie = require_line(self.thema, "een thema"), require_line(self.wie, "wie het doet")
        return PlanInhoud(nummer, thema, require_wat(self.wat), wie, optional_text(self.wanneer_plan, LONGEST_LINE))


@dataclass(frozen=True)
class PlanAfspraak:
    """An afspraak with all that was ever said of how it stands, the last one at the end; there is always one."""

    inhoud: PlanInhoud
    standen: tuple[PlanStand, ...]

    @property
    def stand(self) -> StandVanZaken:
        return self.standen[-1].stand

    @property
    def is_open(self) -> bool:
        return self.stand.status in (PlanStatus.LOOPT, PlanStatus.TE_LAAT)

    def is_late(self, today: date) -> bool:
        """Say whether the AKO says so, or its day is over while it still runs; the day itself is still in time."""
        over = self.stand.uiterlijk is not None and self.stand.uiterlijk < today
        return self.stand.status is PlanStatus.TE_LAAT or (self.stand.status is PlanStatus.LOOPT and over)

    def is_due(self, today: date) -> bool:
        """Say whether it runs, and must be ready within a tertaal."""
        day = self.stand.uiterlijk
        return self.is_open and not self.is_late(today) and day is not None and day <= today + SOON

    def on(self, day: date) -> "PlanAfspraak | None":
        """Return it as it stood on a day; None when nothing was said of it by then."""
        then = tuple(each for each in self.standen if each.stand.op is not None and each.stand.op <= day)
        return PlanAfspraak(self.inhoud, then) if then else None


def themas(afspraken: Iterable[PlanAfspraak]) -> Sequence[str]:
    """Return the headings, in the order of the plan."""
    return list(dict.fromkeys(each.inhoud.thema for each in afspraken))


def plan_on(afspraken: Iterable[PlanAfspraak], day: date) -> list[PlanAfspraak]:
    """Return the plan as it stood on a day: what was said later is left out."""
    return [found for each in afspraken if (found := each.on(day))]


def plan_day(closes: datetime, now: datetime) -> date:
    """Return as of which day a tertaal tells of the plan: the last before its closing, or today while that is to come.

    `closes`: the first moment that is too late; midnight closes the day before it.
    """
    return local_date(min(closes - timedelta(seconds=1), now))
