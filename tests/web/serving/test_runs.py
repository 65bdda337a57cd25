"""Of one account two pages run at the same time; whoever has more of them open holds up nobody but himself."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from landkaart.web.serving import runs as rooms
from landkaart.web.serving.runs import Runs
from tests.steps.drive import visit


def hold(runs: Runs, asker: str, inside: Event, leave: Event) -> None:
    with runs.turn(asker):
        inside.set()
        leave.wait(30)


def test_the_third_of_one_account_waits_until_one_is_done_and_another_account_does_not():
    runs, leave = Runs(2), Event()
    entered = {name: Event() for name in ("first", "second", "third", "another")}
    with ThreadPoolExecutor(4) as threads:
        for name in ("first", "second"):
            threads.submit(hold, runs, "a", entered[name], leave)
            assert entered[name].wait(30)
        threads.submit(hold, runs, "a", entered["third"], leave)
        threads.submit(hold, runs, "b", entered["another"], leave)

        assert entered["another"].wait(30)
        assert not entered["third"].is_set()
        leave.set()
        assert entered["third"].wait(30)

    assert runs.places == {}


def test_a_run_that_ends_in_an_error_gives_its_place_back():
    runs = Runs(1)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), runs.turn("a"):
            raise ZeroDivisionError

    assert runs.places == {}


def test_each_run_of_a_page_takes_a_place_of_whose_it_is(database, monkeypatch):
    asked: list[object] = []

    class Listening(Runs):
        def turn(self, asker):
            asked.append(asker)
            return super().turn(asker)

    monkeypatch.setattr(rooms, "PAGES", Listening(1))
    for rol in ("lezer", "ako"):
        visit("uitleg", rol=rol).run()

    first, second = dict.fromkeys(asked)
    assert asked == [first, first, second, second]
