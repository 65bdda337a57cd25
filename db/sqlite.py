"""SQLite as we want it: a file that is ours, durable, guarded, one writer at a time."""

import os
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from pysqlite3 import dbapi2  # The system's own SQLite may have the WAL-reset bug (before 3.51.3).
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from db.wal_watch import watch_of
from landkaart.domein.fouten import Beschadigd, OngeldigBestand

APPLICATION_ID = 0x53555749  # "SUWI"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # NORMAL loses acknowledged saves at a power cut.
    "foreign_keys=ON",
    "recursive_triggers=ON",  # Without it INSERT OR REPLACE takes a log line away unseen.
    "busy_timeout=10000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",  # What was deleted or changed does not stay readable in the file: who was erased, a secret.
    "temp_store=MEMORY",  # Reading needs no room on a disk that is full.
)
# How SQLite calls what no longer is a database; a driver has no number for it.
DAMAGE = ("malformed", "not a database", "Could not decode to UTF-8")


def open_engine(url: URL, *, writes: bool) -> Engine:
    """Open the writer, whose one connection is the queue of a process, or readers, who see one state and cannot write."""
    sizes = {"pool_size": 1, "max_overflow": 0, "pool_timeout": 30} if writes else {"pool_size": 20, "max_overflow": 20}
    arguments = {"isolation_level": None}
    # Errors are logged: what was being written (a secret, a toelichting) stays out of that.
    engine = create_engine(url, module=dbapi2, poolclass=QueuePool, connect_args=arguments, hide_parameters=True, **sizes)
    path = path_of(url)
    opened, watch = inode(path), watch_of(Path(f"{path}-wal"))

    @event.listens_for(engine, "connect")
    def prepare(connection: dbapi2.Connection, record: ConnectionPoolEntry) -> None:
        for pragma in PRAGMAS if writes else (*PRAGMAS, "query_only=ON"):
            connection.execute(f"PRAGMA {pragma}")
        # The first read opens the -wal.
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
        watch.opened()

    @event.listens_for(engine, "close")
    def closed(*_: object) -> None:
        watch.closed()

    @event.listens_for(engine, "handle_error")
    def say_plainly(context: ExceptionContext) -> None:
        if is_damage(context.original_exception):
            raise Beschadigd(damaged(path, context.original_exception)) from context.original_exception

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A deferred transaction that turns into a writer fails at once when another has written meanwhile. Straight to the
        # driver: every read and every save begins here.
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")

    # Before a new connection too: SQLite would make an empty file where there is none.
    @event.listens_for(engine, "do_connect")
    @event.listens_for(engine, "checkout")
    def still_there(*_: object) -> None:
        if inode(path) != opened:
            raise OngeldigBestand(
                f"Het databasebestand {path} is verplaatst of verwijderd terwijl de landkaart draaide. "
                "Zet het terug en start de landkaart opnieuw."
            )
        watch.require_same()

    return engine


def require_kept(url: URL) -> None:
    """Check, after a commit, that it stands where the next one will look for it.

    Raises OngeldigBestand.
    """
    watch_of(Path(f"{path_of(url)}-wal")).require_same()


def is_damage(error: BaseException | None) -> bool:
    return isinstance(error, dbapi2.DatabaseError) and any(sign in str(error) for sign in DAMAGE)


def damaged(path: Path, error: object) -> str:
    return f"{path} is beschadigd: {error}. Zet een reservekopie terug met: python -m landkaart herstel"


def path_of(url: URL) -> Path:
    """Return the file of an address of SQLite; `db.engine.parse` lets none through without."""
    return Path(cast(str, url.database))


def inode(path: Path) -> int | None:
    """Return what tells this file from another of the same name; None when it is gone."""
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return None


def check_file(path: Path) -> None:
    """Let through a file that is a landkaart.

    Raises OngeldigBestand for any other, and dbapi2.OperationalError when it cannot be read.
    """
    if path.is_dir():
        raise OngeldigBestand(f"{path} is een map. Noem in DATABASE_URL een bestand.")
    if path.stat().st_size == 0:
        raise OngeldigBestand(
            f"{path} is leeg. Verwijder het bestand om opnieuw te beginnen, of zet een reservekopie terug."
        )
    try:
        with closing(open_to_read(path)) as connection:
            found = connection.execute("PRAGMA application_id").fetchone()[0]
    except dbapi2.OperationalError:
        raise
    except dbapi2.DatabaseError as error:
        raise OngeldigBestand(f"{path} is geen SQLite-database of is beschadigd. Zet een reservekopie terug.") from error
    if found != APPLICATION_ID:
        raise OngeldigBestand(f"{path} is een database van een ander programma. Kies een ander bestand in DATABASE_URL.")


def open_to_read(path: Path) -> dbapi2.Connection:
    """Open for reading alone, leaving nothing beside the file: where no -wal is, none is made."""
    how = "mode=ro" if Path(f"{path}-wal").exists() else "immutable=1"
    return dbapi2.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, timeout=10)


def make_file(path: Path, fill: Callable[[Engine], None]) -> None:
    """Make a database and `fill` it; it appears whole or not at all: nobody finds it half made, after a crash neither."""
    check_nothing_is_left(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".nieuw-", dir=path.parent) as folder:
        made = Path(folder) / path.name
        # What lies beside it (-wal, -shm) is made as it is.
        made.touch(mode=0o600)
        engine = open_engine(URL.create("sqlite", database=str(made)), writes=True)
        try:
            fill(engine)
        finally:
            engine.dispose()
        # Another program that started at the same moment may have been first.
        with suppress(FileExistsError):
            os.link(made, path)


def check_nothing_is_left(path: Path) -> None:
    """Let through a place without a -wal, where the last commits of a database stand: they would ruin a new one.

    Raises OngeldigBestand.
    """
    left = Path(f"{path}-wal")
    if left.exists() and not path.exists():
        raise OngeldigBestand(
            f"{path} ontbreekt, maar {left.name} ligt er nog. Zet het databasebestand terug. "
            f"Wilt u opnieuw beginnen, verwijder dan ook {left.name} en {path.name}-shm."
        )
