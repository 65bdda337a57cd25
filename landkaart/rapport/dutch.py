"""Numbers, dates and moments as a Dutch reader writes them."""

from datetime import date, datetime, timedelta

from landkaart.domein.clock import AMSTERDAM
from landkaart.domein.stand import whole_percent

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DASH = "–"


def percent(score: float | None) -> str:
    """Truncated, as the report prints it: 67.99 is "67%"; a dash when there is none."""
    whole = whole_percent(score)
    return DASH if whole is None else f"{whole}%"


def count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def change(points: int | None) -> str:
    """Between two shown figures: "+2", "−3", "0"; a dash when there is nothing to compare with."""
    if points is None:
        return DASH
    return f"{points:+d}".replace("-", "−") if points else "0"


def points_since(points: int | None) -> str:
    """What stands behind a change: "punt sinds vorig tertaal", "punten sinds vorig tertaal"."""
    return f"{'punt' if points in (1, -1) else 'punten'} sinds vorig tertaal"


def day(moment: date | datetime) -> str:
    """1 december 2009"""
    if isinstance(moment, datetime):
        moment = moment.astimezone(AMSTERDAM).date()
    return f"{moment.day} {MAANDEN[moment.month - 1]} {moment.year}"


def hour(moment: datetime) -> str:
    """14:03"""
    return f"{moment.astimezone(AMSTERDAM):%H:%M}"


def until(moment: datetime) -> str:
    """The last moment that is in time, for a closing that is the first one too late: "t/m 31 december 2009"."""
    local = moment.astimezone(AMSTERDAM)
    if local.hour == local.minute == 0:
        # A second, not 24 hours: the day the clock jumps has 23.
        return f"t/m {day(moment - timedelta(seconds=1))}"
    return f"tot {day(moment)}, {hour(moment)} uur"


def closing(moment: datetime, now: datetime) -> str:
    """What there is to say of a closing: "open t/m 31 december 2009", "gesloten op 1 september 2009"."""
    return f"open {until(moment)}" if now < moment else f"gesloten op {day(moment)}"


def counted(number: int, one: str, many: str) -> str:
    """1 werkplein, 12 werkpleinen"""
    return f"{count(number)} {one if number == 1 else many}"
