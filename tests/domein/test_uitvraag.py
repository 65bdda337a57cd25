from datetime import UTC, date, datetime, timedelta

import pytest

from landkaart.domein.clock import midnight
from landkaart.domein.fouten import Gesloten
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import closing
from tests.steps.factories import uitvraag

SECOND = timedelta(seconds=1)
OPENT, SLUIT = midnight(date(2009, 7, 15)), midnight(date(2009, 9, 1))
EARLY = "De uitvraag van 2009-2 is nog niet geopend. Er is niets opgeslagen."
LATE = "De uitvraag van 2009-2 is gesloten. Er is niets opgeslagen."


@pytest.mark.parametrize("moment", [OPENT, OPENT + SECOND, SLUIT - SECOND, SLUIT - timedelta(microseconds=1)])
def test_an_uitvraag_takes_answers_from_its_opening_until_the_last_moment_before_its_closing(moment):
    assert uitvraag().is_open(moment)
    uitvraag().require_open(moment)


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [(OPENT - timedelta(60), EARLY), (OPENT - SECOND, EARLY), (SLUIT, LATE), (SLUIT + SECOND, LATE),
     (SLUIT + timedelta(60), LATE)],
)  # fmt: skip
def test_outside_it_nothing_is_taken_and_the_reader_hears_on_which_side_he_is(moment, sentence):
    assert not uitvraag().is_open(moment)
    with pytest.raises(Gesloten) as refusal:
        uitvraag().require_open(moment)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("moment", "is_open"),
    # At 02:00 on 29 March 2009 the clock jumps to 03:00; the day has 23 hours and the uitvraag closes after it.
    [(datetime(2009, 3, 29, 1, tzinfo=UTC), True), (datetime(2009, 3, 29, 21, 59, 59, tzinfo=UTC), True),
     (datetime(2009, 3, 29, 22, tzinfo=UTC), False)],
)  # fmt: skip
def test_the_night_the_clock_jumps_shortens_the_uitvraag_by_an_hour(moment, is_open):
    changed = uitvraag(opent=midnight(date(2009, 3, 1)), sluit=midnight(date(2009, 3, 30)))

    assert changed.is_open(moment) is is_open
    assert changed.sluit - midnight(date(2009, 3, 29)) == timedelta(hours=23)


def test_a_stand_is_taken_at_the_closing_of_the_uitvraag():
    moved = uitvraag(sluit=midnight(date(2009, 9, 8)))

    assert closing(moved.tertaal, moved) == midnight(date(2009, 9, 8))


@pytest.mark.parametrize(
    ("tertaal", "day"), [("2009-2", date(2009, 9, 1)), ("2009-3", date(2010, 1, 1)), ("2009-1", date(2009, 5, 1))]
)
def test_without_an_uitvraag_a_stand_is_taken_when_the_tertaal_has_ended(tertaal, day):
    assert closing(Tertaal.parse(tertaal), None) == midnight(day)


UITSTEL = SLUIT + timedelta(7)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [(OPENT - SECOND, False), (OPENT, True), (SLUIT, True), (UITSTEL - SECOND, True), (UITSTEL, False),
     (UITSTEL + SECOND, False)],
)  # fmt: skip
def test_with_uitstel_it_is_open_until_the_uitstel_ends(moment, is_open):
    assert uitvraag().is_open(moment, UITSTEL) is is_open


def test_when_the_uitstel_is_over_the_reader_hears_that_there_was_one():
    with pytest.raises(Gesloten) as refusal:
        uitvraag().require_open(UITSTEL, UITSTEL)
    assert str(refusal.value) == "De uitvraag van 2009-2 is gesloten en het uitstel is voorbij. Er is niets opgeslagen."


def test_a_closing_that_was_moved_past_the_uitstel_holds_for_who_had_it_too():
    moved = uitvraag(sluit=UITSTEL + timedelta(1))

    assert moved.closes_for(UITSTEL) == moved.sluit
    assert moved.is_open(UITSTEL, UITSTEL)


@pytest.mark.parametrize(
    ("opent", "sluit", "overlaps"),
    [(OPENT - timedelta(9), OPENT, False), (OPENT - timedelta(9), OPENT + SECOND, True), (SLUIT, SLUIT + SECOND, False),
     (SLUIT - SECOND, SLUIT + SECOND, True), (OPENT + SECOND, SLUIT - SECOND, True)],
)  # fmt: skip
def test_two_overlap_when_there_is_a_moment_at_which_both_are_open(opent, sluit, overlaps):
    other = uitvraag(opent=opent, sluit=sluit)

    assert uitvraag().overlaps(other) is other.overlaps(uitvraag()) is overlaps
