from datetime import date

import pytest

from landkaart.domein.fouten import OngeldigTertaal
from landkaart.domein.tertaal import Tertaal


def test_tertalen_sort_in_the_order_of_time_also_across_the_year():
    shuffled = [Tertaal(2009, 2), Tertaal(2008, 3), Tertaal(2009, 1), Tertaal(2010, 1), Tertaal(2008, 1)]

    assert [str(tertaal) for tertaal in sorted(shuffled)] == ["2008-1", "2008-3", "2009-1", "2009-2", "2010-1"]


@pytest.mark.parametrize(
    ("tertaal", "steps", "earlier"),
    [("2009-2", 1, "2009-1"), ("2009-1", 1, "2008-3"), ("2009-2", 2, "2008-3"), ("2009-1", 4, "2007-3"),
     ("2009-3", 0, "2009-3")],
)  # fmt: skip
def test_before_counts_back_across_the_year(tertaal, steps, earlier):
    assert Tertaal.parse(tertaal).before(steps) == Tertaal.parse(earlier)


@pytest.mark.parametrize(("tertaal", "later"), [("2009-1", "2009-2"), ("2009-2", "2009-3"), ("2008-3", "2009-1")])
def test_after_counts_on_across_the_year(tertaal, later):
    assert Tertaal.parse(tertaal).after() == Tertaal.parse(later)


@pytest.mark.parametrize(
    ("tertaal", "periode"),
    [("2008-1", "jan 2008 t/m apr 2008"), ("2009-2", "mei 2009 t/m aug 2009"), ("2008-3", "sep 2008 t/m dec 2008")],
)
def test_the_periode_is_written_as_the_report_prints_it(tertaal, periode):
    assert Tertaal.parse(tertaal).periode == periode


@pytest.mark.parametrize(
    ("tertaal", "day"),
    [("2009-1", date(2009, 5, 1)), ("2009-2", date(2009, 9, 1)), ("2009-3", date(2010, 1, 1))],
)
def test_a_tertaal_has_ended_on_the_first_day_after_it(tertaal, day):
    assert Tertaal.parse(tertaal).ended == day


@pytest.mark.parametrize(
    ("day", "tertaal"),
    [(date(2009, 1, 1), "2009-1"), (date(2009, 4, 30), "2009-1"), (date(2009, 5, 1), "2009-2"),
     (date(2009, 8, 31), "2009-2"), (date(2009, 9, 1), "2009-3"), (date(2009, 12, 31), "2009-3")],
)  # fmt: skip
def test_a_day_belongs_to_the_tertaal_of_its_month(day, tertaal):
    assert str(Tertaal.of(day)) == tertaal


def test_what_is_read_is_written_the_same():
    assert str(Tertaal.parse("2009-2")) == "2009-2"


@pytest.mark.parametrize(
    "text",
    ["", "2009", "2009-", "2009-0", "2009-4", "2009-12", "2009_2", "2009/2", "2009-2 ", " 2009-2", "2009-2\n", "20092",
     "209-2", "02009-2", "1899-2", "2100-2", "-2009-2", "2009--2", "2_09-2", "2009-02", "²⁰⁰⁹-²", "٢٠٠٩-٢", "2009–2"],
)  # fmt: skip
def test_a_text_that_is_not_a_tertaal_is_refused_with_an_example_of_one(text):
    with pytest.raises(OngeldigTertaal, match="Schrijf een jaar en een nummer van 1 tot 3, zoals 2009-2"):
        Tertaal.parse(text)


def test_the_refusal_of_an_endless_text_stays_short():
    with pytest.raises(OngeldigTertaal) as refusal:
        Tertaal.parse("9" * 100_000)

    assert str(refusal.value).startswith(f"‘{'9' * 40}’ is geen tertaal.")
