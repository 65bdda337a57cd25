"""Numbers, shares, enumerations, dates and hours as a Dutch reader writes them; when an uitvraag closes, in one wording."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from landkaart.domein.clock import AMSTERDAM
from landkaart.domein.rounding import share, whole_percent
from landkaart.programma.namen import TERTAAL, WERKPLEIN, WERKPLEINEN

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WORDS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
DASH = "–"


def percent(score: float | None) -> str:
    """Write a mean, truncated as the report prints it: 67.99 is "67%"; a dash when there is none."""
    whole = whole_percent(score)
    return DASH if whole is None else f"{whole}%"


def share_of(part: int, whole: int) -> str:
    """Write a share, rounded half up: 7 of 125 is "6%"; a dash when there is nobody to take a share of."""
    found = share(part, whole)
    return DASH if found is None else f"{found}%"


def count(number: int) -> str:
    """Write a whole number with dots for thousands: "1.234"."""
    return f"{number:,}".replace(",", ".")


def number(value: Decimal) -> str:
    """Write a number with the decimals that it has: "154.972", "6,8", "−10"."""
    return f"{value:,f}".translate(str.maketrans(",.-", ".,−"))


def counted(number: int, one: str, many: str) -> str:
    """Write how many there are of something: "1 dag", "12 dagen"."""
    return f"{count(number)} {one if number == 1 else many}"


def verb(number: int, one: str, many: str) -> str:
    """Return the verb for so many."""
    return one if number == 1 else many


def have(number: int) -> str:
    """Write the verb behind so many of something: "1 van 127 werkpleinen heeft", "12 van 127 werkpleinen hebben"."""
    return verb(number, "heeft", "hebben")


def werkpleinen(number: int) -> str:
    """Write "1 werkplein", "1.200 werkpleinen"."""
    return counted(number, WERKPLEIN, WERKPLEINEN)


def punten(number: int) -> str:
    """Write the size of a difference, whichever way it goes: "1 punt", "3 punten"."""
    return counted(abs(number), "punt", "punten")


def change(points: int | None) -> str:
    """Write the difference of two shown figures: "+2", "−3", "0"; a dash when there is nothing to compare with."""
    if points is None:
        return DASH
    return f"{points:+d}".replace("-", "−") if points else "0"


def points_since(points: int | None) -> str:
    """Write what stands behind a change: "punt sinds vorig tertaal", "punten …"; for None that there is none."""
    if points is None:
        return "niets om mee te vergelijken"
    return f"{'punt' if points in (1, -1) else 'punten'} sinds vorig {TERTAAL}"


def enumeration(parts: Sequence[str], last: str = "en") -> str:
    """Write "a, b en c", or with another word before the last; nothing for nothing."""
    return f" {last} ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def word(number: int) -> str:
    """Write a number as it stands in a sentence: "vier"; from thirteen on in digits."""
    return WORDS[number] if number < len(WORDS) else count(number)


def day(moment: date | datetime) -> str:
    """Write the day that it is in Amsterdam: "1 december 2009"."""
    if isinstance(moment, datetime):
        moment = moment.astimezone(AMSTERDAM).date()
    return f"{moment.day} {MAANDEN[moment.month - 1]} {moment.year}"


def hour(moment: datetime) -> str:
    """Write what a clock in Amsterdam shows: "14:03"."""
    return f"{moment.astimezone(AMSTERDAM):%H:%M}"


def day_and_hour(moment: datetime) -> str:
    """Write when something was done: "1 december 2009, 14:03"."""
    return f"{day(moment)}, {hour(moment)}"


def opening(moment: datetime) -> str:
    """Write from when something holds: "15 juli 2009", with "om 09:00 uur" when that is not the beginning of the day."""
    return day(moment) if is_midnight(moment) else f"{day(moment)} om {hour(moment)} uur"


def closing(moment: datetime) -> str:
    """Write when an uitvraag or an uitstel closes: "31 december 2009 om 24:00 uur", "31 december 2009 om 17:00 uur".

    `moment` is the first one that is too late. Midnight is said as the end of the day that it closes: 1 January 00:00 would
    be read as a day on which one can still answer.
    """
    if is_midnight(moment):
        # A second, not 24 hours: the day the clock jumps has 23.
        return f"{day(moment - timedelta(seconds=1))} om 24:00 uur"
    return f"{day(moment)} om {hour(moment)} uur"


def until(moment: datetime) -> str:
    """Write until when one can answer: "tot 31 december 2009 om 24:00 uur"; `moment` as in `closing`."""
    return f"tot {closing(moment)}"


def open_or_closed(moment: datetime, now: datetime) -> str:
    """Write "open tot 31 december 2009 om 24:00 uur", or "gesloten op …" once that has been; `moment` as in `closing`."""
    return f"open {until(moment)}" if now < moment else f"gesloten op {closing(moment)}"


def is_midnight(moment: datetime) -> bool:
    """Say whether a day begins in Amsterdam at that minute."""
    local = moment.astimezone(AMSTERDAM)
    return local.hour == local.minute == 0
