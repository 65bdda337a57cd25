"""A part of a page that runs by itself: who is no longer in gets nothing of it."""

from collections.abc import Iterator

import httpx2 as httpx
import pytest

from db.actions.rapportage import save_tekst
from landkaart.domein.rapportage import RapportDeel, RapportPlek, TekstPlek
from landkaart.domein.tertaal import Tertaal
from tests.steps.landkaart_server import Server
from tests.steps.perform import perform
from tests.steps.sockets import key_of, open_socket, part_of, texts

BELOW = RapportPlek(RapportDeel.CONCLUSIES, TekstPlek.BOVEN)


@pytest.fixture
def server(landkaart_2009) -> Iterator[Server]:
    found = Server(landkaart_2009)
    yield found
    found.kill()


def write(text: str, seen: object = None) -> object:
    return perform(save_tekst, tertaal=Tertaal(2009, 2), plek=BELOW, tekst=text, seen=seen)


def test_after_signing_out_it_shows_nothing_that_was_written_since_and_the_way_in(server):
    cookies = server.sign_in("ako@demo.nl")
    with open_socket(server, cookies) as socket:
        tabs = {key_of(socket.run("rapportage"), "rapport-deel"): "Eigen teksten"}
        opened = socket.run("rapportage", widgets=tabs)
        there = write("Geschreven terwijl hij er was.")
        still_in = socket.run("rapportage", part_of(opened, "meetypen"), tabs)
        httpx.post(f"{server.address}/uitloggen", cookies=cookies)
        write("Geschreven nadat hij wegging.", there)
        out = socket.run("rapportage", part_of(opened, "meetypen"), tabs)

    assert "terwijl hij er was" in texts(still_in)
    assert "nadat hij wegging" not in texts(out)
    assert "U bent niet meer aangemeld." in texts(out)
    assert "Naar aanmelden" in texts(out)
