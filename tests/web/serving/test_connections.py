"""Whoever keeps the server waiting is closed: headers and bodies must arrive, and an answer must be taken, within a time."""

import h11
import pytest

from landkaart.web.serving import connections
from landkaart.web.serving.connections import FOR_ANSWER, FOR_BODY, FOR_HEADERS, recognise
from landkaart.web.serving.doors import Doors
from tests.steps.slow_clients import Loop, connection

HEAD = b"POST /inloggen HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n"
WHOLE = HEAD + b"0123456789"


@pytest.fixture(autouse=True)
def doors(monkeypatch):
    found = Doors(each=3, in_all=6)
    monkeypatch.setattr(connections, "DOORS", found)
    return found


@pytest.fixture
def loop():
    return Loop()


def answer(made):
    """As the app does: here without looking at the body."""
    made.conn.send(h11.Response(status_code=413, headers=[("content-length", "0")]))
    made.conn.send(h11.EndOfMessage())
    made.cycle.response_complete = True
    made.on_response_complete()


@pytest.mark.parametrize("said", [b"", b"POST /inloggen HTTP/1.1\r\nHo", HEAD[:-2]])
def test_headers_that_do_not_come_close_the_connection(loop, said):
    made = connection(loop)
    if said:
        made.data_received(said)

    loop.pass_time(FOR_HEADERS - 1)
    assert not made.transport.closed
    loop.pass_time(1)
    assert made.transport.closed


def test_headers_that_come_drop_by_drop_get_no_more_time(loop):
    made = connection(loop)
    for letter in HEAD[: int(FOR_HEADERS)]:
        made.data_received(bytes([letter]))
        loop.pass_time(1)

    assert made.transport.closed


def test_a_body_that_comes_drop_by_drop_is_waited_for_no_longer(loop):
    made = connection(loop)
    made.data_received(HEAD)
    for _ in range(6):
        made.data_received(b"0")
        loop.pass_time(FOR_BODY / 6 - 0.1)
    assert not made.transport.closed

    loop.pass_time(1)
    assert made.transport.closed


def test_who_sent_all_is_not_closed_while_his_answer_is_made(loop):
    made = connection(loop)
    made.data_received(WHOLE)

    loop.pass_time(10 * FOR_BODY)
    assert not made.transport.closed


def test_an_answer_that_is_not_taken_closes_the_connection(loop):
    made = connection(loop)
    made.data_received(WHOLE)
    made.pause_writing()
    loop.pass_time(FOR_ANSWER - 1)
    made.resume_writing()
    loop.pass_time(FOR_ANSWER)
    assert not made.transport.closed

    made.pause_writing()
    loop.pass_time(FOR_ANSWER)
    assert made.transport.closed


def test_the_next_request_on_a_connection_gets_its_own_time(loop):
    made = connection(loop)
    loop.pass_time(FOR_HEADERS - 1)
    made.data_received(WHOLE)
    answer(made)
    loop.pass_time(1)
    made.data_received(HEAD[:9])
    loop.pass_time(FOR_HEADERS - 2)
    assert not made.transport.closed

    loop.pass_time(1)
    assert made.transport.closed


def test_a_refused_body_that_still_comes_is_not_taken_in_for_ever(loop):
    made = connection(loop)
    made.data_received(HEAD)
    answer(made)
    for _ in range(int(FOR_HEADERS)):
        loop.pass_time(1)

    assert made.transport.closed


def test_whoever_opens_one_too_many_closes_his_own_oldest_and_nobody_elses(loop):
    neighbour = connection(loop, "198.51.100.7")
    mine = [connection(loop) for _ in range(4)]

    assert [each.transport.closed for each in mine] == [True, False, False, False]
    assert not neighbour.transport.closed


def test_who_is_being_answered_makes_no_place(loop):
    busy = connection(loop)
    busy.data_received(WHOLE)
    waiting = [connection(loop) for _ in range(2)]
    connection(loop)

    assert [each.transport.closed for each in (busy, *waiting)] == [False, True, False]


def test_when_all_of_a_machine_are_being_answered_the_next_is_not_let_in(loop):
    for _ in range(3):
        connection(loop).data_received(WHOLE)

    assert connection(loop).transport.closed
    assert not connection(loop, "198.51.100.7").transport.closed


def test_who_is_known_does_not_count_among_the_strangers(loop):
    mine = [connection(loop) for _ in range(3)]
    for each in mine:
        each.data_received(WHOLE)
        recognise({"state": each.cycle.scope["state"]})
    others = [connection(loop) for _ in range(3)]

    assert not any(each.transport.closed for each in (*mine, *others))


def test_machines_of_one_network_of_ipv6_are_one(loop):
    mine = [connection(loop, f"2001:db8::{number}") for number in range(4)]

    assert [each.transport.closed for each in mine] == [True, False, False, False]


def test_our_own_proxy_may_open_as_many_as_it_likes(loop, monkeypatch, doors):
    monkeypatch.setenv("LANDKAART_PROXIES", "192.0.2.1")
    mine = [connection(loop) for _ in range(6)]

    assert not any(each.transport.closed for each in mine)


def test_when_all_places_are_taken_the_machine_with_most_makes_place(loop):
    state = connection(loop, "198.51.100.1").server_state
    many = [connection(loop, "203.0.113.5", state) for _ in range(3)]
    few = [connection(loop, f"198.51.100.{number}", state) for number in (2, 3)]
    connection(loop, "198.51.100.4", state)

    assert [each.transport.closed for each in many] == [True, False, False]
    assert not any(each.transport.closed for each in few)


def test_who_went_away_is_forgotten(loop, doors):
    made = connection(loop)
    made.connection_lost(None)

    assert doors.strangers == {}
    assert all(each.cancelled for each in loop.timers)
