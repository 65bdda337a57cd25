"""What happens while the storage fails under a server that runs: who reads goes on, who saves hears of it, and it mends."""

import re
import resource
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import httpx2 as httpx
import pytest
from pysqlite3 import dbapi2

from landkaart.domein.clock import system_now
from landkaart.domein.sessie import TOUCH
from tests.steps.damage import noise_in_the_middle
from tests.steps.landkaart_server import Server, start_copy

FORM = "/api/invullen/harderwijk/2009-3"
FIELD = f"{FORM}/veld/toelichting/ketenjaarplan"
READING = ["/", "/account", FORM, "/download/2009-2/tabel2_fasen.csv", "/download/logboek.csv?werkplein=harderwijk"]


@pytest.fixture
def served(demo_file, tmp_path):
    """The landkaart of 2009 as a process of its own, and the invuller of Harderwijk in it."""
    server = start_copy(demo_file, tmp_path)
    try:
        cookie = server.sign_in("werkplein@demo.nl")
        with httpx.Client(base_url=server.address, cookies=cookie, timeout=60) as visitor:
            yield server, visitor
    finally:
        server.kill()


def save(visitor, text, seen):
    return visitor.put(FIELD, json={"waarde": text, "gezien": seen})


def version(visitor):
    return visitor.get(FORM).json()["velden"]["toelichting/ketenjaarplan"]["versie"]


def make_silent(server, since):
    """As if nobody had been heard of since then."""
    with closing(dbapi2.connect(server.database, isolation_level=None, timeout=10)) as connection:
        connection.execute("UPDATE sessie SET actief_op = ?", [str((system_now() - since).replace(tzinfo=None))])


def fill_the_disk(server, is_full):
    """No file of this process can grow, or be written in beyond its first byte, as long as it is full."""
    _, hard = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (1 if is_full else hard, hard))


def log_of(server):
    return (server.database.parent / "server.log").read_text(encoding="utf-8")


def test_on_a_full_disk_reading_goes_on_saving_says_so_and_afterwards_it_works_by_itself(served):
    server, visitor = served
    assert save(visitor, "Voor.", None).status_code == 200
    seen = version(visitor)
    fill_the_disk(server, True)

    # Longer ago than a sign of life is written down, and nearly as long as a session lasts without one.
    for silent in (TOUCH + timedelta(seconds=5), timedelta(minutes=25)):
        fill_the_disk(server, False)
        make_silent(server, silent)
        fill_the_disk(server, True)
        for _ in range(2):
            assert [visitor.get(path).status_code for path in READING] == [200] * len(READING)
        refused = save(visitor, "Vol.", seen)
        assert (refused.status_code, refused.json()["code"]) == (503, "storing")
        assert "de opslag is vol" in refused.json()["zin"]
        assert version(visitor) == seen
    stranger = httpx.post(f"{server.address}/inloggen", data={"adres": "lezer@demo.nl", "wachtwoord": "landkaart van 2009"})
    assert (stranger.status_code, "de opslag is vol" in stranger.text) == (503, True)

    fill_the_disk(server, False)
    assert save(visitor, "Na.", seen).status_code == 200
    assert visitor.get(FORM).json()["velden"]["toelichting/ketenjaarplan"]["waarde"] == "Na."


@pytest.mark.parametrize("fate", ["removed", "replaced by another file", "written over"])
def test_a_wal_that_goes_while_it_runs_is_said_and_nothing_is_called_saved_that_is_not_there(served, fate):
    server, visitor = served
    saved = save(visitor, "Voor.", None)
    assert saved.status_code == 200
    wal = Path(f"{server.database}-wal")
    if fate == "removed":
        wal.unlink()
    elif fate == "written over":
        wal.write_bytes(b"")
    else:
        other = wal.with_name("other")
        other.write_bytes(b"\0" * wal.stat().st_size)
        other.replace(wal)

    seen = saved.json()["veld"]["versie"]
    answers = [save(visitor, f"Erna {number}.", seen) for number in range(4)]

    assert {answer.status_code for answer in answers} <= {503}
    assert all("beheerder" in answer.json()["zin"] for answer in answers)
    assert "landkaart.db-wal is verwijderd of vervangen terwijl de landkaart draaide" in log_of(server)


def test_after_a_stop_everything_is_there_that_was_saved_before_the_wal_went(served):
    server, visitor = served
    assert save(visitor, "Voor het verdween.", None).status_code == 200
    Path(f"{server.database}-wal").unlink()
    assert save(visitor, "Erna.", None).status_code == 503

    server.process.terminate()
    server.process.wait(30)

    with closing(dbapi2.connect(server.database)) as connection:
        texts = [text for (text,) in connection.execute("SELECT tekst FROM toelichting WHERE tekst LIKE '%er%'")]
    assert "Voor het verdween." in texts
    assert "Erna." not in texts


@pytest.mark.parametrize("fate", ["removed", "replaced"])
def test_a_database_that_goes_while_it_runs_is_said(served, fate):
    server, visitor = served
    server.database.rename(server.database.with_suffix(".away"))
    if fate == "replaced":
        shutil.copy(server.database.with_suffix(".away"), server.database)

    assert save(visitor, "Weg.", None).status_code == 503
    assert visitor.get("/account").status_code == 503
    assert "is verplaatst of verwijderd terwijl de landkaart draaide" in log_of(server)


def test_noise_in_the_middle_of_the_file_is_a_sentence_without_a_traceback(demo_file, tmp_path):
    file = Path(shutil.copy(demo_file, tmp_path / "landkaart.db"))
    noise_in_the_middle(file)
    server = Server(file)
    try:
        with httpx.Client(base_url=server.address, cookies=server.sign_in("ako@demo.nl"), timeout=60) as visitor:
            table = visitor.get("/download/2009-2/tabel2_fasen.csv")
            account = visitor.get("/account")
            health = visitor.get("/gezond")
        log = log_of(server)
    finally:
        server.kill()

    assert (table.status_code, "Een deel van de database is beschadigd" in table.text) == (503, True)
    assert str(file) not in table.text
    assert account.status_code == 200
    assert (health.status_code, health.text) == (503, "niet gezond")
    assert re.search(r"niet gezond: .*landkaart\.db is beschadigd", log)
    assert "Traceback" not in log
