"""Which backups are kept: the last 7, the newest of 4 weeks, the newest of 12 months."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from db.backup.note import AHEAD, backups_in, moment_of, note_of
from landkaart.domein.bewaartermijnen import Termijnen

LAST, WEEKS, MONTHS = 7, 4, 12


def to_keep(moments: Iterable[datetime]) -> set[datetime]:
    """Return which of these moments are kept; a week begins on Monday, a month on its first day, both in UTC."""
    newest = sorted(moments, reverse=True)
    weekly = newest_of_each(newest, lambda moment: moment.isocalendar()[:2])[:WEEKS]
    monthly = newest_of_each(newest, lambda moment: (moment.year, moment.month))[:MONTHS]
    return {*newest[:LAST], *weekly, *monthly}


def newest_of_each(newest: list[datetime], part: Callable[[datetime], tuple[int, int]]) -> list[datetime]:
    found: dict[tuple[int, int], datetime] = {}
    for moment in newest:
        found.setdefault(part(moment), moment)
    return list(found.values())


def remove_half_made(folder: Path, now: datetime) -> list[Path]:
    """Remove what a backup that broke off left behind, a day later: halves, and notes without a backup; return them."""
    before = (now - Termijnen.KOPIEEN.value.na).timestamp()
    halves = [path for path in folder.glob(".landkaart-*.db.*") if moment_of_half(path)]
    notes = [path for path in folder.glob("landkaart-*.db.json") if not path.with_suffix("").exists()]
    gone = [path for path in (*halves, *notes) if path.stat().st_mtime < before]
    for path in gone:
        path.unlink()
    return gone


def moment_of_half(path: Path) -> datetime | None:
    """Return of when a half is, by its name; None for what is none of ours."""
    return moment_of(Path(path.name.removeprefix(".").rpartition(".db.")[0] + ".db"))


def tidy(folder: Path, now: datetime) -> list[Path]:
    """Remove the backups that the rule does not keep, with their notes; return them. Other files are left alone.

    Where one is of the future, some clock was wrong: nothing is removed then, for what is old cannot be told.
    """
    if any(moment > now + AHEAD for path in backups_in(folder) if (moment := moment_of(path))):
        return []
    kept = to_keep(moment for path in backups_in(folder) if (moment := moment_of(path)))
    gone = [path for path in backups_in(folder) if moment_of(path) not in kept]
    for path in gone:
        path.unlink()
        note_of(path).unlink(missing_ok=True)
    return gone
