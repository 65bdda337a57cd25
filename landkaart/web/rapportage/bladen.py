"""The sheets of all werkpleinen in one zip: made in the same turn as reports, once per state of the data and day."""

import hashlib
from collections.abc import Iterator

from db.engine import read_session
from db.queries.data_version import data_version
from db.queries.tertaalbeeld import tertaalbeeld
from db.queries.werkpleinblad import alle_bladen
from landkaart.domein.clock import local_date
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.rapportage.maker import MAKER
from landkaart.rapport.rapportage.making import MaakStap
from landkaart.rapport.werkpleinblad.making import BladenSoort
from landkaart.settings import database_url
from landkaart.web.rapportage.jobs import JOBS, RapportWerk


def ask_bladen(asker: int, by: Gebruiker, tertaal: Tertaal) -> RapportWerk:
    """Have them made as they are at this moment, or return what is there already.

    Raises TeVeel, TeDruk.
    """
    job = RapportWerk(mark_of_bladen(tertaal), over_bladen(tertaal), tuple(BladenSoort))
    return JOBS.start(asker, job, lambda: steps(by, tertaal))


def steps(by: Gebruiker, tertaal: Tertaal) -> Iterator[MaakStap]:
    """Read what is in them, and have them made."""
    with read_session() as session:
        found = alle_bladen(session=session, by=by, beeld=tertaalbeeld(session=session, tertaal=tertaal))
    return MAKER.make(found)


def over_bladen(tertaal: Tertaal) -> str:
    """Name them: of which tertaal."""
    return f"bladen {tertaal}"


def mark_of_bladen(tertaal: Tertaal) -> str:
    """Return what tells them from any other: the state of the data, and the day on which they are judged."""
    with read_session() as session:
        version = data_version(session=session)
    said = ("bladen", database_url(), str(tertaal), version.line, local_date(version.now()))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]
