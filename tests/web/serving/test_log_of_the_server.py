"""The log of a server that was attacked at its sign-in: no line that a stranger wrote, nothing that he typed."""

import httpx2 as httpx
import pytest

from tests.steps.landkaart_server import Server

EVIL = "jan@gemeente.nl\r\nERROR alles kwijt\x1b[2J\x9b1m"


@pytest.fixture
def server(landkaart_2009, monkeypatch):
    found = Server(landkaart_2009)
    yield found
    found.kill()


def test_no_line_of_it_was_written_by_a_stranger_and_none_names_him(server, landkaart_2009):
    for path in ("/inloggen", "/wachtwoord-vergeten", "/toegang/abc", "/oidc/code"):
        httpx.post(f"{server.address}{path}", data={"adres": EVIL, "wachtwoord": EVIL, "code": EVIL, "next": EVIL})
    httpx.get(f"{server.address}/inloggen", params={"next": EVIL}, headers={"user-agent": "x\x1b[2J"})
    httpx.get(f"{server.address}/oidc/terug", params={"state": EVIL, "error": EVIL})
    server.kill()

    said = (landkaart_2009.parent / "server.log").read_text()
    assert [text for text in ("alles kwijt", "jan@gemeente.nl", "\x1b[2J", "\x9b", "Traceback") if text in said] == []
