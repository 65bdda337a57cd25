"""The dates of an uitvraag as somebody chooses them, and what they must be to each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from landkaart.domein.clock import local_date, moment_of, on_clock
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import TERTAAL, TERTAAL_KOP

# What each of the dates is called on the screen.
NAMEN = {
    "opent": "de opening",
    "herinnering": "de herinnering",
    "sluit": "de sluiting",
    "actueel_vanaf": "‘actueel vanaf’",
}


@dataclass(frozen=True)
class Planning:
    """On the clock of Amsterdam, without a zone; None where nothing was chosen."""

    opent: datetime | None
    herinnering: datetime | None
    sluit: datetime | None
    actueel_vanaf: datetime | None

    @classmethod
    def of(cls, uitvraag: Uitvraag) -> "Planning":
        return cls(**{name: on_clock(getattr(uitvraag, name)) for name in NAMEN})

    @classmethod
    def usual(cls, tertaal: Tertaal) -> "Planning":
        """Plan as the uitvragen of 2008 and 2009 ran: half-way the last month but one, a reminder a month later."""
        last = tertaal.last_month
        opent, herinnering = (datetime.combine(date(tertaal.year, month, 15), time()) for month in (last - 1, last))
        return cls(opent, herinnering, datetime.combine(tertaal.ended, time()), datetime.combine(tertaal.began, time()))

    def uitvraag(self, tertaal: Tertaal, vragen_aan: str | None = None) -> Uitvraag:
        """Make the uitvraag of a tertaal.

        Raises OngeldigeInvoer for an hour that does not exist, and for dates in a wrong order.
        """
        made = Uitvraag(tertaal, **{name: self.moment(name) for name in NAMEN}, vragen_aan=vragen_aan)
        require_order(made)
        return made

    def moment(self, name: str) -> datetime:
        chosen = getattr(self, name)
        if chosen is None:
            raise OngeldigeInvoer(f"Kies een dag en een uur voor {NAMEN[name]}.")
        return moment_of(chosen)


def require_order(uitvraag: Uitvraag) -> None:
    for _, sentence in order_problems(uitvraag):
        raise OngeldigeInvoer(sentence)


def order_problems(uitvraag: Uitvraag) -> Iterator[tuple[str, str]]:
    """Return which of its dates are in a wrong order or far from its tertaal, and why, a sentence for each."""
    tertaal = uitvraag.tertaal
    if not tertaal.before().began <= local_date(uitvraag.opent) < tertaal.after().ended:
        near = f"{tertaal.before()}, {tertaal} of {tertaal.after()}"
        yield "opent", f"De opening valt niet in {near}. Kies een dag in een van de drie."
    if uitvraag.sluit <= uitvraag.opent:
        yield "sluit", "De sluiting ligt niet na de opening. Kies een latere sluiting."
    elif not uitvraag.opent < uitvraag.herinnering < uitvraag.sluit:
        yield "herinnering", "De herinnering valt niet tussen de opening en de sluiting. Kies een moment daartussen."
    if uitvraag.actueel_vanaf > uitvraag.opent:
        yield "actueel_vanaf", "‘Actueel vanaf’ ligt na de opening. Kies de opening zelf of een eerder moment."


def require_room(wanted: Uitvraag, others: Iterable[Uitvraag]) -> None:
    """Judge that there is at most one uitvraag at a time.

    Raises OngeldigeInvoer.
    """
    for other in others:
        if other.tertaal != wanted.tertaal and wanted.overlaps(other):
            raise OngeldigeInvoer(
                f"Deze uitvraag overlapt die van {other.tertaal}. Er loopt er hooguit één tegelijk: verschuif de opening of "
                "de sluiting."
            )


def require_uncounted(tertaal: Tertaal, counted: bool) -> None:
    """Judge that an uitvraag can still be planned for a tertaal; `counted`: its tables are fixed.

    Raises OngeldigeInvoer.
    """
    if counted:
        raise OngeldigeInvoer(f"{TERTAAL_KOP} {tertaal} is voorbij en geteld. Kies een later {TERTAAL}.")


def require_ahead(wanted: Uitvraag, now: datetime, before: Uitvraag | None = None) -> None:
    """Judge that what lies behind us stays as it was: nobody closes, or opens anew, in the past.

    Raises OngeldigeInvoer.
    """
    for _, sentence in ahead_problems(wanted, now, before):
        raise OngeldigeInvoer(sentence)


def ahead_problems(wanted: Uitvraag, now: datetime, before: Uitvraag | None = None) -> Iterator[tuple[str, str]]:
    """Return which of its dates would change what lies behind us, and why, a sentence for each."""
    if before is not None and before.opent <= now and wanted.opent != before.opent:
        yield "opent", "De uitvraag is al geopend: de opening blijft zoals zij is."
    if wanted.sluit <= now:
        yield "sluit", "De sluiting moet nog komen. Kies een later moment."
