"""The engine pair: one side reads, one side writes. Whoever comes first makes and migrates the database."""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from threading import RLock
from typing import Any, cast

from pysqlite3 import dbapi2
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlmodel import Session as Session  # Whoever is handed one names it by this: its library stays in db.

from db import in_use, sqlite
from db.backup.copy import make_backup
from db.migrate import migrate, needs_steps
from db.private import shut, tighten
from db.room import require_room
from db.wal_watch import watch_of
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import backup_folder, database_url

DRIVERS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg")
WRITER_LOCK = 0x53555749
# The reader and the writer of each database that is open, by its address.
OPENED: dict[str, tuple[Engine, Engine]] = {}
OPENING = RLock()
# Of the acts that are kept with one commit, while they are done.
JOINED: ContextVar[Connection | None] = ContextVar("joined", default=None)


class OneTransaction(Session):
    """A session for one transaction, whose connection is looked up once: every statement asks for it."""

    found: Connection | None = None

    def connection(self, *args: Any, **kwargs: Any) -> Connection:
        if self.found is None or self.found.closed:
            self.found = super().connection(*args, **kwargs)
        return self.found


@contextmanager
def read_session() -> Iterator[Session]:
    """Open one state of the database: everything read in it belongs together, whatever others write."""
    with OneTransaction(JOINED.get() or engines(database_url())[0]) as session:
        yield session


@contextmanager
def write_session() -> Iterator[Session]:
    """Open one transaction: all of it is kept at the end, or nothing when anything raises. An act opens its own.

    Raises OngeldigBestand when it was kept in a file that was taken away meanwhile.
    """
    joined, writer = JOINED.get(), engines(database_url())[1]
    if joined is not None:
        require_whole(joined)
    how: Any = {"expire_on_commit": False, "join_transaction_mode": "create_savepoint"}
    with OneTransaction(joined or writer, **how) as session, session.begin():
        yield session
    if joined is None:
        require_kept(writer)


@contextmanager
def together() -> Iterator[None]:
    """Keep every act done in it with one commit, so that all wait for the disk once; what raises undoes its own act alone.

    Nobody may hear that he was saved before its end: when that raises, nothing is kept. What is read in it sees what the
    acts before it left.

    Raises OngeldigBestand as `write_session`, and Undone.
    """
    writer = engines(database_url())[1]
    with writer.begin() as connection:
        mark = JOINED.set(connection)
        try:
            yield
        finally:
            JOINED.reset(mark)
        require_whole(connection)
    require_kept(writer)


def is_joined() -> bool:
    """Tell whether what is read here may still be undone: it stands between acts that are kept together."""
    return JOINED.get() is not None


class Undone(Exception):
    """SQLite undid all of a transaction by itself, as it may on a full disk."""


def require_whole(connection: Connection) -> None:
    """Check that what was begun is still there: what comes after it would be kept without what came before.

    Raises Undone.
    """
    if is_file(connection.engine.url) and not cast(Any, connection.connection.driver_connection).in_transaction:
        raise Undone


def require_kept(writer: Engine) -> None:
    """Check, after a commit, that it stands where the next one will look for it.

    Raises OngeldigBestand.
    """
    if is_file(writer.url):
        sqlite.require_kept(writer.url)


def engines(address: str) -> tuple[Engine, Engine]:
    """Return the reader and the writer of a database. Whoever asks first opens it: one that is not there is made, an older
    one brought up to date.

    Raises OngeldigBestand when there is no working with what stands there.
    """
    found = OPENED.get(address)
    if found is None:
        with OPENING:
            found = OPENED.get(address) or open_pair(parse(address))
            OPENED[address] = found
    return found


def open_pair(url: URL) -> tuple[Engine, Engine]:
    open_engine = open_file if is_file(url) else open_server
    with said_plainly(url):
        writer, reader = open_engine(url, writes=True), open_engine(url, writes=False)
    try:
        with said_plainly(url):
            with writer.begin():
                pass
            if is_file(url):
                guard_file(sqlite.path_of(url), reader, writer)
                keep_before_steps(sqlite.path_of(url), reader)
        with said_when_full(url):
            migrate(writer)
    except BaseException:
        # What was begun is undone: else the next start takes it for a program that was broken off.
        for engine in (reader, writer):
            engine.dispose()
        raise
    return reader, writer


def guard_file(path: Path, *pair: Engine) -> None:
    """Mark the file as open until both engines let go of it, also at the end of the program."""
    still_open = set(pair)

    def let_go(engine: Engine) -> None:
        still_open.discard(engine)
        if not still_open:
            watch_of(in_use.wal_of(path)).forget()
            in_use.mark_closed(path)

    for engine in pair:
        event.listen(engine, "engine_disposed", let_go)
        atexit.register(engine.dispose)
    in_use.mark_open(path)


def keep_before_steps(path: Path, reader: Engine) -> None:
    """Make a backup before the database gets another shape, where a folder for backups is set."""
    folder = backup_folder()
    if folder is not None and needs_steps(reader):
        make_backup(path, folder, system_now())


def close(address: str) -> None:
    """Let go of a database: of SQLite everything then stands in the one file, and nothing beside it."""
    for engine in OPENED.pop(address, ()):
        engine.dispose()
        atexit.unregister(engine.dispose)


def empty_wal() -> None:
    """Have everything that was written stand in the one file of SQLite, and nothing of before in its -wal."""
    writer = engines(database_url())[1]
    if is_file(writer.url):
        connection = writer.raw_connection()
        try:
            cast(Any, connection.driver_connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def parse(address: str) -> URL:
    """Read DATABASE_URL.

    Raises OngeldigBestand.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise OngeldigBestand("DATABASE_URL is geen adres van een database, zoals sqlite:///var/landkaart.db.") from error
    if url.drivername not in DRIVERS:
        raise OngeldigBestand("DATABASE_URL noemt een database die de landkaart niet kent. Kies sqlite of postgresql.")
    no_file = url.database in (None, "", ":memory:") or url.database.startswith("file:") or url.query
    if is_file(url) and no_file:
        raise OngeldigBestand("DATABASE_URL moet een bestand noemen, zoals sqlite:///var/landkaart.db.")
    return url


def file_of(address: str) -> Path | None:
    """Return the file of a database, None for one on a server.

    Raises OngeldigBestand for what is no address.
    """
    url = parse(address)
    return sqlite.path_of(url) if is_file(url) else None


def is_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


@contextmanager
def said_plainly(url: URL) -> Iterator[None]:
    """Say what stands in the way of opening; of a server's address no more than its name, for the rest may be secret.

    Raises OngeldigBestand.
    """
    try:
        yield
    except ImportError as error:
        raise OngeldigBestand(
            "Voor PostgreSQL is het pakket psycopg nodig. "
            "Installeer het met: pip install --require-hashes -r requirements.lock"
        ) from error
    except (OSError, OperationalError, dbapi2.OperationalError) as error:
        if is_file(url):
            require_room(sqlite.path_of(url), error)
            file = shut(sqlite.path_of(url)) or url.database
            reason = f"{file} is niet te openen om in te schrijven. Kies een andere plaats in DATABASE_URL, "
            raise OngeldigBestand(f"{reason}pas de rechten aan of sluit het programma dat het bezet houdt.") from error
        raise OngeldigBestand(
            f"De database op {url.host or 'deze machine'} in DATABASE_URL is niet te bereiken. "
            "Controleer het adres en of de server draait."
        ) from error


@contextmanager
def said_when_full(url: URL) -> Iterator[None]:
    """Say it when there is no room; whatever else goes wrong is passed on as it is.

    Raises OngeldigBestand.
    """
    try:
        yield
    except OperationalError as error:
        if is_file(url):
            require_room(sqlite.path_of(url), error)
        raise


def open_file(url: URL, *, writes: bool) -> Engine:
    path = sqlite.path_of(url)
    if not path.exists():
        sqlite.make_file(path, migrate)
    tighten(path)
    sqlite.check_file(path)
    in_use.require_complete(path)
    return sqlite.open_engine(url, writes=writes)


def open_server(url: URL, *, writes: bool) -> Engine:
    """Open PostgreSQL with the habits of our SQLite: one writer at a time, readers see one state."""
    level = "READ COMMITTED" if writes else "REPEATABLE READ"
    # Errors are logged, without what was being written.
    engine = create_engine(url, isolation_level=level, pool_pre_ping=True, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        order = f"SELECT pg_advisory_xact_lock({WRITER_LOCK})" if writes else "SET TRANSACTION READ ONLY"
        connection.execute(text(order))

    return engine


def server_version(session: Session) -> str:
    """Name what keeps the data, for the log: "sqlite 3.53.4"."""
    dialect = session.connection().dialect
    return f"{dialect.name} {'.'.join(map(str, dialect.server_version_info or ()))}"
