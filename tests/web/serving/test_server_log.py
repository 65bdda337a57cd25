"""In the log of the server stands nothing of a person and no line of a stranger: who reads it there is not known."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from db.actions.accounts import invite
from db.actions.contacten import set_contact
from db.engine import close
from landkaart.domein.account import Profiel
from landkaart.domein.rollen import Rol
from landkaart.errors import log_with_number, without_addresses
from landkaart.settings import database_url
from tests.steps.accounts import make_account
from tests.steps.landkaart_server import Server
from tests.steps.mail_servers import NamingBox, running
from tests.steps.perform import perform
from tests.steps.sockets import a_run, key_of, open_socket, texts

MIES, WRONG, UNKNOWN = "mies.overveen@gemeente.nl", "een ander wachtwoord dan dat", "wie.dan.ook@elders.voorbeeld.nl"
EVIL = "jan@gemeente.nl\r\nERROR alles kwijt\x1b[2J\x9b1m"
PERSONAL = ("mies", "overveen", "@", WRONG, "wie.dan.ook", "Qvist", "10.9.8.7", "besproken met", "een lang wachtwoord")


@pytest.fixture
def server(landkaart_2009, tmp_path) -> Iterator[Server]:
    """With a mail server that names the address it refuses."""
    make_account("werkplein", ["emmen"], naam="Mies Qvist", adres=MIES, wachtwoord="een lang wachtwoord")
    perform(invite, adres="qvist@gemeente.nl", profiel=Profiel("Qvist", "UWV", Rol.LEZER))
    perform(set_contact, werkplein="emmen", naam="Mies Qvist", adres=MIES, gedeeld=True)
    close(database_url())
    database = Path(shutil.copy(landkaart_2009, tmp_path / "dag.db"))
    with running(NamingBox()) as smtp:
        found = Server(
            database,
            SMTP_URL=f"smtp://127.0.0.1:{smtp.port}",
            SMTP_AFZENDER="Landkaart <landkaart@voorbeeld.nl>",
        )
        yield found
        found.kill()


def post(server: Server, path: str, **fields: str) -> httpx.Response:
    return httpx.post(f"{server.address}{path}", data=fields, headers={"X-Forwarded-For": "10.9.8.7"})


def test_a_day_of_use(server):
    for adres, word in ((MIES, WRONG), (UNKNOWN, WRONG), (MIES, "een lang wachtwoord")):
        entered = post(server, "/inloggen", adres=adres, wachtwoord=word)
    for adres in (MIES, UNKNOWN, "geen adres, ander@elders.nl"):
        post(server, "/wachtwoord-vergeten", adres=adres)
    cookies = {"sessie": entered.cookies["sessie"]}
    base = f"{server.address}/api/invullen/emmen/2009-3"
    said = {"waarde": f"Besproken met Mies Qvist, {MIES}", "gezien": None}
    saved = httpx.put(f"{base}/veld/toelichting/ketenjaarplan", json=said, cookies=cookies)
    bad = httpx.put(f"{base}/veld/band/ketenjaarplan", content=MIES.encode(), cookies=cookies)
    for path in (f"/landelijk?w={MIES}", f"/download/{MIES}", "/download/2009-2/landkaart-2009-2.xlsx", f"/toegang/{MIES}"):
        httpx.get(f"{server.address}{path}", cookies=cookies)
    httpx.post(f"{server.address}/uitloggen", cookies=cookies)
    server.process.terminate()
    server.process.wait(20)

    text = (server.database.parent / "server.log").read_text()
    assert (saved.status_code, bad.status_code >= 400) == (200, True)
    assert "herstellink voor account" in text
    assert [line for line in text.splitlines() if any(word.lower() in line.lower() for word in PERSONAL)] == []


def test_no_line_of_it_was_written_by_a_stranger_and_none_names_him(server):
    for path in ("/inloggen", "/wachtwoord-vergeten", "/toegang/abc", "/oidc/code"):
        post(server, path, **dict.fromkeys(("adres", "wachtwoord", "code", "next"), EVIL))
    httpx.get(f"{server.address}/inloggen", params={"next": EVIL}, headers={"user-agent": "x\x1b[2J"})
    httpx.get(f"{server.address}/oidc/terug", params={"state": EVIL, "error": EVIL})
    server.kill()

    said = (server.database.parent / "server.log").read_text()
    assert [text for text in ("alles kwijt", "jan@gemeente.nl", "\x1b[2J", "\x9b", "Traceback") if text in said] == []


def test_nor_by_somebody_who_is_in_whatever_his_page_sends(server):
    with open_socket(
        server, dict(post(server, "/inloggen", adres=MIES, wachtwoord="een lang wachtwoord").cookies)
    ) as socket:
        row = key_of(socket.run("zoeken"), "zoeken_erbij")
        socket.send(a_run("zoeken", fragment=EVIL))
        # A choice that is none: what is looked up with it stands in the error.
        failed = socket.run("zoeken", widgets={row: EVIL})
    server.kill()

    said = (server.database.parent / "server.log").read_text()
    assert "Er ging iets mis" in texts(failed)
    assert ["fragment with id" in said, said.count("KeyError: ")] == [True, 1]
    assert [text for text in ("jan@gemeente.nl", "\x1b", "\x9b") if text in said] == []
    assert [line for line in said.splitlines() if line.startswith("ERROR")] == []


@pytest.mark.parametrize("adres", [MIES, f"<{MIES}>", f"'{MIES}'", "Mies@Gemeente.NL", "josé@gemeente.nl"])
def test_an_address_in_an_error_is_left_out_and_the_rest_is_there(caplog, adres):
    number = log_with_number(ValueError(f"550 {adres} onbekend"))

    assert "@" not in caplog.text
    assert number in caplog.text
    assert "onbekend" in caplog.text
    assert "ValueError" in caplog.text


def test_a_text_without_addresses_stays_as_it_is():
    assert without_addresses("disk full (28) in var/landkaart.db") == "disk full (28) in var/landkaart.db"
