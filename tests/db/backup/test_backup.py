"""A backup made while somebody writes, opened and counted; and put back where it belongs, with nothing else beside it."""

import json
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text

from db.backup import copy
from db.backup.copy import make_backup
from db.backup.note import checksum, note_of, read_note
from db.backup.restore import restore
from db.engine import close, engines, write_session
from landkaart.domein.fouten import OngeldigBestand

NOW = datetime(2009, 12, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kopieen"


def write_pairs(done: Event) -> None:
    """Two rows in one transaction, over and over: a copy has both or neither."""
    number = 0
    while not done.is_set():
        number += 1
        with write_session() as session:
            session.execute(text(f"INSERT INTO instelling VALUES ('een-{number}', ''), ('twee-{number}', '')"))


def keys(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as connection:
        return [row[0] for row in connection.execute("SELECT sleutel FROM instelling WHERE sleutel LIKE '%-%'")]


def test_a_backup_made_while_somebody_writes_has_whole_transactions_only(sqlite_file, folder):
    done = Event()
    writer = Thread(target=write_pairs, args=(done,))
    writer.start()
    try:
        made = [make_backup(sqlite_file, folder, NOW.replace(second=second)) for second in range(5)]
    finally:
        done.set()
        writer.join()

    for backup in made:
        found = keys(backup)
        assert sum(key.startswith("een-") for key in found) == sum(key.startswith("twee-") for key in found)
        assert read_note(backup).rijen["instelling"] >= len(found)
    assert len(keys(made[-1])) > len(keys(made[0]))


def test_a_backup_has_what_stands_in_the_wal(sqlite_file, folder):
    with write_session() as session:
        session.execute(text("INSERT INTO instelling VALUES ('in-wal', 'ja')"))
    assert Path(f"{sqlite_file}-wal").stat().st_size

    assert keys(make_backup(sqlite_file, folder, NOW)) == ["in-wal"]


def test_the_note_says_of_when_by_which_program_and_what_is_in_it(sqlite_file, folder):
    backup = make_backup(sqlite_file, folder, NOW)

    note = json.loads(note_of(backup).read_text())
    assert backup.name == "landkaart-20091201T020000Z.db"
    assert (note["gemaakt_op"], note["sha256"]) == ("2009-12-01T02:00:00+00:00", checksum(backup))
    assert note["rijen"]["alembic_version"] == 1


def test_a_backup_and_its_note_are_readable_by_their_owner_alone(sqlite_file, folder):
    backup = make_backup(sqlite_file, folder, NOW)

    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, backup, note_of(backup))] == [0o700, 0o600, 0o600]


def test_nothing_is_left_of_a_backup_that_failed(sqlite_file, folder, monkeypatch):
    monkeypatch.setattr(copy, "describe", lambda path, now: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        make_backup(sqlite_file, folder, NOW)

    assert list(folder.iterdir()) == []


def test_a_disk_without_room_is_said_before_anything_is_written(sqlite_file, folder, monkeypatch):
    monkeypatch.setattr(copy.shutil, "disk_usage", lambda path: type("Usage", (), {"free": 1000})())

    with pytest.raises(OngeldigBestand, match="te weinig ruimte"):
        make_backup(sqlite_file, folder, NOW)


def test_a_backup_put_back_into_an_empty_place_is_the_same_byte_for_byte(sqlite_file, folder, tmp_path):
    backup, place = make_backup(sqlite_file, folder, NOW), tmp_path / "nieuw" / "landkaart.db"

    restore(backup, place, NOW)

    assert checksum(place) == read_note(backup).sha256
    assert [path.name for path in place.parent.iterdir()] == ["landkaart.db"]
    close(f"sqlite:///{place}")


def test_where_something_stands_it_is_kept_apart_with_all_that_belongs_to_it(sqlite_file, folder):
    backup = make_backup(sqlite_file, folder, NOW)
    close(f"sqlite:///{sqlite_file}")
    Path(f"{sqlite_file}-wal").write_bytes(b"van een andere database")

    with pytest.raises(OngeldigBestand, match="geef --vervang mee"):
        restore(backup, sqlite_file, NOW)
    moved = restore(backup, sqlite_file, NOW, replace=True)

    assert {path.name for path in moved.iterdir()} == {"landkaart.db", "landkaart.db-wal"}
    assert checksum(sqlite_file) == read_note(backup).sha256
    assert not Path(f"{sqlite_file}-wal").exists()


def test_a_database_that_is_open_is_not_replaced(sqlite_file, folder):
    backup = make_backup(sqlite_file, folder, NOW)
    close(f"sqlite:///{sqlite_file}")
    engines(f"sqlite:///{sqlite_file}")

    with pytest.raises(OngeldigBestand, match="is in gebruik"):
        restore(backup, sqlite_file, NOW, replace=True)


@pytest.mark.parametrize("place", [200, -200])
def test_a_backup_of_which_one_byte_changed_is_refused(sqlite_file, folder, tmp_path, place):
    backup = make_backup(sqlite_file, folder, NOW)
    content = bytearray(backup.read_bytes())
    content[place] ^= 1
    backup.write_bytes(content)

    with pytest.raises(OngeldigBestand, match="niet meer wat het was"):
        restore(backup, tmp_path / "nieuw.db", NOW)


def test_a_backup_without_its_note_is_refused(sqlite_file, folder, tmp_path):
    backup = make_backup(sqlite_file, folder, NOW)
    note_of(backup).unlink()

    with pytest.raises(OngeldigBestand, match="ontbreekt"):
        restore(backup, tmp_path / "nieuw.db", NOW)
