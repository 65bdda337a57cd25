"""The rule by which backups are kept: the last 7, the newest of 4 weeks, the newest of 12 months."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from db.backup.note import NAME, backups_in, note_of
from db.backup.retention import remove_half_made, tidy, to_keep

START = datetime(2009, 12, 31, 2, 0, tzinfo=UTC)  # A Thursday.


def nights(number: int) -> list[datetime]:
    """One a night, the newest first."""
    return [START - timedelta(days=day) for day in range(number)]


def test_after_a_week_all_seven_are_there():
    assert to_keep(nights(7)) == set(nights(7))


def test_after_two_years_of_nights_seven_four_and_twelve_are_left():
    kept = to_keep(nights(730))

    assert sorted(f"{moment:%m-%d}" for moment in kept if moment.year == 2009) == [
        *("01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30"),
        *("12-13", "12-20"),  # Sundays: the last nights of two weeks; that of 27 December is among the last seven.
        *("12-25", "12-26", "12-27", "12-28", "12-29", "12-30", "12-31"),
    ]
    assert [moment for moment in kept if moment.year < 2009] == []


def test_nights_that_were_missed_cost_no_older_one():
    thursdays = nights(730)[::7]

    assert to_keep(thursdays) >= set(thursdays[:7])
    assert len({(moment.year, moment.month) for moment in to_keep(thursdays)}) == 12


def test_what_the_rule_does_not_keep_goes_with_its_note_and_nothing_else_does(tmp_path):
    for moment in nights(30):
        backup = tmp_path / moment.strftime(NAME)
        backup.touch()
        note_of(backup).touch()
    (tmp_path / "landkaart-van-mij.db").touch()

    gone = tidy(tmp_path, max(nights(30)))

    left = backups_in(tmp_path)
    assert len(gone) + len(left) == 30
    assert {note_of(path) for path in left} == set(tmp_path.glob("*.json"))
    assert (tmp_path / "landkaart-van-mij.db").exists()


def test_where_one_is_of_the_future_nothing_is_removed(tmp_path):
    """A clock ran ahead, or runs behind now: what is old cannot be told."""
    for moment in nights(30):
        (tmp_path / moment.strftime(NAME)).touch()

    assert tidy(tmp_path, min(nights(30)) + timedelta(3)) == []
    assert len(backups_in(tmp_path)) == 30


@pytest.mark.parametrize(("age", "left"), [(timedelta(hours=23), 4), (timedelta(hours=25), 1)])
def test_what_broke_off_is_removed_a_day_later_and_nothing_else(tmp_path, age, left):
    now = datetime(2009, 12, 1, 12, tzinfo=UTC)
    name = now.strftime(NAME)
    for each in (f".{name}.123", f".{name}.9", f"{name}.json", "landkaart-van-mij.db"):
        (tmp_path / each).touch()
        os.utime(tmp_path / each, ((now - age).timestamp(),) * 2)

    remove_half_made(tmp_path, now)

    assert len(list(tmp_path.iterdir())) == left
