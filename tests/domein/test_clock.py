from datetime import UTC, date, datetime, timedelta

import pytest

from landkaart.domein.clock import AMSTERDAM, Clock, local_date, midnight, offset_to

DECEMBER = date(2009, 12, 1)


@pytest.mark.parametrize(
    "loaded",
    [datetime(2026, 1, 20, 14, 3, 20, tzinfo=AMSTERDAM), datetime(2026, 7, 20, 14, 3, 20, tzinfo=AMSTERDAM),
     datetime(2026, 7, 20, 0, 30, tzinfo=AMSTERDAM), datetime(2026, 7, 20, 23, 59, 59, tzinfo=AMSTERDAM),
     datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=1)],
    ids=["winter", "summer", "after midnight", "before midnight", "the hour that comes twice"],
)  # fmt: skip
def test_a_clock_that_is_set_to_a_day_keeps_the_time_of_day_in_amsterdam(loaded, set_clock):
    set_clock(loaded.astimezone(UTC))

    now = Clock(offset_to(DECEMBER)).now().astimezone(AMSTERDAM)

    assert now.date() == DECEMBER
    assert now.time() == loaded.time()


def test_a_clock_that_is_set_runs_on(set_clock):
    set_clock(datetime(2026, 7, 20, 12, tzinfo=UTC))
    clock = Clock(offset_to(DECEMBER))

    set_clock(datetime(2026, 7, 21, 13, tzinfo=UTC))

    assert clock.now() == datetime(2009, 12, 2, 14, tzinfo=UTC)


def test_a_clock_without_an_offset_is_the_clock_of_this_machine(set_clock):
    moment = datetime(2026, 7, 20, 12, tzinfo=UTC)
    set_clock(moment)

    assert Clock().now() == moment


def test_now_is_never_naive():
    assert Clock(timedelta(days=-1)).now().utcoffset() == timedelta()


@pytest.mark.parametrize(
    ("day", "moment"),
    [(date(2009, 1, 1), datetime(2008, 12, 31, 23, tzinfo=UTC)),
     (date(2009, 9, 1), datetime(2009, 8, 31, 22, tzinfo=UTC)),
     (date(2009, 3, 29), datetime(2009, 3, 28, 23, tzinfo=UTC)),  # The clock jumps during this day,
     (date(2009, 3, 30), datetime(2009, 3, 29, 22, tzinfo=UTC)),
     (date(2009, 10, 25), datetime(2009, 10, 24, 22, tzinfo=UTC)),  # and goes back during this one.
     (date(2009, 10, 26), datetime(2009, 10, 25, 23, tzinfo=UTC))],
)  # fmt: skip
def test_a_day_begins_at_midnight_in_amsterdam(day, moment):
    assert midnight(day) == moment
    assert local_date(moment) == day
    assert local_date(moment - timedelta(seconds=1)) == day - timedelta(1)
