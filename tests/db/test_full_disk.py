"""A landkaart is opened on a disk that is full: it says so, leaves nothing behind, and opens when there is room again."""

import errno
import resource
import shutil
import subprocess
import sys
from collections import namedtuple

import pytest
from pysqlite3 import dbapi2

from db import in_use, room
from db.engine import close, engines
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import ROOT

Usage = namedtuple("Usage", "total used free")
FULL = "is vol: nog {} kB vrij. Om landkaart.db te openen is meer nodig, ook om alleen te lezen. Maak ruimte en probeer"


@pytest.fixture
def file(empty_file, tmp_path):
    return shutil.copy(empty_file, tmp_path / "landkaart.db")


def refusal(file) -> str:
    with pytest.raises(OngeldigBestand) as error:
        engines(f"sqlite:///{file}")
    return str(error.value)


def opened_and_closed(file) -> None:
    engines(f"sqlite:///{file}")
    close(f"sqlite:///{file}")


def leave_free(monkeypatch, free: int) -> None:
    monkeypatch.setattr(room, "disk_usage", lambda _: Usage(10**9, 10**9 - free, free))


@pytest.mark.parametrize(
    "error",
    [
        dbapi2.OperationalError("database or disk is full"),
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
    ],
)
@pytest.mark.parametrize("step", ["write", "give_number"])
def test_it_says_so_leaves_nothing_and_opens_when_there_is_room_again(file, monkeypatch, error, step):
    def full(*_):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(in_use, step, full)
        assert "is vol: nog" in refusal(file)

    # No marker, after which the next start would look for a -wal that never was.
    assert [found.name for found in file.parent.iterdir()] == ["landkaart.db"]
    opened_and_closed(file)


def test_after_the_marker_was_written_too(file, monkeypatch):
    """The first thing that is written into the database is the number that stands in the marker."""
    connect = dbapi2.connect

    def full(path, **how):
        if "timeout" in how and not how.get("uri"):
            raise dbapi2.OperationalError("database or disk is full")
        return connect(path, **how)

    with monkeypatch.context() as patch:
        patch.setattr(in_use.dbapi2, "connect", full)
        assert "is vol: nog" in refusal(file)

    assert [found.name for found in file.parent.iterdir()] == ["landkaart.db"]
    opened_and_closed(file)


@pytest.mark.parametrize(("free", "is_full"), [(2**20 - 1, True), (2**20, False)])
def test_what_fails_without_saying_why_is_the_disk_when_there_is_less_than_a_megabyte(file, monkeypatch, free, is_full):
    def fails(*_):
        raise dbapi2.OperationalError("disk I/O error")

    monkeypatch.setattr(in_use, "give_number", fails)
    leave_free(monkeypatch, free)

    assert (FULL.format(free >> 10) in refusal(file)) == is_full


def test_what_was_saved_before_a_kill_is_there_again_when_there_is_room(file):
    """A program that may write no file cannot open what another left behind; one that may, can."""
    holder = (
        "import sys, os\nfrom sqlalchemy import text\nfrom db.engine import engines\n"
        "with engines(sys.argv[1])[1].begin() as connection:\n"
        "    connection.execute(text(\"INSERT INTO instelling VALUES ('laatst', 'ja')\"))\nos._exit(9)\n"
    )
    command = [sys.executable, "-c", holder, f"sqlite:///{file}"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9
    (file.parent / "landkaart.db-shm").unlink()

    nothing_grows = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))  # noqa: E731
    opens = [sys.executable, "-c", "import sys; from db.engine import engines; engines(sys.argv[1])", command[-1]]
    refused = subprocess.run(opens, cwd=ROOT, check=False, capture_output=True, text=True, preexec_fn=nothing_grows)
    assert (refused.returncode, "OngeldigBestand" in refused.stderr) == (1, True)

    reader, _ = engines(command[-1])
    with reader.connect() as connection:
        assert connection.exec_driver_sql("SELECT waarde FROM instelling WHERE sleutel = 'laatst'").all() == [("ja",)]
    opened_and_closed(file)
