"""Files come in only from who may bring one, few at a time for each session, and no more than fit in all."""

import time
from contextlib import ExitStack
from threading import Event, Thread

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from landkaart.domein.clock import system_now
from landkaart.domein.rechten import Bevoegdheid
from landkaart.domein.rollen import Rol
from landkaart.domein.sessie import Aangemeld
from landkaart.web.api.answers import NuNiet
from landkaart.web.serving import guard, upload_bounds
from landkaart.web.serving.guard import Guard
from landkaart.web.serving.upload_bounds import LARGEST, Uploads
from tests.steps.accounts import make_account, open_session
from tests.steps.forms import manager
from tests.steps.small_landkaart import keep, make_werkplein
from tests.steps.visitors import HERE

WAIT = 10
PLACE = "/_stcore/upload_file/page-1/file-1"
XLSX = {"content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


class Behind:
    """What stands for Streamlit: takes a file in as slowly as the test wants, or refuses it as Streamlit does."""

    def __init__(self):
        self.begun, self.go_on, self.taken, self.status = Event(), Event(), [], 204
        self.go_on.set()

    async def take(self, request: Request):
        self.begun.set()
        await guard.get_running_loop().run_in_executor(None, self.go_on.wait, WAIT)
        self.taken.append(len(await request.body()))
        return PlainTextResponse("File too large" if self.status >= 400 else "", self.status)


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    found = Uploads()
    monkeypatch.setattr(guard, "UPLOADS", found)
    return found


@pytest.fixture
def behind():
    found = Behind()
    yield found
    found.go_on.set()


@pytest.fixture
def comes(database, behind):
    """`comes("lezer")`: a new visitor in that role, who is in."""
    keep(make_werkplein("assen"))

    def make(rol, werkpleinen=()):
        routes = [Route("/_stcore/upload_file/{page}/{file}", behind.take, methods=["PUT", "DELETE", "POST"])]
        client = TestClient(Starlette(routes=routes, middleware=[Middleware(Guard)]), base_url=HERE)
        client.cookies.set("sessie", open_session(make_account(rol, werkpleinen)))
        return client

    return make


@pytest.mark.parametrize("method", ["PUT", "POST"])
@pytest.mark.parametrize("rol", ["lezer", "werkplein"])
def test_who_has_nowhere_to_bring_a_file_brings_none(comes, behind, rol, method):
    answer = comes(rol).request(method, PLACE, content=b"x" * 1000)

    assert (answer.status_code, answer.text) == (403, upload_bounds.REFUSED)
    assert behind.taken == []


def test_who_fills_in_brings_his_workbook(comes, behind):
    assert comes("werkplein", ("assen",)).put(PLACE, content=b"x" * 1000).status_code == 204
    assert behind.taken == [1000]


def test_a_werkplein_account_without_a_werkplein_brings_none(comes):
    assert comes("werkplein").put(PLACE, content=b"x").status_code == 403


def test_a_file_can_be_taken_away_again_by_whoever_is_in(comes):
    assert comes("lezer").delete(PLACE).status_code == 204


def test_one_that_is_too_large_is_refused_before_it_is_read(comes, behind):
    answer = comes("werkplein", ("assen",)).put(PLACE, content=b"x" * (LARGEST + 1))

    assert (answer.status_code, answer.text) == (413, upload_bounds.TOO_LARGE)
    assert behind.taken == []


def test_while_one_of_a_session_comes_in_its_next_one_waits_and_another_session_goes_on(comes, behind):
    mine, other = comes("werkplein", ("assen",)), comes("werkplein", ("assen",))
    behind.go_on.clear()
    first = Thread(target=mine.put, args=(PLACE,), kwargs={"content": b"x" * 1000})
    first.start()
    assert behind.begun.wait(WAIT)

    refused = mine.put(PLACE, content=b"y")
    assert (refused.status_code, refused.text, refused.headers["retry-after"]) == (429, upload_bounds.BUSY, "10")
    behind.go_on.set()
    assert other.put(PLACE, content=b"z").status_code == 204
    first.join(WAIT)
    assert mine.put(PLACE, content=b"y").status_code == 204


@pytest.mark.parametrize("rol", ["ako", "beheer"])
def test_who_takes_files_in_drops_a_few_at_once_and_no_more(comes, behind, rol, monkeypatch):
    monkeypatch.setattr(upload_bounds, "TOGETHER", 2)
    mine = comes(rol)
    behind.go_on.clear()
    came = [Thread(target=mine.put, args=(PLACE,), kwargs={"content": b"x" * 1000}) for _ in range(2)]
    for each in came:
        each.start()
    until_coming(2)

    refused = mine.put(PLACE, content=b"y")
    behind.go_on.set()
    for each in came:
        each.join(WAIT)

    assert (refused.status_code, refused.text) == (429, upload_bounds.BUSY)
    assert behind.taken == [1000, 1000]
    assert mine.put(PLACE, content=b"y").status_code == 204


def until_coming(number: int) -> None:
    """Wait until so many are on their way in."""
    end = time.monotonic() + WAIT
    while sum(map(len, guard.UPLOADS.coming.values())) < number:
        assert time.monotonic() < end
        time.sleep(0.01)


def test_what_one_account_drops_at_once_is_bounded_too(fresh):
    who = Aangemeld(1, 1, "AKO", "ako@voorbeeld.nl", Bevoegdheid(Rol.AKO), system_now(), system_now())

    with ExitStack() as coming:
        for _ in range(3):
            coming.enter_context(fresh.taking(who, LARGEST))
        with pytest.raises(NuNiet, match=f"^{upload_bounds.ENOUGH}$"):
            coming.enter_context(fresh.taking(who, 1))


def test_what_waits_in_all_is_bounded(comes, monkeypatch):
    invuller = comes("werkplein", ("assen",))
    monkeypatch.setattr(upload_bounds, "held", lambda: {"somebody else": upload_bounds.IN_ALL - 1000})

    assert invuller.put(PLACE, content=b"x" * 1000).status_code == 204
    refused = invuller.put(PLACE, content=b"x" * 1001)
    assert (refused.status_code, refused.text) == (429, upload_bounds.FULL)


def test_what_waits_of_one_account_is_bounded_so_that_it_cannot_take_all(comes, fresh, monkeypatch):
    invuller = comes("werkplein", ("assen",))
    invuller.put(PLACE, content=b"x")
    monkeypatch.setattr(upload_bounds, "held", lambda: {"page-1": upload_bounds.MINE})

    assert invuller.put(PLACE, content=b"x").text == upload_bounds.ENOUGH
    assert comes("werkplein", ("assen",)).put(PLACE, content=b"x").status_code == 204


def test_one_that_does_not_say_how_large_it_is_counts_as_the_largest(comes, monkeypatch):
    invuller = comes("werkplein", ("assen",))
    monkeypatch.setattr(upload_bounds, "held", lambda: {"somebody else": upload_bounds.IN_ALL - upload_bounds.UNTOLD + 1})

    assert invuller.put(PLACE, content=iter([b"x"])).status_code == 429
    assert invuller.put(PLACE, content=b"x").status_code == 204


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (400, upload_bounds.INSTEAD[400]),
        (403, upload_bounds.INSTEAD[403]),
        (413, upload_bounds.TOO_LARGE),
        (500, upload_bounds.LOST),
    ],
)
def test_what_streamlit_refuses_is_a_sentence_of_ours(comes, behind, status, said):
    behind.status = status

    answer = comes("werkplein", ("assen",)).put(PLACE, content=b"x")

    assert (answer.status_code, answer.text) == (status, said)


def test_a_workbook_for_the_form_is_counted_among_them(open_round, monkeypatch):
    form = manager(naam="Anja")
    monkeypatch.setattr(upload_bounds, "held", lambda: {"somebody else": upload_bounds.IN_ALL})

    answer = form.client.post("/api/invullen/assen/2009-2/werkmap", content=b"x", headers=XLSX)

    assert (answer.status_code, answer.json()["code"], answer.json()["zin"]) == (429, "druk", upload_bounds.FULL)
