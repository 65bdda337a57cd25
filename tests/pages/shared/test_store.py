"""What is kept is the last state of each thing, and no more things than were asked for lately."""

import gc
import weakref

from pages.shared.store import Store


class Thing:
    """Something that can be seen to be gone."""


def test_of_another_state_it_is_made_anew_and_what_there_was_is_let_go():
    store = Store[Thing](5)
    first = weakref.ref(store.get("a", 1, Thing))
    assert store.get("a", 1, Thing) is first()

    store.get("a", 2, Thing)
    gc.collect()
    assert first() is None


def test_what_is_over_is_let_go_though_nobody_asks_for_it_again():
    store = Store[Thing](5)
    over, holds = (weakref.ref(store.get(key, 1, Thing)) for key in ("a", "b"))

    store.let_go(lambda key, state: key == "a" and state == 1)
    gc.collect()
    assert over() is None
    assert store.get("b", 1, Thing) is holds()


def test_what_was_asked_longest_ago_goes_first():
    store = Store[Thing](2)
    first, second = store.get("a", 1, Thing), store.get("b", 1, Thing)
    store.get("a", 1, Thing)

    store.get("c", 1, Thing)
    assert store.get("a", 1, Thing) is first
    assert store.get("b", 1, Thing) is not second
