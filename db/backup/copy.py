"""Making a backup of a database that is in use, and checking what was made."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from pysqlite3 import dbapi2

from db.backup.note import NAME, Note, checksum, write_note
from db.sqlite import APPLICATION_ID, open_to_read
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import VERSION

STEP = "SELECT version_num FROM alembic_version"


def make_backup(database: Path, folder: Path, now: datetime) -> Path:
    """Copy the database as it is at one moment into the folder, and return the copy once it was opened and counted.

    Writers go on meanwhile. The copy appears whole or not at all, readable by its owner alone.
    Raises OngeldigBestand when there is no room, no database, or when the copy is not what the database was.
    """
    backup = folder / now.strftime(NAME)
    with said_plainly(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        require_room(database, folder)
        made = folder / f".{backup.name}.{os.getpid()}"
        try:
            counted = copy(database, made)
            note = describe(made, now)
            if note.rijen != counted:
                raise OngeldigBestand("De reservekopie heeft niet dezelfde rijen als de database. Probeer het opnieuw.")
            flush(made)
            write_note(backup, note)
            os.replace(made, backup)
            flush(folder)
        finally:
            made.unlink(missing_ok=True)
    return backup


@contextmanager
def said_plainly(folder: Path) -> Iterator[None]:
    """Say what stood in the way as a sentence.

    Raises OngeldigBestand.
    """
    try:
        yield
    except dbapi2.DatabaseError as error:
        raise OngeldigBestand(f"De database is niet te lezen: {error}. Zet een eerdere reservekopie terug.") from error
    except OSError as error:
        raise OngeldigBestand(f"In {folder} kan niet geschreven worden: {error.strerror}. Kies een andere map.") from error


def require_room(database: Path, folder: Path) -> None:
    """Check that the folder has room for another copy.

    Raises OngeldigBestand.
    """
    if not database.exists():
        raise OngeldigBestand(f"{database} is er niet. Noem in DATABASE_URL een database die er is.")
    needed = sum(path.stat().st_size for path in (database, Path(f"{database}-wal")) if path.exists())
    free = shutil.disk_usage(folder).free
    if free < needed * 1.1:
        raise OngeldigBestand(f"In {folder} is te weinig ruimte: nodig is {needed >> 20} MB, vrij is {free >> 20} MB.")


def copy(database: Path, target: Path) -> dict[str, int]:
    """Copy through SQLite, which knows what stands in the -wal; return the rows of the very moment that was copied."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(open_writable(database)) as source, closing(dbapi2.connect(target)) as made:
        # One read transaction around both: what is counted is what is copied.
        source.execute("BEGIN")
        counted = count_rows(source)
        source.backup(made)
        # A copy is one file: no -wal that could get lost or be mixed up. Without the number of db.in_use, so that it is
        # never taken for the database beside which an old -wal lies.
        made.execute("PRAGMA journal_mode=DELETE")
        made.execute("PRAGMA user_version=0")
    return counted


def describe(backup: Path, now: datetime) -> Note:
    """Open a copy as a stranger would, check every page of it, and count.

    Raises OngeldigBestand when it is damaged or no landkaart.
    """
    with closing(open_to_read(backup)) as found:
        if found.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise OngeldigBestand(f"{backup} is geen landkaart.")
        problems = [row[0] for row in found.execute("PRAGMA quick_check(1)")]
        if problems != ["ok"]:
            raise OngeldigBestand(f"{backup} is beschadigd: {problems[0]}.")
        step = found.execute(STEP).fetchone()[0]
        rows = count_rows(found)
    return Note(now.isoformat(), checksum(backup), backup.stat().st_size, VERSION, step, rows)


def open_writable(path: Path) -> dbapi2.Connection:
    """Open as a program that may write, so that whoever closes last can empty the -wal."""
    return dbapi2.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=10)


def count_rows(connection: dbapi2.Connection) -> dict[str, int]:
    """Return the number of rows by name of the table."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in sorted(tables)}


def flush(path: Path) -> None:
    """Have it on the disk: a power cut takes nothing away."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
