"""Where the one file of the database is, for the commands that work on the file itself."""

from pathlib import Path

from db.engine import file_of
from landkaart.domein.fouten import Fout
from landkaart.settings import database_url


def database_file() -> Path:
    """Return the file that DATABASE_URL names.

    Raises Fout for a database on a server, OngeldigBestand for what is no address.
    """
    file = file_of(database_url())
    if file is None:
        raise Fout(
            "Dit werkt op een SQLite-bestand. Maak bij PostgreSQL een reservekopie met ‘pg_dump --format=custom "
            "--file=landkaart.dump DATABASE’ en zet hem, als de landkaart stilstaat, terug met ‘pg_restore --clean "
            "--if-exists --exit-on-error --single-transaction --dbname=DATABASE landkaart.dump’."
        )
    return file
