"""The -wal that is written in must be the one that lies there, before each transaction and after each commit."""

from contextlib import closing
from pathlib import Path

import pytest
from pysqlite3 import dbapi2
from sqlalchemy import text

from db.engine import engines, read_session, write_session
from db.wal_watch import WalWatch
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import database_url
from tests.steps.small_landkaart import keep, make_werkplein

GONE = "landkaart.db-wal is verwijderd of vervangen terwijl de landkaart draaide"


def write(code):
    keep(make_werkplein(code))


def read():
    with read_session() as session:
        return session.execute(text("SELECT count(*) FROM werkplein")).scalar_one()


@pytest.fixture
def wal(sqlite_file):
    write("assen")
    return Path(f"{sqlite_file}-wal")


@pytest.mark.parametrize("work", [read, lambda: write("breda")], ids=["read", "write"])
@pytest.mark.parametrize("fate", ["removed", "replaced", "emptied"])
def test_one_that_is_no_longer_the_same_is_said_each_time(wal, work, fate):
    content = wal.read_bytes()
    if fate == "emptied":
        wal.write_bytes(b"")
    else:
        wal.rename(wal.with_name("away"))
    if fate == "replaced":
        wal.write_bytes(content)

    for _ in range(3):
        with pytest.raises(OngeldigBestand, match=GONE):
            work()


def test_one_that_is_emptied_when_the_index_beside_it_went_too_is_not_the_same(wal):
    wal.with_name(wal.name.replace("-wal", "-shm")).unlink()
    wal.write_bytes(b"")

    with pytest.raises(OngeldigBestand, match=GONE):
        read()


def test_what_was_committed_in_one_that_went_meanwhile_is_not_called_saved(wal):
    def save():
        with write_session() as session:
            session.add(make_werkplein("breda"))
            session.flush()
            wal.unlink()

    with pytest.raises(OngeldigBestand, match=GONE):
        save()


def test_when_all_connections_are_closed_everything_is_in_the_file_and_it_goes_on(wal):
    wal.unlink()
    with pytest.raises(OngeldigBestand):
        write("breda")
    for engine in engines(database_url()):
        engine.dispose()

    write("delft")
    assert read() == 2


def test_one_that_only_grows_is_the_same(tmp_path):
    file = tmp_path / "proef-wal"
    file.write_bytes(b"a")
    watch = WalWatch(file)
    watch.opened()
    file.write_bytes(b"aa")

    watch.require_same()
    assert watch.size == 2
    watch.closed()
    assert (watch.connections, watch.inode) == (0, None)


def test_one_that_another_program_empties_through_sqlite_is_the_same(wal, sqlite_file):
    for number in range(20):
        write(f"werkplein-{number}")
    before = wal.stat().st_size
    with closing(dbapi2.connect(sqlite_file, isolation_level=None)) as other:
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0

    assert wal.stat().st_size < before
    assert read() == 21
    write("breda")
    assert read() == 22
