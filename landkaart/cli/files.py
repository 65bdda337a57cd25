"""Where the one file of the database is, for the commands that work on the file itself."""

from pathlib import Path

from db.engine import is_file, parse
from landkaart.domein.fouten import Fout
from landkaart.settings import database_url


def database_file() -> Path:
    """Return the file that DATABASE_URL names. Raises Fout for a database on a server, OngeldigBestand for no address."""
    url = parse(database_url())
    if not is_file(url):
        raise Fout("Dit werkt op een SQLite-bestand. Gebruik bij PostgreSQL pg_dump en pg_restore.")
    return Path(url.database)
