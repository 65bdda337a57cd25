"""The engine pair: one side reads, one side writes. Whoever comes first makes and migrates the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlmodel import Session

from db import sqlite
from db.migrate import migrate
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import database_url

WRITER_LOCK = 0x53555749


@contextmanager
def read_session() -> Iterator[Session]:
    """One moment of the database: everything read in it belongs together, whatever others write."""
    with Session(engines(database_url())[0]) as session:
        yield session


@contextmanager
def write_session() -> Iterator[Session]:
    """One transaction: all of it at the end, or nothing when anything raises."""
    with Session(engines(database_url())[1], expire_on_commit=False) as session, session.begin():
        yield session


@cache
def engines(address: str) -> tuple[Engine, Engine]:
    """Reader and writer. Raises OngeldigBestand when there is no working with what stands there."""
    url = parse(address)
    if url.get_backend_name() == "sqlite":
        sqlite.check_file(Path(url.database))
        writer, reader = sqlite.open_engine(url, writes=True), sqlite.open_engine(url, writes=False)
    else:
        writer, reader = open_server(url, writes=True), open_server(url, writes=False)
    migrate(writer)
    return reader, writer


def parse(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise OngeldigBestand("DATABASE_URL is geen adres van een database, zoals sqlite:///var/landkaart.db.") from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise OngeldigBestand("DATABASE_URL noemt een database die de landkaart niet kent. Kies sqlite of postgresql.")
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise OngeldigBestand("DATABASE_URL moet een bestand noemen, zoals sqlite:///var/landkaart.db.")
    return url


def open_server(url: URL, *, writes: bool) -> Engine:
    """PostgreSQL with the habits of our SQLite: one writer at a time, readers see one moment."""
    engine = create_engine(url, isolation_level="READ COMMITTED" if writes else "REPEATABLE READ", pool_pre_ping=True)

    @event.listens_for(engine, "begin")
    def begin(connection):
        order = f"SELECT pg_advisory_xact_lock({WRITER_LOCK})" if writes else "SET TRANSACTION READ ONLY"
        connection.execute(text(order))

    return engine


def server_version(session: Session) -> str:
    """What keeps the data, for the log: "sqlite 3.53.4"."""
    dialect = session.connection().dialect
    return f"{dialect.name} {'.'.join(map(str, dialect.server_version_info or dialect.dbapi.sqlite_version_info))}"
