from datetime import date, timedelta

import pytest

from landkaart.domein.clock import midnight
from landkaart.domein.rondes import rondes_of
from landkaart.domein.tertaal import Tertaal
from tests.steps.factories import uitvraag

SECOND = timedelta(seconds=1)
ZOMER = uitvraag()
NAJAAR = uitvraag(
    Tertaal(2009, 3),
    opent=midnight(date(2009, 11, 15)),
    herinnering=midnight(date(2009, 12, 15)),
    sluit=midnight(date(2010, 1, 1)),
)
BOTH = [NAJAAR, ZOMER]


@pytest.mark.parametrize(
    ("now", "todo", "last", "following"),
    [(ZOMER.opent - SECOND, (), None, ZOMER), (ZOMER.opent, (ZOMER,), None, NAJAAR),
     (ZOMER.sluit - SECOND, (ZOMER,), None, NAJAAR), (ZOMER.sluit, (), ZOMER, NAJAAR),
     (NAJAAR.opent, (NAJAAR,), ZOMER, None), (NAJAAR.sluit, (), NAJAAR, None)],
)  # fmt: skip
def test_there_is_one_to_fill_in_from_its_opening_until_its_closing(now, todo, last, following):
    found = rondes_of(BOTH, {}, now)

    assert (found.te_doen, found.laatste, found.volgende) == (todo, last, following)


def test_with_uitstel_two_can_be_filled_in_and_the_first_to_close_comes_first():
    tot = NAJAAR.opent + timedelta(5)
    found = rondes_of(BOTH, {ZOMER.tertaal: tot}, NAJAAR.opent)

    assert found.te_doen == (ZOMER, NAJAAR)
    assert [found.closes(each) for each in found.te_doen] == [tot, NAJAAR.sluit]
    assert rondes_of(BOTH, {ZOMER.tertaal: tot}, tot).te_doen == (NAJAAR,)
    assert rondes_of(BOTH, {ZOMER.tertaal: NAJAAR.sluit + SECOND}, NAJAAR.opent).te_doen == (NAJAAR, ZOMER)


def test_while_nothing_can_be_filled_in_the_last_is_shown_or_else_the_first():
    assert rondes_of(BOTH, {}, ZOMER.opent - SECOND).to_show == ZOMER
    assert rondes_of(BOTH, {}, ZOMER.sluit).to_show == ZOMER
    assert rondes_of([], {}, ZOMER.sluit).to_show is None
