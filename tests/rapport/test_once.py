"""What several ask for together is made once, and kept up to some size."""

from concurrent.futures import Future
from threading import Event, Thread

import pytest

from landkaart.rapport.once import KeptBytes, UnderWay
from tests.steps.waiting import until

WAIT = 10


class Counting(UnderWay):
    """Counts who found out what he waits for."""

    def __init__(self):
        super().__init__()
        self.joined = []

    def join(self, key, start):
        found = super().join(key, start)
        self.joined.append(key)
        return found


def test_who_asks_while_it_is_made_gets_the_same_one():
    kept, begun, go_on, made, found = KeptBytes(100), Event(), Event(), [], []
    kept.flying = Counting()

    def make():
        made.append(1)
        begun.set()
        assert go_on.wait(WAIT)
        return b"picture"

    askers = [Thread(target=lambda: found.append(kept.get("a", make))) for _ in range(20)]
    for each in askers:
        each.start()
    assert begun.wait(WAIT)
    until(lambda: len(kept.flying.joined) == 20)
    go_on.set()
    for each in askers:
        each.join(WAIT)

    assert (len(made), found) == (1, [b"picture"] * 20)


def test_what_was_made_is_kept_until_there_is_no_room_for_it():
    kept, made = KeptBytes(10), []

    def get(name):
        return kept.get(name, lambda: made.append(name) or name.encode() * 4)

    for name in ("a", "b", "a", "c", "a", "b"):
        assert get(name) == name.encode() * 4

    assert made == ["a", "b", "c", "b"]
    assert kept.size <= 10


def test_what_is_larger_than_all_room_is_given_and_not_kept():
    kept = KeptBytes(10)

    assert kept.get("a", lambda: b"x" * 11) == b"x" * 11
    assert (kept.size, list(kept.found)) == (0, [])


def test_what_could_not_be_made_is_made_anew_for_the_next_one():
    kept = KeptBytes(10)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: bytes(1 // 0))

    assert kept.get("a", lambda: b"made") == b"made"


def test_what_is_under_way_is_begun_once_and_afterwards_anew():
    flying, begun = UnderWay(), []

    def start():
        begun.append(Future())
        return begun[-1]

    first = flying.join("a", start)
    assert flying.join("a", start) is first
    assert flying.join("b", start) is not first
    first.set_result("made")

    assert flying.join("a", start) is not first
    assert len(begun) == 3


def test_what_could_not_begin_is_not_under_way():
    flying = UnderWay()
    with pytest.raises(ZeroDivisionError):
        flying.join("a", lambda: 1 / 0)

    begun = Future()
    assert flying.join("a", lambda: begun) is begun
