"""What lies beside the one file belongs to it and is complete, or else somebody hears of it before anything is lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.in_use import is_in_use, marker_of, require_complete
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import ROOT

# Opens the database, writes one line more in it, says so, and stays.
HOLDER = """
import sys
from sqlalchemy import text
from db.engine import engines

_, writer = engines(sys.argv[1])
with writer.begin() as connection:
    connection.execute(text("INSERT INTO instelling VALUES ('laatst', 'ja')"))
print("open", flush=True)
sys.stdin.readline()
"""


def hold(path: Path) -> subprocess.Popen:
    """A program of its own that has the database open."""
    command = [sys.executable, "-c", HOLDER, f"sqlite:///{path}"]
    program = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert program.stdout.readline() == "open\n"
    return program


def stop(program: subprocess.Popen) -> None:
    program.communicate("\n")


def kill(program: subprocess.Popen) -> None:
    program.kill()
    program.communicate()


def last(path: Path) -> list:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT waarde FROM instelling WHERE sleutel = 'laatst'").fetchall()


def refusal(path: Path) -> str:
    with pytest.raises(OngeldigBestand) as error:
        require_complete(path)
    return str(error.value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "landkaart.db"


def test_a_program_that_stops_leaves_everything_in_the_one_file(path):
    stop(hold(path))

    assert [found.name for found in path.parent.iterdir()] == ["landkaart.db"]
    assert last(path) == [("ja",)]


def test_a_program_that_is_killed_leaves_its_last_commits_in_the_wal_and_a_marker(path):
    kill(hold(path))

    assert {found.name for found in path.parent.iterdir()} >= {"landkaart.db", "landkaart.db-wal", "landkaart.db-open"}
    require_complete(path)
    assert last(path) == [("ja",)]


def test_a_wal_that_vanished_after_a_kill_is_said(path):
    kill(hold(path))
    Path(f"{path}-wal").unlink()

    assert "landkaart.db-wal verdwenen" in refusal(path)


def test_a_wal_beside_another_database_is_said(path):
    kill(hold(path))
    other = path.with_name("ander.db")
    stop(hold(other))
    shutil.copyfile(other, path)

    assert "hoort bij een ander databasebestand dan landkaart.db" in refusal(path)


def test_whoever_goes_on_without_the_last_commits_takes_the_marker_away_and_starts(path):
    kill(hold(path))
    Path(f"{path}-wal").unlink()
    marker_of(path).unlink()

    require_complete(path)


def test_a_database_is_in_use_for_as_long_as_its_program_lives(path):
    program = hold(path)
    assert is_in_use(path)

    kill(program)
    assert not is_in_use(path)


def test_of_two_programs_the_last_one_takes_the_marker_away(path):
    stop(hold(path))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM instelling")
    first = hold(path)
    command = [sys.executable, "-c", "import sys; from db.engine import engines; engines(sys.argv[1])", f"sqlite:///{path}"]
    subprocess.run(command, cwd=ROOT, check=True, env=dict(os.environ))
    assert marker_of(path).exists()

    stop(first)
    assert not marker_of(path).exists()


def test_another_program_that_comes_and_goes_leaves_the_wal_of_this_one(path):
    """This one still has its locks on the file: the other does not take itself for the last."""
    program = hold(path)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT waarde FROM instelling WHERE sleutel = 'laatst'").fetchall() == [("ja",)]

    there = Path(f"{path}-wal").exists(), Path(f"{path}-shm").exists()
    stop(program)
    assert there == (True, True)
    assert last(path) == [("ja",)]
