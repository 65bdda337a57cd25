"""Each request leaves a line and a figure for machines, in which nothing stands of whoever asked but a number."""

import json
import logging
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from landkaart import settings
from landkaart.domein.fouten import OngeldigBestand
from landkaart.errors import log_with_number
from landkaart.web.serving import metrics
from landkaart.web.serving.log_lines import JsonLine
from landkaart.web.serving.requests import kind_of, numbered
from tests.steps.landkaart_server import Server
from tests.steps.sockets import key_of, open_socket
from tests.steps.visitors import browser

SECRET = "Kx3-verzonnen-token-van-iemand"
DEMO = {"adres": "ako@demo.nl", "wachtwoord": "SUWI-landkaart!"}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "page"),
        ("/landelijk", "page"),
        ("/invullen/", "page"),
        ("/landelijkx", "other"),
        ("/static/js/index.js", "program"),
        ("/_stcore/stream", "socket"),
        ("/_stcore/health", "streamlit"),
        ("/api/invullen/assen/2009-3", "api"),
        (f"/toegang/{SECRET}", "link"),
        ("/wie@elders.nl", "other"),
    ],
)
def test_a_request_is_noted_by_its_kind(path, kind):
    assert kind_of(path) == kind


def test_each_answer_has_a_number_of_its_own(landkaart_2009):
    visitor = browser()
    numbers = [visitor.get(path).headers["x-request-id"] for path in ("/inloggen", "/inloggen", "/gereed", "/landelijk")]

    assert len(set(numbers)) == 4
    assert all(re.fullmatch("[0-9a-f]{12}", number) for number in numbers)


def test_a_line_of_an_error_has_its_number_that_of_the_request_and_no_address(caplog):
    with numbered() as request:
        number = log_with_number(ValueError("Mail aan mies@gemeente.nl"))
        found = json.loads(JsonLine().format(caplog.records[-1]))

    assert (found["level"], found["error"], found["request"]) == ("ERROR", number, request)
    assert "mies" not in json.dumps(found)
    assert "\n" not in JsonLine().format(caplog.records[-1])


def test_outside_a_request_a_line_has_no_number():
    record = logging.LogRecord("db", logging.INFO, __file__, 1, "opgeruimd: %s", ({},), None)

    assert set(json.loads(JsonLine().format(record))) == {"time", "level", "logger", "message"}


@pytest.fixture
def server(landkaart_2009) -> Iterator[tuple[Server, int]]:
    """One that says all it can to machines, and the port of its figures."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = Server(landkaart_2009, LANDKAART_LOG="json", LANDKAART_METRICS=str(port))
    yield found, port
    found.kill()


def test_after_some_visits_the_log_and_the_figures_know_how_many_and_not_whose(server):
    found, port = server
    entered = httpx.post(f"{found.address}/inloggen", data={**DEMO, "wachtwoord": SECRET})
    for path in (f"/toegang/{SECRET}", f"/{SECRET}", "/download/wie@elders.nl"):
        httpx.get(f"{found.address}{path}")
    with open_socket(found, found.sign_in("lezer@demo.nl")) as opened:
        row = key_of(opened.run("zoeken"), "zoeken_erbij")
        opened.run("zoeken", widgets={row: "wie@elders.nl"})
    figures = httpx.get(f"http://127.0.0.1:{port}/metrics").text
    found.process.terminate()
    found.process.wait(20)

    text = (Path(found.database).parent / "server.log").read_text()
    # But for what greets whoever starts it, every line is one.
    lines = [json.loads(line) for line in text.splitlines() if line and not line.startswith("  ")]
    assert sum("KeyError" in line.get("message", "") for line in lines) == 1
    requests = [line for line in lines if "kind" in line]
    assert {"sign_in", "link", "other", "download"} <= {line["kind"] for line in requests}
    assert entered.headers["x-request-id"] in {line["request"] for line in requests}
    assert [word for word in (SECRET, "demo.nl", "elders") if word in text or word in figures] == []
    assert 'landkaart_requests_total{kind="link",method="GET",status="410"} 1.0' in figures
    assert "landkaart_open_pages 0.0" in figures


def test_without_the_settings_there_is_neither(landkaart_2009, monkeypatch):
    monkeypatch.setattr(metrics, "start_http_server", lambda *_, **__: pytest.fail("nobody asked"))

    metrics.serve_metrics()
    assert settings.logs_json() is False


def test_a_port_that_is_taken_is_said_at_the_start(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("LANDKAART_METRICS", str(taken.getsockname()[1]))

        with pytest.raises(OngeldigBestand, match="kan niet geluisterd worden"):
            metrics.serve_metrics()


@pytest.mark.parametrize(
    ("given", "place"),
    [("", None), ("9100", ("127.0.0.1", 9100)), ("10.0.0.5:9100", ("10.0.0.5", 9100)), ("[::1]:9100", ("::1", 9100))],
)
def test_where_the_figures_are_answered(monkeypatch, given, place):
    monkeypatch.setenv("LANDKAART_METRICS", given)

    assert settings.metrics() == place


@pytest.mark.parametrize("given", ["0", "65536", "poort", "http://x:9100", "9100:", "١٢"])
def test_what_is_no_place_is_refused(monkeypatch, given):
    monkeypatch.setenv("LANDKAART_METRICS", given)

    with pytest.raises(OngeldigBestand, match="LANDKAART_METRICS is geen poort"):
        settings.metrics()


def test_another_form_of_log_is_refused(monkeypatch):
    monkeypatch.setenv("LANDKAART_LOG", "xml")

    with pytest.raises(OngeldigBestand, match=r"LANDKAART_LOG is tekst of json\."):
        settings.logs_json()
