"""Files that somebody offers on a page: read and checked, and what they would do, before anything of it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.act import Act, rehearse
from db.actions.aanleveringen import import_aanlevering, reference_faults
from db.actions.import_admission import admission_faults
from db.engine import read_session
from db.queries.clock import clock
from db.queries.werkpleinen import werkpleinen
from landkaart.domein.fouten import Fout
from landkaart.domein.ingelezen import Ingelezen, merk_of
from landkaart.domein.rechten import Gebruiker
from landkaart.invoer.aanlevering import Aanlevering as Aanlevering  # A page that holds one names it by this.
from landkaart.invoer.aanlevering import Progress as Progress
from landkaart.invoer.faults import MAX_FAULTS, Gathered, gather, order
from landkaart.invoer.tables import TABLES
from landkaart.invoer.unpack_uploads import Upload, read_uploads


@dataclass(frozen=True)
class Aanbod:
    """What files would do: `faults` says all that is wrong, and without any `found` what would come of their rows."""

    faults: Sequence[Gathered]
    found: Mapping[str, Ingelezen]
    geweigerd: str | None = None  # Why this visitor may not bring it in, or not now.

    @property
    def changes(self) -> int:
        """Return how many rows would be new or other ones."""
        return sum(rows.changed for rows in self.found.values())

    @property
    def merk(self) -> str:
        return merk_of(self.found)


def read_offered(files: Sequence[tuple[str, bytes]], progress: Progress) -> Aanlevering:
    """Read files (naam, data) that came in through a page; all that is wrong with them is in the result."""
    with read_session() as session:
        namen = {each.code: each.naam for each in werkpleinen(session=session)}
    return read_uploads([Upload(*each) for each in files], progress, namen)


def weigh(by: Gebruiker, aanlevering: Aanlevering, na_sluiting: bool, progress: Progress) -> Aanbod:
    """Find out what a delivery would do now, by the rules of the command line, and by doing and undoing it."""
    with read_session() as session:
        faults = [*aanlevering.faults, *reference_faults(session=session, aanlevering=aanlevering)]
        now = clock(session=session).now()
        faults += admission_faults(session=session, now=now, aanlevering=aanlevering, na_sluiting=na_sluiting)
    if faults:
        return Aanbod(gather(sorted(faults, key=order)[:MAX_FAULTS]), {})

    def do(act: Act) -> dict[str, Ingelezen]:
        return import_aanlevering(act, aanlevering=aanlevering, na_sluiting=na_sluiting, progress=progress)

    try:
        return Aanbod((), rehearse(by, do))
    except Fout as error:
        return Aanbod((), {}, str(error))


def columns_of_files() -> dict[str, tuple[list[str], list[str]]]:
    """Return by file the columns that it must have, and those that it may have."""
    return {
        naam: (list(table.needed), [each for each in table.names if each not in table.needed])
        for naam, table in TABLES.items()
    }
