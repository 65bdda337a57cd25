"""What is kept holds until something changes of which it was made, and nobody finds what is another's."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from time import sleep

import pytest

from db.queries.data_version import DataVersion
from landkaart.domein.clock import Clock
from landkaart.domein.rechten import Bevoegdheid
from landkaart.domein.rollen import Rol
from landkaart.domein.sessie import Aangemeld
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import closing
from pages.shared import cache
from pages.shared.cache import anything_changes, figures_change, is_closed, kept
from pages.shared.visit import Visit

SEEN = datetime(2009, 12, 1, tzinfo=UTC)
TERTAAL = Tertaal(2009, 3)


@pytest.fixture
def come(database, monkeypatch):
    """`come(change=2)`: from here on this is the visit. Each test has a database, so also keys, of its own."""

    def visit_as(*, change=1, line=1, account=1, rol=Rol.WERKPLEIN, werkpleinen=("assen",)):
        visitor = Aangemeld(account, account, "Iemand", "a@b.nl", Bevoegdheid(rol, frozenset(werkpleinen)), SEEN, SEEN)
        found = Visit(visitor, DataVersion(Clock(), change, line))
        monkeypatch.setattr(cache, "visit", lambda: found)

    visit_as()
    return visit_as


def counting(**how):
    """A kept function, and the list of what it was really made with."""
    made = []

    @kept(most=5, **how)
    def make(*what):
        made.append(what)
        return len(made)

    return make, made


def test_figures_hold_until_one_of_them_can_change(come):
    make, made = counting(until=figures_change)

    assert [make("a"), make("a"), make("b")] == [1, 1, 2]
    come(line=2)
    assert make("a") == 1
    come(line=3, change=3)
    assert make("a") == 3
    assert made == [("a",), ("b",), ("a",)]


def test_anything_at_all_is_one_line_in_the_log(come):
    make, _ = counting(until=anything_changes)

    assert [make(), make()] == [1, 1]
    come(line=2)
    assert make() == 2


def test_of_a_tertaal_figures_hold_until_it_closes(come, set_clock):
    make, _ = counting(until=figures_change)
    closes = closing(TERTAAL, None)

    set_clock(closes - timedelta(seconds=1))
    assert [is_closed(TERTAAL), make(TERTAAL), make(TERTAAL)] == [False, 1, 1]
    set_clock(closes)
    assert [is_closed(TERTAAL), make(TERTAAL), make(TERTAAL)] == [True, 2, 2]


def test_another_database_has_another_answer(come, monkeypatch, tmp_path):
    make, _ = counting(until=anything_changes)
    make()

    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'other.db'}")

    assert make() == 2


@pytest.mark.parametrize(
    "other",
    [{"account": 2}, {"rol": Rol.AKO, "werkpleinen": ()}, {"werkpleinen": ("assen", "venlo")}, {"werkpleinen": ()}],
    ids=["somebody else", "another role", "one werkplein more", "none any more"],
)
def test_what_depends_on_rights_is_kept_for_one_reader_with_the_rights_that_he_has(come, other):
    make, _ = counting(until=anything_changes, per_reader=True)

    assert [make(), make()] == [1, 1]
    come(**other)
    assert make() == 2
    come()
    assert make() == 1


def test_the_rest_is_made_once_for_everybody(come):
    make, _ = counting(until=anything_changes)
    make()

    come(account=2, rol=Rol.BEHEER, werkpleinen=())

    assert make() == 1


def test_who_ask_together_wait_for_one_making(come):
    began, made = Barrier(4), []

    @kept(until=anything_changes, most=5)
    def slow():
        made.append(1)
        sleep(0.2)
        return object()

    def ask():
        began.wait()
        return slow()

    with ThreadPoolExecutor(4) as pool:
        found = [each.result() for each in [pool.submit(ask) for _ in range(4)]]

    assert made == [1]
    assert all(each is found[0] for each in found)


def one():
    return "one"


def two():
    return "two"


def test_functions_of_the_same_shape_do_not_answer_for_each_other(come):
    first, second = (kept(until=anything_changes, most=5)(make) for make in (one, two))

    assert [first(), second()] == ["one", "two"]


def test_what_failed_is_tried_again(come):
    answers = iter([ValueError, None])

    @kept(until=anything_changes, most=5)
    def sometimes():
        if error := next(answers):
            raise error
        return "made"

    with pytest.raises(ValueError):
        sometimes()
    assert sometimes() == "made"


def test_only_the_last_ones_are_kept(come):
    make, made = counting(until=anything_changes)

    for number in range(6):
        make(number)
    make(5)
    make(0)

    assert made == [(0,), (1,), (2,), (3,), (4,), (5,), (0,)]
