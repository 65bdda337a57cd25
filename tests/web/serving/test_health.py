"""What a machine that watches the landkaart is told, and how often it is really looked at."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from landkaart.web.serving import health
from landkaart.web.serving.health import FRESH, HEALTHY, READY, ROUTES, Checkup


@pytest.fixture
def looks(monkeypatch):
    """Each look is a number here; `looks.now` is what the clock of this machine says."""

    class Looks(list):
        now = 0.0

        def look(self, *_):
            self.append(f"kwaal {len(self) + 1}")
            return [self[-1]]

    found = Looks()
    monkeypatch.setattr(health, "problems", found.look)
    monkeypatch.setattr(health, "monotonic", lambda: found.now)
    return found


def test_who_asks_again_within_half_a_minute_gets_the_last_answer(looks, caplog):
    checkup = Checkup()

    said = []
    for looks.now in (0.0, FRESH, FRESH + 0.1, 2 * FRESH + 0.1, 2 * FRESH + 0.2):
        said.append(checkup.look())

    assert said == [["kwaal 1"], ["kwaal 1"], ["kwaal 2"], ["kwaal 2"], ["kwaal 3"]]
    assert [record.getMessage() for record in caplog.records] == [f"niet gezond: kwaal {number}" for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("problems", "status", "said"), [([], 200, "gezond"), (["schijf vol"], 503, "niet gezond")], ids=["well", "not well"]
)
def test_a_stranger_is_told_whether_and_not_what(monkeypatch, problems, status, said):
    monkeypatch.setattr(health, "problems", lambda *_: problems)
    monkeypatch.setattr(health, "CHECKUP", Checkup())

    answer = TestClient(Starlette(routes=ROUTES)).get(HEALTHY)

    assert (answer.status_code, answer.text, answer.headers["cache-control"]) == (status, said, "no-store")


def test_it_is_ready_when_the_database_can_be_read(database):
    answer = TestClient(Starlette(routes=ROUTES)).get(READY)

    assert (answer.status_code, answer.text) == (200, "gereed")


def test_without_a_database_it_is_not_ready(caplog):
    answer = TestClient(Starlette(routes=ROUTES)).get(READY)

    assert (answer.status_code, answer.text) == (503, "niet gereed")
    assert caplog.records
