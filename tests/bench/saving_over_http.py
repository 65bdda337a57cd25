"""One saved answer as a browser saves it, guard included, beside the bare statements with the same effect."""

import shutil
import socket
from pathlib import Path

from landkaart.domein.rollen import Rol
from landkaart.settings import ROOT
from tests.bench import saving
from tests.bench.crowd import Manager, accepted, length_of
from tests.bench.landkaarten import choose, landkaart_2009
from tests.bench.measure import Act, Measurement, compare, timed
from tests.bench.servers import server
from tests.steps.accounts import make_account, open_session

GOAL = 6


def measure(folder: Path) -> list[Measurement]:
    file = landkaart_2009(folder / "wij.db")
    choose(file)
    saving.saver()()
    token = open_session(make_account(Rol.WERKPLEIN, [saving.WERKPLEIN]))
    other = folder / "maatstaf.db"
    shutil.copy(file, other)
    for suffix in ("-wal", "-shm"):
        shutil.copy(f"{file}{suffix}", f"{other}{suffix}")
    with server(ROOT, "app.py") as port:
        what = "opslaan: één antwoord over HTTP, poort inbegrepen, naast de kale INSERTs"
        return [compare(what, saver(port, token), saving.bare(other), goal=GOAL, times=600, warm_up=50)]


def saver(port: int, token: str) -> Act:
    """On one open connection, each time with the version that the answer before it gave; a socket adds least of its own."""
    manager, field = Manager(saving.WERKPLEIN, saving.MIJLPAAL, token, port), f"band/{saving.MIJLPAAL}"
    connection = socket.create_connection(("localhost", port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    answers = connection.makefile("rb")

    def ask(request: bytes) -> dict:
        connection.sendall(request)
        head = b"".join(iter(answers.readline, b"\r\n"))
        return accepted(head, answers.read(length_of(head)))

    manager.seen = ask(manager.request("GET", ""))["velden"][field]["versie"]

    def save() -> None:
        body = {"waarde": next(manager.bands), "gezien": manager.seen}
        manager.seen = ask(manager.request("PUT", f"/veld/{field}", body))["veld"]["versie"]

    return timed(save)
