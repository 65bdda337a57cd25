"""SQLite as we want it: a file that is ours, durable, guarded, one writer at a time."""

import os
from pathlib import Path

from pysqlite3 import dbapi2  # The system's own SQLite may have the WAL-reset bug (before 3.51.3).
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import QueuePool

from landkaart.domein.fouten import OngeldigBestand

APPLICATION_ID = 0x53555749  # "SUWI"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # NORMAL loses acknowledged saves at a power cut.
    "foreign_keys=ON",
    "busy_timeout=10000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)


def open_engine(url: URL, *, writes: bool) -> Engine:
    """The writer has one connection, which is the queue of a process; readers see one moment and cannot write."""
    sizes = {"pool_size": 1, "max_overflow": 0, "pool_timeout": 30} if writes else {"pool_size": 20, "max_overflow": 20}
    engine = create_engine(url, module=dbapi2, poolclass=QueuePool, connect_args={"isolation_level": None}, **sizes)

    @event.listens_for(engine, "connect")
    def prepare(connection, record):
        for pragma in PRAGMAS if writes else (*PRAGMAS, "query_only=ON"):
            connection.execute(f"PRAGMA {pragma}")
        record.info["inode"] = os.stat(url.database).st_ino

    @event.listens_for(engine, "begin")
    def begin(connection):
        # A deferred transaction that turns into a writer fails at once when another has written meanwhile.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "checkout")
    def still_there(connection, record, proxy):
        if not Path(url.database).exists() or os.stat(url.database).st_ino != record.info["inode"]:
            raise OngeldigBestand(
                f"Het databasebestand {url.database} is verplaatst of verwijderd terwijl de landkaart draaide. "
                "Zet het terug en start de landkaart opnieuw."
            )

    return engine


def check_file(path: Path) -> None:
    """Makes the folder of a new database; raises OngeldigBestand for a file that is not a landkaart."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        return
    if path.stat().st_size == 0:
        raise OngeldigBestand(
            f"{path} is leeg. Verwijder het bestand om opnieuw te beginnen, of zet een reservekopie terug."
        )
    try:
        connection = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
        found = connection.execute("PRAGMA application_id").fetchone()[0]
        connection.close()
    except dbapi2.DatabaseError as error:
        raise OngeldigBestand(f"{path} is geen SQLite-database of is beschadigd. Zet een reservekopie terug.") from error
    if found != APPLICATION_ID:
        raise OngeldigBestand(f"{path} is een database van een ander programma. Kies een ander bestand in DATABASE_URL.")
