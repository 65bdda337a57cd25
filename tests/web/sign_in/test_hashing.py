"""A crowd that guesses passwords keeps nobody who is in from his pages, and is told when it is too busy."""

from threading import Event, Thread

import pytest

from landkaart.web.serving.turns import Turns
from landkaart.web.sign_in import hashing, password
from tests.steps.visitors import browser, browser_of, sign_in
from tests.steps.waiting import until

WAIT = 20


@pytest.fixture
def slow(visitor, monkeypatch):
    """Checking a password takes as long as the test wants."""
    begun, go_on = Event(), Event()

    def is_right(*_):
        begun.set()
        assert go_on.wait(WAIT)
        return False

    monkeypatch.setattr(password, "is_right", is_right)
    monkeypatch.setattr(hashing, "SIGN_INS", Turns("proef", threads=2, each=40, in_all=45))
    yield begun, go_on
    go_on.set()


def guesses(many):
    found = [
        Thread(target=sign_in, args=(browser(),), kwargs={"adres": f"raad{number}@gemeente.nl"}) for number in range(many)
    ]
    for each in found:
        each.start()
    return found


def test_while_forty_guesses_wait_who_is_in_gets_his_pages_and_the_next_guess_hears_that_it_is_busy(slow):
    begun, go_on = slow
    reader = browser_of("lezer")
    waiting = guesses(40)
    assert begun.wait(WAIT)
    until(lambda: sum(map(len, hashing.SIGN_INS.queues.values())) == 39)

    assert reader.get("/account").status_code == 200
    assert reader.get("/inloggen").status_code == 200
    refused = sign_in(browser(), adres="nog-een@gemeente.nl")
    assert (refused.status_code, refused.text, refused.headers["retry-after"]) == (503, hashing.BUSY, "10")

    go_on.set()
    for each in waiting:
        each.join(WAIT)
    assert sign_in(browser(), adres="nog-een@gemeente.nl").status_code == 403
