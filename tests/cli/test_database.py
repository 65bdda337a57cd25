"""Every command makes the database that is not there yet, and refuses one it cannot work with in a sentence."""

import pytest

from db.engine import engines
from landkaart.settings import CONTENT

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
    for engine in engines(address):
        engine.dispose()

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
