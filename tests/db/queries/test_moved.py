"""A submission moves its own tertaal and those after it; anything else that counts can move all of them."""

import pytest
from sqlalchemy import func, select

from db.act import About, begin_act
from db.engine import read_session
from db.models import Logregel
from db.queries.moved import Moves, moved
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal

BEFORE, NOW, AFTER = Tertaal(2009, 1), Tertaal(2009, 2), Tertaal(2009, 3)
BEGIN = Moves(0, 0)


def log(handeling, tertaal=None):
    """Return the number of the line."""
    with begin_act(operator()) as act:
        act.log(handeling, About(tertaal=tertaal))
    return last()


def last():
    with read_session() as session:
        return session.execute(select(func.max(Logregel.id))).scalar_one()


def read_on(before=BEGIN):
    with read_session() as session:
        return moved(session=session, before=before, until=last())


@pytest.mark.parametrize("handeling", [Handeling.INDIENING, Handeling.AKO_INDICATIE])
def test_what_is_said_in_a_tertaal_moves_it_and_those_after_it(database, handeling):
    first = log(handeling, NOW)

    found = read_on()
    assert found.of(BEFORE) == BEGIN.of(BEFORE)
    assert found.of(NOW) == found.of(AFTER) == (0, first)
    assert read_on(found) == found
    again = log(handeling, NOW)
    assert read_on(found).of(NOW) == (0, again)
    earlier = log(handeling, BEFORE)
    assert {each: read_on(found).of(each) for each in (BEFORE, NOW)} == {BEFORE: (0, earlier), NOW: (0, earlier)}


@pytest.mark.parametrize("handeling", [each for each in Handeling if each.counts and each is not Handeling.INDIENING])
def test_whatever_else_counts_can_move_all_of_them(database, handeling):
    log(Handeling.INDIENING, NOW)
    line = log(handeling)

    assert read_on().of(BEFORE) == read_on().of(NOW) == (line, 0)


@pytest.mark.parametrize("handeling", [each for each in Handeling if not each.counts])
def test_what_does_not_count_moves_nothing(database, handeling):
    line = log(handeling, NOW)

    assert read_on() == Moves(line, 0)


def test_which_tertalen_move_is_the_same_for_each_next_submission(database):
    log(Handeling.INDIENING, NOW)
    first = read_on()
    log(Handeling.INDIENING, NOW)
    again = read_on(first)
    assert again != first
    assert again.which == first.which

    log(Handeling.INDIENING, AFTER)
    assert read_on(again).which != first.which


def test_only_what_came_since_is_read(database):
    first = log(Handeling.UITVRAAG)
    second = log(Handeling.INDIENING, NOW)

    assert read_on(Moves(first, 0)) == Moves(second, 0, {"2009-2": second})
    assert read_on(Moves(second, 0)) == Moves(second, 0)
