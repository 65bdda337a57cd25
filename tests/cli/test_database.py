"""Every command makes the database that is not there yet, and refuses one it cannot work with in a sentence."""

import shutil
from contextlib import closing

import pytest
from pysqlite3 import dbapi2

from db.engine import close, engines
from landkaart.surroundings import CONTENT
from tests.steps.damage import noise_in_the_middle

COMMANDS = {
    "demo": ["demo"],
    "importeer": ["importeer", CONTENT / "landkaart-2009" / "werkpleinen.csv"],
    "exporteer": ["exporteer", "--tertaal", "2009-2", "--naar", "/proc/uit"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_whatever_command_comes_first_makes_the_database(tmp_path, monkeypatch, landkaart, command):
    path = tmp_path / "nieuw" / "landkaart.db"
    address = f"sqlite:///{path}"
    monkeypatch.setenv("DATABASE_URL", address)

    landkaart(*COMMANDS[command])
    made = path.exists()
    after = landkaart("exporteer", "--tertaal", "2031-1", "--naar", "/proc/uit")
    close(address)

    assert made
    assert after.err[0].startswith("Van tertaal 2031-1 is niets bekend.")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_works_on_another_file(tmp_path, monkeypatch, landkaart, command):
    path = tmp_path / "landkaart.db"
    path.touch()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")

    said = landkaart(*COMMANDS[command])

    sentence = f"{path} is leeg. Verwijder het bestand om opnieuw te beginnen, of zet een reservekopie terug."
    assert (said.status, said.out, said.err) == (1, [], [sentence])


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_works_on_an_address_that_is_none(monkeypatch, landkaart, command):
    monkeypatch.setenv("DATABASE_URL", "mysql://server/landkaart")

    said = landkaart(*COMMANDS[command])

    sentence = "DATABASE_URL noemt een database die de landkaart niet kent. Kies sqlite of postgresql."
    assert (said.status, said.out, said.err) == (1, [], [sentence])


@pytest.mark.parametrize("command", ["exporteer", "gezond"])
def test_noise_in_the_middle_of_the_database_is_a_sentence(demo_file, tmp_path, monkeypatch, landkaart, command):
    path = shutil.copy(demo_file, tmp_path / "landkaart.db")
    noise_in_the_middle(path)
    address = f"sqlite:///{path}"
    monkeypatch.setenv("DATABASE_URL", address)

    said = landkaart(*{"exporteer": ["exporteer", "--tertaal", "2009-2", "--naar", tmp_path]}.get(command, [command]))
    close(address)

    assert said.status == 1
    [sentence] = [line for line in said.err if "is beschadigd" in line]
    assert sentence.startswith(f"{path} is beschadigd: ")
    assert " Zet een reservekopie terug met: python -m landkaart herstel" in sentence
    assert "Traceback" not in "\n".join(said.err)


def test_a_database_that_does_not_take_anything_now_is_a_sentence(landkaart_2009, landkaart):
    with engines(f"sqlite:///{landkaart_2009}")[1].connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA busy_timeout=0")
    with closing(dbapi2.connect(landkaart_2009, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        said = landkaart("importeer", CONTENT / "landkaart-2009" / "werkpleinen.csv")

    assert (said.status, said.out) == (1, [])
    assert said.err[-1] == (
        "De database neemt nu niets aan: database is locked. Er is niets gewijzigd. Zorg dat er ruimte is en dat geen ander "
        "programma haar bezet houdt, en probeer het opnieuw."
    )
