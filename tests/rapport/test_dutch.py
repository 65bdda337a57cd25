from datetime import UTC, date, datetime, timedelta

import pytest

from landkaart.domein.clock import midnight
from landkaart.rapport import dutch


@pytest.mark.parametrize(
    ("score", "text"),
    [(67.99, "67%"), (0.0, "0%"), (99.99, "99%"), (100.0, "100%"), (None, "–"), (float("nan"), "–")],
)
def test_a_score_is_truncated_and_none_is_a_dash(score, text):
    assert dutch.percent(score) == text


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (125, "125"), (1000, "1.000"), (1234567, "1.234.567")])
def test_thousands_have_dots(number, text):
    assert dutch.count(number) == text


@pytest.mark.parametrize(("points", "text"), [(2, "+2"), (-3, "−3"), (0, "0"), (None, "–")])
def test_a_change_has_its_sign_and_no_change_has_none(points, text):
    assert dutch.change(points) == text


@pytest.mark.parametrize(
    ("moment", "text"),
    [(date(2009, 12, 1), "1 december 2009"), (date(2009, 3, 31), "31 maart 2009"),
     (datetime(2009, 8, 31, 22, tzinfo=UTC), "1 september 2009"),
     (datetime(2009, 8, 31, 21, 59, 59, tzinfo=UTC), "31 augustus 2009"),
     (datetime(2009, 12, 31, 23, tzinfo=UTC), "1 januari 2010")],
)  # fmt: skip
def test_a_day_is_the_day_in_amsterdam(moment, text):
    assert dutch.day(moment) == text


@pytest.mark.parametrize(
    ("moment", "text"),
    [(datetime(2009, 7, 1, 12, 3, tzinfo=UTC), "14:03"), (datetime(2009, 12, 1, 12, 3, tzinfo=UTC), "13:03"),
     (datetime(2009, 12, 1, 23, 5, tzinfo=UTC), "00:05")],
)  # fmt: skip
def test_an_hour_is_the_hour_in_amsterdam(moment, text):
    assert dutch.hour(moment) == text


@pytest.mark.parametrize(
    ("closing", "text"),
    [(midnight(date(2010, 1, 1)), "31 december 2009 om 24:00 uur"),
     (midnight(date(2009, 9, 1)), "31 augustus 2009 om 24:00 uur"),
     (midnight(date(2009, 3, 30)), "29 maart 2009 om 24:00 uur"),  # 29 March has 23 hours.
     (midnight(date(2009, 10, 26)), "25 oktober 2009 om 24:00 uur"),  # 25 October has 25.
     (datetime(2009, 8, 31, 15, tzinfo=UTC), "31 augustus 2009 om 17:00 uur"),
     (datetime(2009, 8, 31, 22, 1, tzinfo=UTC), "1 september 2009 om 00:01 uur")],
)  # fmt: skip
def test_a_closing_at_midnight_is_the_end_of_the_day_that_it_closes(closing, text):
    assert dutch.closing(closing) == text


def test_a_closing_is_said_in_the_same_words_before_and_after_it():
    closing = midnight(date(2010, 1, 1))

    assert dutch.until(closing) == "tot 31 december 2009 om 24:00 uur"
    assert dutch.open_or_closed(closing, closing - timedelta(seconds=1)) == "open tot 31 december 2009 om 24:00 uur"
    assert dutch.open_or_closed(closing, closing) == "gesloten op 31 december 2009 om 24:00 uur"


@pytest.mark.parametrize(
    ("opening", "text"),
    [(midnight(date(2009, 7, 15)), "15 juli 2009"), (datetime(2009, 7, 15, 7, tzinfo=UTC), "15 juli 2009 om 09:00 uur")],
)
def test_an_opening_at_the_beginning_of_a_day_is_that_day(opening, text):
    assert dutch.opening(opening) == text


def test_what_was_done_has_its_day_and_its_hour():
    assert dutch.day_and_hour(datetime(2009, 12, 1, 13, 3, tzinfo=UTC)) == "1 december 2009, 14:03"


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(7, 125, "6%"), (1, 200, "1%"), (99, 20_000, "0%"), (0, 3, "0%"), (3, 3, "100%"), (0, 0, "–")],  # 5.6, 0.5 and 0.495.
)
def test_a_share_is_rounded_half_up_and_of_nobody_there_is_none(part, whole, text):
    assert dutch.share_of(part, whole) == text


@pytest.mark.parametrize(("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")])
def test_the_last_of_an_enumeration_comes_after_en(parts, text):
    assert dutch.enumeration(parts) == text


def test_an_enumeration_of_choices_ends_with_of():
    assert dutch.enumeration(["a", "b", "c"], "of") == "a, b of c"


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 werkpleinen"), (1, "1 werkplein"), (2, "2 werkpleinen"), (1200, "1.200 werkpleinen")]
)
def test_one_is_singular(number, text):
    assert dutch.werkpleinen(number) == text


@pytest.mark.parametrize(("points", "said"), [(1, "punt"), (-1, "punt"), (0, "punten"), (2, "punten")])
def test_a_change_of_one_is_a_point_and_any_other_is_points(points, said):
    assert dutch.points_since(points) == f"{said} sinds vorig tertaal"


def test_of_no_change_it_says_that_there_is_none():
    assert dutch.points_since(None) == "niets om mee te vergelijken"
