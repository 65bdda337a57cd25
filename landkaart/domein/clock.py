"""What time it is. Everything that judges a date asks one clock, so that tests and the 2009 data can set it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from landkaart.domein.fouten import OngeldigeInvoer

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def system_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Clock:
    """`offset` is added to the time of this machine; none for a landkaart that lives in the present."""

    offset: timedelta = timedelta()

    def now(self) -> datetime:
        """Return what time it is, in UTC, never naive."""
        return system_now() + self.offset


def offset_to(day: date) -> timedelta:
    """Return the offset that makes it `day` now, at the same time of the day in Amsterdam."""
    now = system_now()
    return datetime.combine(day, now.astimezone(AMSTERDAM).time(), AMSTERDAM).astimezone(UTC) - now


def midnight(day: date) -> datetime:
    """Return the first moment of a day in Amsterdam, in UTC."""
    return datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)


def local_date(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()


def iso_moment(moment: datetime) -> str:
    """Write a moment as files have it, to the second and in the time of Amsterdam: "2009-12-01T14:03:00+01:00"."""
    return moment.astimezone(AMSTERDAM).isoformat(timespec="seconds")


def on_clock(moment: datetime) -> datetime:
    """Return what a clock in Amsterdam shows: without a zone, for a field in which somebody chooses a day and an hour."""
    return moment.astimezone(AMSTERDAM).replace(tzinfo=None)


def moment_of(shown: datetime) -> datetime:
    """Return what was chosen on the clock of Amsterdam, in UTC; an hour that comes twice is taken as the first.

    Raises OngeldigeInvoer for an hour that does not exist, in the night that the clock jumps ahead.
    """
    moment = shown.replace(tzinfo=AMSTERDAM, fold=0).astimezone(UTC)
    if on_clock(moment) != shown.replace(fold=0):
        day = f"{shown.day}-{shown.month}-{shown.year}"
        raise OngeldigeInvoer(
            f"{shown:%H:%M} uur bestaat niet op {day}: de klok gaat dan een uur vooruit. Kies een ander uur."
        )
    return moment
