"""Work in turn: a queue for each who asks, and nobody waits behind another's."""

from concurrent.futures import CancelledError
from threading import Event

import pytest

from landkaart.web.serving.turns import TeDruk, TeVeel, Turns

WAIT = 10


class Gate:
    """Work that says that it began, and goes on when it may."""

    def __init__(self):
        self.begun, self.go_on = Event(), Event()

    def __call__(self):
        self.begun.set()
        assert self.go_on.wait(WAIT)
        return "done"


@pytest.fixture
def gates():
    """As many as a test wants; all open at its end, so that no thread stays."""
    made = []

    def make():
        made.append(Gate())
        return made[-1]

    yield make
    for gate in made:
        gate.go_on.set()


def turns(**other):
    return Turns("proef", **({"threads": 2, "each": 4, "in_all": 20} | other))


def test_what_somebody_asked_first_is_done_first_and_its_outcome_is_his():
    work, order = turns(threads=1), []
    found = [work.submit("jan", lambda number=number: order.append(number) or number * 2) for number in range(3)]

    assert [each.result(WAIT) for each in found] == [0, 2, 4]
    assert order == [0, 1, 2]


def test_of_one_asker_one_runs_and_another_does_not_wait_for_him(gates):
    work, first, second = turns(), gates(), gates()
    work.submit("jan", first)
    work.submit("jan", second)
    assert first.begun.wait(WAIT)

    assert work.submit("an", lambda: "an").result(WAIT) == "an"
    assert not second.begun.is_set()

    first.go_on.set()
    assert second.begun.wait(WAIT)


def test_with_one_thread_whoever_asked_for_one_comes_after_one_of_the_others(gates):
    work, door, order = turns(threads=1), gates(), []
    work.submit("jan", door)
    assert door.begun.wait(WAIT)
    asked = [work.submit("jan", lambda n=n: order.append(f"jan {n}")) for n in range(3)]
    asked += [work.submit("an", lambda: order.append("an"))]
    asked += [work.submit("bo", lambda: order.append("bo"))]

    door.go_on.set()
    for each in asked:
        each.result(WAIT)

    assert order == ["jan 0", "an", "bo", "jan 1", "jan 2"]


def test_more_than_may_wait_of_one_is_refused_and_not_of_another(gates):
    work, door = turns(threads=1, each=3), gates()
    for _ in range(3):
        work.submit("jan", door)

    with pytest.raises(TeVeel):
        work.submit("jan", door)
    assert not work.submit("an", door).done()


def test_more_than_may_wait_of_all_is_refused(gates):
    work, door = turns(threads=1, in_all=2), gates()
    work.submit("jan", door)
    assert door.begun.wait(WAIT)
    for asker in ("an", "bo"):
        work.submit(asker, door)

    with pytest.raises(TeDruk):
        work.submit("cor", door)


def test_what_fails_is_told_to_who_asked_and_the_next_one_is_done():
    work = turns(threads=1)
    failed = work.submit("jan", lambda: 1 / 0)

    assert work.submit("jan", lambda: "next").result(WAIT) == "next"
    with pytest.raises(ZeroDivisionError):
        failed.result(WAIT)


def test_what_was_taken_back_while_it_waited_is_not_done(gates):
    work, door, done = turns(threads=1), gates(), []
    work.submit("jan", door)
    gone = work.submit("jan", lambda: done.append("gone"))
    gone.cancel()
    door.go_on.set()

    assert work.submit("jan", lambda: "next").result(WAIT) == "next"
    assert done == []
    with pytest.raises(CancelledError):
        gone.result(WAIT)


def test_afterwards_nothing_is_remembered_of_who_asked():
    work = turns()
    for number in range(50):
        work.submit(number, lambda: None).result(WAIT)

    # Each is forgotten just after its outcome was given, and then it is told.
    with work.changed:
        assert work.changed.wait_for(lambda: not work.running, WAIT)
    assert not work.queues
