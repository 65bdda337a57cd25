"""One account has pages run as fast as a person clicks, whatever it sends and over however many connections."""

import asyncio

from landkaart.web.serving import guard, pace
from landkaart.web.serving.pace import Pace
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.visitors import SOCKET, with_token


def waits(paced: Pace, *askers: str) -> list[float]:
    return [paced.wait(asker) for asker in askers]


def test_so_many_go_through_at_once_and_the_rest_at_their_rate():
    paced = Pace(rate=4, burst=3, clock=lambda: 100.0)

    assert waits(paced, *"aaaaa") == [0, 0, 0, 0.25, 0.5]


def test_what_somebody_did_not_use_comes_back_with_time_and_never_more_than_the_burst():
    now = 100.0
    paced = Pace(rate=4, burst=3, clock=lambda: now)
    assert waits(paced, *"aaaa")[-1] == 0.25
    now = 100.5
    assert waits(paced, *"aa") == [0, 0.25]
    now = 1_000.0
    assert waits(paced, *"aaaa") == [0, 0, 0, 0.25]


def test_nobody_waits_for_another():
    paced = Pace(rate=1, burst=1, clock=lambda: 100.0)

    assert waits(paced, "a", "a", "b") == [0, 1, 0]


def test_who_is_not_busy_any_more_is_forgotten():
    now = 0.0
    paced = Pace(rate=1, burst=1, clock=lambda: now)
    for number in range(pace.KNOWN + 1):
        paced.wait(number)
    now = 10.0
    paced.wait("a")

    assert list(paced.until) == ["a"]


def test_a_message_is_handed_on_when_its_turn_is_and_an_end_at_once(monkeypatch):
    slept: list[float] = []

    async def note(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(pace.asyncio, "sleep", note)
    coming = [{"type": "websocket.connect"}, {"type": "websocket.receive"}, {"type": "websocket.disconnect"}]

    async def receive():
        return coming.pop(0)

    when_due = Pace(rate=4, burst=1, clock=lambda: 100.0).paced("a", receive)

    async def read() -> list[str]:
        return [(await when_due())["type"] for _ in range(3)]

    assert asyncio.run(read()) == ["websocket.connect", "websocket.receive", "websocket.disconnect"]
    assert slept == [0.25]


def test_all_sockets_of_an_account_share_one_pace_and_those_of_another_have_theirs(database, monkeypatch):
    asked: list[object] = []

    class Listening(Pace):
        def wait(self, asker):
            asked.append(asker)
            return super().wait(asker)

    monkeypatch.setattr(guard, "PACE", Listening(rate=1000, burst=1000))
    tokens = [open_session(make_account("lezer")), open_session(make_account("ako"))]
    for token in (*tokens, tokens[0]):
        with with_token(token).websocket_connect(SOCKET) as socket:
            socket.receive_json()

    first, second = (who_has(token).account_id for token in tokens)
    assert asked == [first, second, first]
