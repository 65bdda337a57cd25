"""Files on the machine of whoever gives a command: the one of the database, and those that are written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.engine import Session, file_of
from db.queries.tertaalbeeld import tertalen
from landkaart.domein.fouten import Fout
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import TERTAAL
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


def require_known_tertaal(session: Session, tertaal: Tertaal) -> None:
    """Check that something is known of a tertaal.

    Raises Fout that names those of which there is.
    """
    known = tertalen(session=session)
    if tertaal not in known:
        raise Fout(f"Van {TERTAAL} {tertaal} is niets bekend. Wel bekend: {', '.join(map(str, known)) or 'nog geen enkel'}.")


@contextmanager
def written_in(folder: Path) -> Iterator[None]:
    """Write files into a folder, which is made when it is not there.

    Raises Fout when that cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise Fout(f"In {folder} kan niet geschreven worden. Kies met --naar een andere map.") from error
