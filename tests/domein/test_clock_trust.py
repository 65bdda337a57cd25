"""When a clock is believed, and when not."""

from datetime import UTC, datetime, timedelta

import pytest

from landkaart.domein.clock_trust import JUMP, LASTS, Signs, Uptime, doubt_of

THEN = datetime(2009, 12, 1, 12, tzinfo=UTC)
SECOND, HOUR, NONE = timedelta(seconds=1), timedelta(hours=1), timedelta()


def doubt(signs, now, last_line=None, offset=NONE):
    return doubt_of(signs, last_line, offset, now)


@pytest.mark.parametrize(("step", "believed"), [(NONE, True), (JUMP, True), (JUMP + SECOND, False), (timedelta(31), False)])
def test_more_than_an_hour_since_the_last_sign_of_life_is_not_believed(step, believed):
    assert (doubt(Signs(THEN), THEN + step) is None) is believed


NIGHT = timedelta(hours=10)
COUNTED = Uptime("deze start", 5000.0)


def later(passed: timedelta, start: str = "deze start") -> Uptime:
    return Uptime(start, COUNTED.seconds + passed.total_seconds())


@pytest.mark.parametrize(
    ("uptime", "believed"),
    [
        (later(NIGHT), True),
        (later(NIGHT + timedelta(seconds=90)), True),
        (later(NIGHT + timedelta(minutes=2)), False),
        (later(timedelta(minutes=10)), False),
        (later(NIGHT, "een andere start"), False),
        (None, False),
    ],
)
def test_when_the_machine_itself_counted_the_night_the_program_was_off_and_the_clock_is_right(uptime, believed):
    signs = Signs(THEN, uptime=COUNTED)

    assert (doubt_of(signs, None, NONE, THEN + NIGHT, uptime) is None) is believed
    assert (signs.at(THEN + NIGHT, uptime).sprong_van is None) is believed


def test_a_night_that_was_counted_is_a_night_of_life_after_a_jump():
    jumped = Signs(THEN).at(THEN + timedelta(3), COUNTED)
    found = jumped.at(jumped.gezien + NIGHT, later(NIGHT))

    assert (found.sprong_van, found.geleefd) == (THEN, NIGHT)


def test_where_no_sign_was_kept_the_last_line_of_the_log_is_the_last():
    assert doubt(None, THEN) is None
    assert doubt(None, THEN + HOUR, THEN) is None
    assert doubt(None, THEN + HOUR + SECOND, THEN).laatste == THEN


@pytest.mark.parametrize(("behind", "believed"), [(NONE, True), (timedelta(microseconds=1), False), (timedelta(31), False)])
def test_behind_the_last_line_of_the_log_it_is_not_believed(behind, believed):
    found = doubt(Signs(THEN - behind), THEN - behind, THEN)

    assert (found is None) is believed
    assert found is None or found.loopt_achter


def test_a_landkaart_of_the_past_is_judged_on_its_own_clock():
    offset = timedelta(days=-365)

    assert doubt(Signs(THEN), THEN, THEN + offset, offset) is None
    assert doubt(None, THEN, THEN + offset, offset) is None
    assert doubt(None, THEN + 2 * HOUR, THEN + offset, offset).nu == THEN + 2 * HOUR + offset
    assert doubt(Signs(THEN - 2 * HOUR), THEN, None, offset).laatste == THEN - 2 * HOUR + offset


def test_a_jump_that_lasts_is_believed_after_a_day_of_life_and_not_before():
    found = Signs(THEN).at(THEN + timedelta(3))
    now = found.gezien
    while now < THEN + timedelta(3) + LASTS - HOUR:
        now += HOUR
        found = found.at(now)
        assert found.sprong_van == THEN

    assert doubt(found, now + HOUR - SECOND).nog == SECOND
    assert doubt(found, now + HOUR) is None
    assert found.at(now + HOUR) == Signs(now + HOUR)


def test_who_is_off_every_night_is_believed_after_as_many_hours_of_life():
    found, now = Signs(THEN), THEN
    for day in range(1, 4):
        now = THEN + timedelta(day)
        found = found.at(now)
        for _ in range(8):
            assert found.sprong_van == THEN
            now += HOUR
            found = found.at(now)

    assert found == Signs(now)


@pytest.mark.parametrize("ahead", [2 * HOUR, timedelta(31), timedelta(3650)])
def test_a_step_back_that_undoes_the_jump_is_believed_at_once(ahead):
    found = Signs(THEN).at(THEN + ahead).at(THEN + ahead + HOUR)

    assert found.at(THEN + HOUR) == Signs(THEN + HOUR)


def test_a_step_back_that_is_not_all_of_it_begins_the_day_anew():
    found = Signs(THEN).at(THEN + timedelta(31)).at(THEN + timedelta(31) + HOUR).at(THEN + timedelta(7))

    assert found == Signs(THEN + timedelta(7), THEN, NONE)


def test_a_correction_by_seconds_is_no_step_back():
    found = Signs(THEN).at(THEN + timedelta(31)).at(THEN + timedelta(31) + HOUR)

    assert found.at(found.gezien - SECOND).geleefd == HOUR


def test_a_second_jump_does_not_make_the_first_believed():
    found = Signs(THEN).at(THEN + timedelta(1)).at(THEN + timedelta(2)).at(THEN + timedelta(9))

    assert (found.sprong_van, found.geleefd) == (THEN, NONE)
