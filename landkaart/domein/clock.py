"""What time it is. Everything that judges a date asks one clock, so that tests and the 2009 data can set it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def system_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Clock:
    """`offset` is added to the time of this machine; none for a landkaart that lives in the present."""

    offset: timedelta = timedelta()

    def now(self) -> datetime:
        """In UTC, never naive."""
        return system_now() + self.offset


def offset_to(day: date) -> timedelta:
    """The offset that makes it `day` now, at the same time of the day in Amsterdam."""
    now = system_now()
    return datetime.combine(day, now.astimezone(AMSTERDAM).time(), AMSTERDAM).astimezone(UTC) - now


def midnight(day: date) -> datetime:
    """The first moment of a day in Amsterdam, in UTC."""
    return datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)


def local_date(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()
