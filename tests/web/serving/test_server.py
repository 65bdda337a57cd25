"""The server as it runs: bounded, and believing no proxy that is not named."""

import resource
import socket
from contextlib import ExitStack, closing

import httpx2 as httpx
import pytest
from pysqlite3 import dbapi2
from uvicorn import Config
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from landkaart.web.serving import doors, server
from tests.steps.landkaart_server import start_copy


@pytest.fixture(scope="module")
def served(demo_file, tmp_path_factory):
    found = start_copy(demo_file, tmp_path_factory.mktemp("server"))
    yield found
    found.kill()


def test_a_crowd_of_connections_that_say_nothing_keeps_nobody_out(served):
    """Three times as many as one machine may have; the visitor comes from the same one."""
    with ExitStack() as stack:
        slow = [stack.enter_context(socket.create_connection(("localhost", served.port))) for _ in range(3 * doors.EACH)]
        for each in slow[-doors.EACH :]:
            each.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")

        answers = [httpx.get(f"{served.address}/inloggen").status_code for _ in range(5)]
        closed = [is_closed(each) for each in slow]

    assert answers == [200] * 5
    assert closed.count(False) <= doors.EACH
    # The oldest made place.
    assert closed[: doors.EACH] == [True] * doors.EACH


def is_closed(connection):
    connection.setblocking(False)
    try:
        return connection.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True


def test_what_somebody_says_of_his_own_address_is_not_believed(served):
    given = {"adres": "iemand@gemeente.nl", "wachtwoord": "mis"}
    answers = [
        httpx.post(f"{served.address}/inloggen", data=given, headers={"x-forwarded-for": f"203.0.113.{number}"}).status_code
        for number in range(7)
    ]

    assert answers == [403] * 5 + [429] * 2
    with closing(dbapi2.connect(served.database)) as connection:
        assert connection.execute("SELECT DISTINCT herkomst FROM poging").fetchall() in ([("127.0.0.1",)], [("::1",)])


def test_the_limit_of_open_files_is_raised_as_far_as_it_may_and_said(served):
    soft, hard = resource.prlimit(served.process.pid, resource.RLIMIT_NOFILE)

    assert soft == min(hard, server.MOST_FILES)
    log = (served.database.parent / "server.log").read_text(encoding="utf-8")
    assert f"open bestanden: ten hoogste {soft}; verbindingen begrensd: ja" in log


def test_uvicorns_own_reading_of_what_a_proxy_says_is_taken_out():
    async def app(scope, receive, send):
        pass

    config = Config(app, log_config=None)
    config.load()
    assert isinstance(config.loaded_app, ProxyHeadersMiddleware)

    server.bound(config)

    assert not isinstance(config.loaded_app, ProxyHeadersMiddleware)
    assert config.ws_max_size == server.LARGEST_MESSAGE
