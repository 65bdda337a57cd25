"""A database of which a part is noise."""

from contextlib import closing
from pathlib import Path

from pysqlite3 import dbapi2


def noise_in_the_middle(file: Path) -> None:
    """Every page of the answers is noise; the first pages, that say what is where, are as they were."""
    with closing(dbapi2.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        pages = connection.execute("SELECT rootpage FROM sqlite_master WHERE tbl_name = 'indiening_antwoord'").fetchall()
    with file.open("r+b") as raw:
        for (page,) in pages:
            raw.seek((page - 1) * size)
            raw.write(b"\xa5" * size)
