"""An afspraak: what a werkplein agreed to do, who does it and when, perhaps with another werkplein."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.domein.labelled import Labelled
from landkaart.domein.typed_text import clean
from landkaart.domein.werkplein import require_day, require_line

LONGEST = 4000


class AfspraakStatus(Labelled):
    """The value is kept in the database and stands in files."""

    OPEN = "open"
    GEDAAN = "gedaan"
    VERVALLEN = "vervallen"


@dataclass(frozen=True)
class Afspraak:
    """`werkplein` and `met` are codes, `mijlpaal` too; `met` and `mijlpaal` may be None. Moments in UTC."""

    id: int
    werkplein: str
    mijlpaal: str | None
    met: str | None
    wat: str
    wie: str
    wanneer: date
    status: AfspraakStatus
    door: str
    gemaakt_op: datetime
    gewijzigd_op: datetime

    def is_late(self, today: date) -> bool:
        """Say whether its day is over; the day itself is still in time."""
        return self.status is AfspraakStatus.OPEN and self.wanneer < today


@dataclass(frozen=True)
class AfspraakInhoud:
    """What somebody types of an afspraak, and can change later; nothing in it was judged yet."""

    wat: str
    wie: str
    wanneer: date | None


class AfspraakGewijzigd(Fout):
    """Somebody else changed it since it was shown."""

    def __init__(self) -> None:
        super().__init__(
            "Deze afspraak is intussen door een ander gewijzigd. Er is niets opgeslagen. Hieronder staat hoe zij nu is; "
            "pas uw wijziging daarop aan."
        )


def in_order(afspraken: Iterable[Afspraak], today: date) -> list[Afspraak]:
    """Sort them: late ones, then open ones by their day, then what is done or dropped, the latest changed first."""
    found = list(afspraken)
    waiting = [each for each in found if each.status is AfspraakStatus.OPEN]
    over = [each for each in found if each.status is not AfspraakStatus.OPEN]
    waiting.sort(key=lambda each: (each.wanneer, each.id))
    over.sort(key=lambda each: (each.gewijzigd_op, each.id), reverse=True)
    return [each for each in waiting if each.is_late(today)] + [each for each in waiting if not each.is_late(today)] + over


def require_wat(text: str) -> str:
    """Return the text, trimmed.

    Raises OngeldigeInvoer when there is none.
    """
    found = clean(text, LONGEST)
    if not found:
        raise OngeldigeInvoer("Schrijf op wat u afspreekt.")
    return found


def require_wie(text: str) -> str:
    return require_line(text, "wie het doet")


def require_mijlpaal(code: str | None) -> str | None:
    if code is not None and code not in catalogus().codes:
        raise OngeldigeInvoer("Deze mijlpaal bestaat niet. Kies haar opnieuw.")
    return code


def require_coming_day(day: date | None, today: date) -> date:
    found = require_day(day)
    if found < today:
        raise OngeldigeInvoer("Deze dag is al voorbij. Kies vandaag of een latere dag.")
    return found
