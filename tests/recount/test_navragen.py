"""Navragen by chance, counted and put in order beside a naive recount."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from landkaart.domein.navraag import Navraag, in_turn, per_status
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.navraag import navragen_table
from tests.recount import naief_navragen

BEGIN = datetime(2009, 8, 3, tzinfo=UTC)
# Of each: on which day it was asked, whether it was answered, whether it was closed.
asked = st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.booleans()), max_size=12)


def navraag(number: int, day: int, answered: bool, closed: bool) -> Navraag:
    moment = BEGIN + timedelta(days=day)
    said = ("Zo.", "manager", moment) if answered else (None, None, None)
    end = ("ako", moment) if closed else (None, None)
    return Navraag(number, "assen", Tertaal(2009, 2), None, f"Vraag {number}", "ako", moment, *said, *end)


@settings(max_examples=200, deadline=None)
@given(asked)
def test_each_is_counted_once_and_stands_where_a_naive_recount_puts_it(country):
    found = [navraag(number, *each) for number, each in enumerate(country)]
    plain = [(number, day, answered, closed) for number, (day, answered, closed) in enumerate(country)]

    assert {status.value: number for status, number in per_status(found).items()} == naief_navragen.counts(plain)
    assert [each.id for each in in_turn(found)] == naief_navragen.order(plain)
    assert list(navragen_table(found, {})["id"]) == naief_navragen.order(plain)
