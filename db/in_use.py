"""Whether the one file was closed as it should be, and whether what lies beside it belongs to it.

While a program has a database open, the last commits stand in its `-wal`. SQLite itself does not notice when that is gone
afterwards (it shows the database without them), nor when it belongs to another database (it ruins this one). So as long as
the database is open a small file beside it, the marker, says so, with a number that the database has in its header too.
Every program that has it open holds a lock on the marker, which ends with the program, however that ends.
"""

import fcntl
import os
import secrets
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic, sleep

from pysqlite3 import dbapi2

from landkaart.domein.fouten import OngeldigBestand

# In seconds: a program that stops takes its -wal away just before its marker.
CLOSING = 1.0
# The marker of each database that this process has open.
HELD: dict[Path, int] = {}


def marker_of(database: Path) -> Path:
    return Path(f"{database}-open")


def wal_of(database: Path) -> Path:
    return Path(f"{database}-wal")


def is_in_use(database: Path) -> bool:
    """Tell whether a program, this one included, has the database open."""
    try:
        marker = os.open(marker_of(database), os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        return not locked(marker, fcntl.LOCK_EX)
    finally:
        os.close(marker)


def require_complete(database: Path) -> None:
    """Check, before the database is opened, that its last commits are there and are its own.

    Raises OngeldigBestand when the -wal vanished, under a program that runs or after one that was killed, or lies beside
    another database.
    """
    known = numbers_in_marker(database)
    if not known:
        return
    if is_in_use(database):
        return require_wal_in_use(database)
    if not wal_of(database).exists():
        raise OngeldigBestand(
            f"De landkaart is niet netjes gestopt, en daarna is {wal_of(database).name} verdwenen. Daarin stond wat het "
            "laatst was opgeslagen. Zet dat bestand terug. Is het er niet meer, zet dan een reservekopie terug, of "
            f"verwijder {marker_of(database).name} om verder te gaan zonder wat het laatst was opgeslagen."
        )
    if number_in(database) not in known:
        raise OngeldigBestand(
            f"{wal_of(database).name} hoort bij een ander databasebestand dan {database.name}. Samen gebruikt raakt de "
            "database beschadigd. Zet een reservekopie terug met: python -m landkaart herstel --vervang"
        )


def require_wal_in_use(database: Path) -> None:
    """Check that a database which another program has open has its -wal: beside another one they would ruin it together.

    Raises OngeldigBestand.
    """
    end = monotonic() + CLOSING
    while is_in_use(database) and not wal_of(database).exists():
        if monotonic() > end:
            raise OngeldigBestand(
                f"{wal_of(database).name} is verwijderd terwijl de landkaart draait. Stop haar op de gewone manier en start "
                "haar opnieuw: bij het stoppen komt alles wat is opgeslagen in het ene bestand. Breek haar niet af."
            )
        sleep(CLOSING / 20)


def mark_open(database: Path) -> None:
    """Say beside the database that it is open; the first who opens it gives it a new number."""
    if database in HELD:
        return
    is_first = not is_in_use(database)
    marker = os.open(marker_of(database), os.O_RDWR | os.O_CREAT, 0o600)
    locked(marker, fcntl.LOCK_SH)
    HELD[database] = marker
    if is_first:
        give_number(database, marker)


def give_number(database: Path, marker: int) -> None:
    """Put a new number into the header. Until it is out of the -wal and in the file, the old one is right as well."""
    new = secrets.randbelow(2**31 - 1) + 1
    write(marker, [number_in(database), new])
    with closing(dbapi2.connect(database, isolation_level=None, timeout=10)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA user_version={new}")
        was_busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if not was_busy:
            write(marker, [new])


def mark_closed(database: Path) -> None:
    """Let go of the marker; the last one takes it away, when there is no -wal left to be read."""
    marker = HELD.pop(database, None)
    if marker is None:
        # Closed before, and opened once more since: another program's marker may be left, whose -wal was read by now.
        try:
            marker = os.open(marker_of(database), os.O_RDWR)
        except FileNotFoundError:
            return
    try:
        if locked(marker, fcntl.LOCK_EX) and not wal_of(database).exists():
            with suppress(FileNotFoundError):
                marker_of(database).unlink()
    finally:
        os.close(marker)


def locked(marker: int, kind: int) -> bool:
    """Tell whether an open marker could be locked, at once; it stays locked."""
    try:
        fcntl.flock(marker, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def write(marker: int, numbers: list[int]) -> None:
    text = " ".join(map(str, numbers)).encode()
    os.ftruncate(marker, 0)
    os.pwrite(marker, text, 0)
    os.fsync(marker)


def numbers_in_marker(database: Path) -> set[int]:
    try:
        return {int(word) for word in marker_of(database).read_text(encoding="ascii").split()}
    except (OSError, ValueError):
        return set()


def number_in(database: Path) -> int:
    """Return the number in the file itself, without what stands in the -wal; 0 in a new file and in a backup.

    Through SQLite: a process that opens and closes the file by itself lets go of every lock that it has there. The next
    program that closes the database would then take itself for the last one, and remove the -wal under this one.
    """
    address = f"{database.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(dbapi2.connect(address, uri=True, isolation_level=None)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
