"""What the program keeps and writes is for its owner alone, whatever the machine usually does."""

import os
import subprocess
import sys
from pathlib import Path
from stat import S_IMODE

import pytest

from db.engine import close, engines, write_session
from db.private import shut, tighten
from landkaart.settings import database_url

ROOT = Path(__file__).parents[2]


def run(*words: str, database: Path, **surroundings: str) -> str:
    """A command in a process of its own, on a machine where everybody may read what is made."""
    place = {"DATABASE_URL": f"sqlite:///{database}", "PATH": os.environ["PATH"], **surroundings}
    command = [sys.executable, "-m", "landkaart", *words]
    return subprocess.run(command, cwd=ROOT, env=place, umask=0o022, check=True, capture_output=True, text=True).stdout


def modes(folder: Path) -> dict[str, int]:
    found = [folder, *sorted(folder.rglob("*"))]
    return {str(path.relative_to(folder.parent)): S_IMODE(path.stat().st_mode) for path in found}


def open_to_others(folder: Path) -> dict[str, str]:
    return {name: oct(mode) for name, mode in modes(folder).items() if mode & 0o077}


def test_a_database_that_a_command_makes_with_its_folder_and_backups(tmp_path):
    run("toegang", database=tmp_path / "var" / "landkaart.db")
    run("reservekopie", "--naar", str(tmp_path / "var" / "kopieen"), database=tmp_path / "var" / "landkaart.db")

    assert len(modes(tmp_path / "var")) == 5
    assert open_to_others(tmp_path / "var") == {}


def test_what_a_command_writes(landkaart_2009, tmp_path):
    close(database_url())
    run("exporteer", "--tertaal", "2009-2", "--naar", str(tmp_path / "uit"), database=landkaart_2009)

    assert len(modes(tmp_path / "uit")) > 5
    assert open_to_others(tmp_path / "uit") == {}


def test_what_lies_beside_a_database_while_it_is_used(sqlite_file):
    with write_session():
        beside = modes(sqlite_file.parent)

    assert {f"{sqlite_file.parent.name}/landkaart.db{end}" for end in ("", "-wal", "-shm", "-open")} <= set(beside)
    sqlite_file.parent.chmod(0o700)
    assert open_to_others(sqlite_file.parent) == {}


def test_a_database_of_before_is_taken_away_from_others_at_the_start(sqlite_file, monkeypatch):
    close(database_url())
    sqlite_file.chmod(0o664)

    engines(database_url())

    assert S_IMODE(sqlite_file.stat().st_mode) == 0o600


@pytest.mark.parametrize(("place", "mode"), [("var", 0o700), ("elders", 0o755)])
def test_of_folders_only_var_is_ours(tmp_path, monkeypatch, place, mode):
    monkeypatch.setattr("db.private.ROOT", tmp_path)
    folder = tmp_path / place
    folder.mkdir(mode=0o755)
    (folder / "landkaart.db").touch(mode=0o644)

    tighten(folder / "landkaart.db")

    assert S_IMODE(folder.stat().st_mode) == mode
    assert S_IMODE((folder / "landkaart.db").stat().st_mode) == 0o600


def test_what_lies_beside_a_database_is_as_open_to_its_owner_as_it_is_itself(tmp_path):
    database = tmp_path / "landkaart.db"
    database.touch(mode=0o600)
    for end in ("-wal", "-shm"):
        Path(f"{database}{end}").touch(mode=0o444)

    tighten(database)

    assert {name: oct(mode) for name, mode in modes(tmp_path).items()} == {
        tmp_path.name: oct(S_IMODE(tmp_path.stat().st_mode)),
        **{f"{tmp_path.name}/landkaart.db{end}": "0o600" for end in ("", "-shm", "-wal")},
    }


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal", "-open"])
def test_the_one_in_which_nothing_can_be_written_is_named(tmp_path, monkeypatch, end):
    database = tmp_path / "landkaart.db"
    for each in ("", "-wal", "-shm", "-journal", "-open"):
        Path(f"{database}{each}").touch()
    monkeypatch.setattr("db.private.os.access", lambda path, how: how == os.F_OK or str(path) != f"{database}{end}")

    assert shut(database) == Path(f"{database}{end}")


def test_where_all_can_be_written_none_is_named(sqlite_file):
    assert shut(sqlite_file) is None
