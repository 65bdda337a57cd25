"""A database that the landkaart cannot work with is refused at once, in a sentence that says what to do."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from sqlalchemy import text

from db.engine import close, engines, read_session, write_session
from landkaart.domein.fouten import OngeldigBestand
from tests.steps.small_landkaart import keep, make_werkplein

NOBODY = 65534


def refusal(path: Path) -> str:
    with pytest.raises(OngeldigBestand) as error:
        engines(f"sqlite:///{path}")
    return str(error.value)


def test_a_file_that_does_not_exist_is_made_with_the_folders_above_it(tmp_path):
    path = tmp_path / "nieuw" / "dieper" / "landkaart.db"

    engines(f"sqlite:///{path}")
    close(f"sqlite:///{path}")

    assert [found.name for found in path.parent.iterdir()] == ["landkaart.db"]


@pytest.mark.parametrize("name", ["land kaart.db", "land%20kaart.db", "land#kaart.db", "land?kaart.db", "é.db"])
def test_a_name_may_hold_what_an_address_uses_for_other_things(tmp_path, name):
    for _ in ("made", "found"):
        engines(f"sqlite:///{quote(str(tmp_path / name))}")
        close(f"sqlite:///{quote(str(tmp_path / name))}")

    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_an_empty_file_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "landkaart.db"
    path.touch()

    assert refusal(path) == (f"{path} is leeg. Verwijder het bestand om opnieuw te beginnen, of zet een reservekopie terug.")
    assert path.read_bytes() == b""


@pytest.mark.parametrize("content", [b"Beste collega,\n", b"SQLite format 3\0" + b"\xff" * 5000, os.urandom(9000)])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "landkaart.db"
    path.write_bytes(content)

    assert refusal(path) == f"{path} is geen SQLite-database of is beschadigd. Zet een reservekopie terug."
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "landkaart.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recept (naam TEXT)")
    before = path.read_bytes()

    assert refusal(path) == (f"{path} is een database van een ander programma. Kies een ander bestand in DATABASE_URL.")
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path):
    assert refusal(tmp_path) == f"{tmp_path} is een map. Noem in DATABASE_URL een bestand."


def test_a_database_of_a_newer_program_is_refused_and_left_alone(sqlite_file):
    with write_session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    close(f"sqlite:///{sqlite_file}")

    assert refusal(sqlite_file) == (
        "De database is van een nieuwere versie van de landkaart (stap 9999). Werk het programma bij."
    )


@pytest.mark.parametrize("session_of", [read_session, write_session])
@pytest.mark.parametrize("fresh", [False, True], ids=["connections in use before", "no connection yet"])
@pytest.mark.parametrize("fate", ["deleted", "replaced"])
def test_a_file_that_goes_away_under_a_running_landkaart_is_noticed_each_time(
    sqlite_file, empty_file, session_of, fresh, fate
):
    keep(make_werkplein("assen"))
    with read_session() as session:
        session.execute(text("SELECT 1"))
    if fresh:
        for engine in engines(f"sqlite:///{sqlite_file}"):
            engine.dispose()
    sqlite_file.rename(sqlite_file.with_name("weg.db"))
    if fate == "replaced":
        shutil.copy(empty_file, sqlite_file)

    for _ in range(3):
        with pytest.raises(OngeldigBestand) as error, session_of() as session:
            session.execute(text("SELECT 1"))

    assert str(error.value) == (
        f"Het databasebestand {sqlite_file} is verplaatst of verwijderd terwijl de landkaart draaide. "
        "Zet het terug en start de landkaart opnieuw."
    )
    assert sqlite_file.exists() == (fate == "replaced")


def test_a_new_database_is_not_made_beside_the_last_saves_of_an_old_one(tmp_path):
    path, left = tmp_path / "landkaart.db", tmp_path / "landkaart.db-wal"
    left.write_bytes(b"last saves")

    assert refusal(path) == (
        f"{path} ontbreekt, maar landkaart.db-wal ligt er nog. Zet het databasebestand terug. "
        "Wilt u opnieuw beginnen, verwijder dan ook landkaart.db-wal en landkaart.db-shm."
    )
    assert list(tmp_path.iterdir()) == [left]


@pytest.mark.parametrize("path", ["/proc/landkaart.db", "/proc/nieuw/landkaart.db", "/dev/null/landkaart.db"])
def test_a_place_where_no_file_can_be_made_is_refused(path):
    assert refusal(Path(path)) == not_allowed(path)


@pytest.fixture
def without_rights() -> Iterator[Path]:
    """A folder in which nobody may write; the tests may run as root, who always may."""
    was = os.geteuid()
    with TemporaryDirectory() as above:
        Path(above).chmod(0o755)
        folder = Path(above) / "dicht"
        folder.mkdir()
        yield folder
        os.seteuid(was)
        folder.chmod(0o755)


def lock(folder: Path, mode: int) -> None:
    folder.chmod(mode)
    if os.geteuid() == 0:
        os.seteuid(NOBODY)


def test_a_folder_in_which_nothing_may_be_written_is_refused(without_rights):
    lock(without_rights, 0o555)

    assert refusal(without_rights / "landkaart.db") == not_allowed(without_rights / "landkaart.db")


def test_a_folder_that_may_not_be_looked_into_is_refused(without_rights):
    lock(without_rights, 0o000)

    assert refusal(without_rights / "landkaart.db") == not_allowed(without_rights / "landkaart.db")


def test_a_database_that_may_only_be_read_is_refused(without_rights, empty_file):
    path = Path(shutil.copy(empty_file, without_rights / "landkaart.db"))
    path.chmod(0o444)
    lock(without_rights, 0o555)

    assert refusal(path) == not_allowed(path)


def not_allowed(path: object) -> str:
    return (
        f"{path} is niet te openen om in te schrijven. Kies een andere plaats in DATABASE_URL, "
        "pas de rechten aan of sluit het programma dat het bezet houdt."
    )


NO_ADDRESS = "DATABASE_URL is geen adres van een database, zoals sqlite:///var/landkaart.db."
NO_FILE = "DATABASE_URL moet een bestand noemen, zoals sqlite:///var/landkaart.db."
UNKNOWN = "DATABASE_URL noemt een database die de landkaart niet kent. Kies sqlite of postgresql."


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("var/landkaart.db", NO_ADDRESS),
        ("://", NO_ADDRESS),
        ("postgresql://server:poort/landkaart", NO_ADDRESS),
        ("sqlite://", NO_FILE),
        ("sqlite:///:memory:", NO_FILE),
        ("sqlite:////proc/landkaart.db?mode=ro", NO_FILE),
        ("sqlite:///file:/proc/landkaart.db?uri=true", NO_FILE),
        ("mysql://server/landkaart", UNKNOWN),
        ("sqlite+aiosqlite:////proc/landkaart.db", UNKNOWN),
        ("postgresql+asyncpg://server/landkaart", UNKNOWN),
        ("postgresql+onbekend://server/landkaart", UNKNOWN),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(address, sentence):
    with pytest.raises(OngeldigBestand) as error:
        engines(address)

    assert str(error.value) == sentence


def test_without_the_driver_of_postgresql_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(OngeldigBestand) as error:
        engines("postgresql://server/landkaart")

    assert str(error.value) == (
        "Voor PostgreSQL is het pakket psycopg nodig. Installeer het met: pip install --require-hashes -r requirements.lock"
    )


def test_a_server_that_does_not_answer_is_refused_without_telling_the_password():
    with pytest.raises(OngeldigBestand) as error:
        engines("postgresql://landkaart:geheim@127.0.0.1:1/landkaart")

    assert str(error.value) == (
        "De database op 127.0.0.1 in DATABASE_URL is niet te bereiken. Controleer het adres en of de server draait."
    )
