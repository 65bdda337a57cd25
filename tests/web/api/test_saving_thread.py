"""The thread that saves: who waits for each other is kept with one commit, and hears of it afterwards."""

from threading import Event

import pytest
from sqlalchemy import event

from db.actions.invullingen import save_answer
from db.engine import Undone, engines
from landkaart.domein.band import Band
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.settings import database_url
from landkaart.web.api import saving_thread
from landkaart.web.api.saving_thread import SavingThread
from tests.steps.small_landkaart import CODES, DURING, act, keep, log, make_uitvraag, make_werkplein

FIRST, SECOND, THIRD = CODES[:3]


@pytest.fixture
def writer():
    made = SavingThread("opslaan")
    yield made
    made.shutdown()


@pytest.fixture
def commits(database, set_clock):
    """Those of the writer, since the landkaart was made."""
    keep(make_uitvraag(), make_werkplein("assen"))
    set_clock(DURING)
    found = []
    event.listen(engines(database_url())[1], "commit", lambda _: found.append(log("mijlpaal")))
    return found


@pytest.fixture
def held(writer):
    """Keeps the thread busy until it is set: what is asked meanwhile waits."""
    let_go = Event()
    writer.submit(let_go.wait)
    yield let_go
    let_go.set()


def save(mijlpaal):
    return act(save_answer, werkplein="assen", mijlpaal=mijlpaal, band=Band.VOLLEDIG)


def test_what_waits_is_done_in_order_with_one_commit(writer, held, commits):
    waiting = [writer.submit(save, each) for each in (SECOND, FIRST, THIRD)]
    held.set()

    assert all(each.result() for each in waiting)
    assert log("mijlpaal") == [(SECOND,), (FIRST,), (THIRD,)]
    assert len(commits) == 1


def test_what_comes_while_it_is_quiet_waits_for_nobody(writer, commits):
    for each in (FIRST, SECOND):
        writer.submit(save, each).result()

    assert len(commits) == 2


def test_who_is_refused_hears_why_and_the_others_are_kept(writer, held, commits):
    first, wrong, last = (writer.submit(save, each) for each in (FIRST, "bestaat-niet", THIRD))
    held.set()

    assert isinstance(wrong.exception(), OngeldigeInvoer)
    assert first.result()
    assert last.result()
    assert log("mijlpaal") == [(FIRST,), (THIRD,)]


def test_nobody_hears_that_he_was_saved_before_it_is_kept(writer, held, commits):
    told = []
    for each in (FIRST, SECOND):
        writer.submit(save, each).add_done_callback(lambda _: told.append(len(commits)))
    held.set()
    writer.shutdown()

    assert told == [1, 1]


def test_when_it_fails_for_all_each_is_done_by_itself(writer, held, commits):
    def undo_all():
        raise Undone

    first, wrong, last = (writer.submit(save, FIRST), writer.submit(undo_all), writer.submit(save, THIRD))
    engine = engines(database_url())[1]
    tries = []

    def fail_once(connection):
        if not tries:
            tries.append(connection)
            raise OSError("the disk is away")

    event.listen(engine, "commit", fail_once, insert=True)
    held.set()
    outcomes = [first.exception(), type(wrong.exception()), last.exception()]
    event.remove(engine, "commit", fail_once)

    assert outcomes == [None, Undone, None]
    assert log("mijlpaal") == [(FIRST,), (THIRD,)]


def test_more_than_fit_in_one_commit_are_all_done(writer, held, commits, monkeypatch):
    monkeypatch.setattr(saving_thread, "MOST", 2)
    waiting = [writer.submit(save, each) for each in CODES[:5]]
    held.set()

    assert all(each.result() for each in waiting)
    assert len(commits) == 3
    assert [each for (each,) in log("mijlpaal")] == list(CODES[:5])


def test_who_does_not_wait_any_more_is_passed_over(writer, held, commits):
    gone, here = writer.submit(save, FIRST), writer.submit(save, SECOND)
    assert gone.cancel()
    held.set()

    assert here.result()
    assert log("mijlpaal") == [(SECOND,)]
