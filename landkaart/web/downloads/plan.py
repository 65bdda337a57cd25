"""The Plan van Aanpak as a file that can be brought in again: `/download/plan_van_aanpak.csv?scheiding=puntkomma`."""

from starlette.requests import Request

from db.engine import read_session
from db.queries.plan import plan
from landkaart.domein.rechten import Recht
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import Getoond, living_herkomst
from landkaart.rapport.plan import plan_file
from landkaart.web.downloads.asked import gemaakt_by, require
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = "Dit bestand bestaat niet. Ga terug naar Plan van Aanpak."


def plan_of(request: Request) -> Bestand:
    """Return all of them, as they stand now.

    Raises NietAangemeld, NietToegestaan.
    """
    require(request, Recht.LANDELIJK_ZIEN)
    with read_session() as session:
        table = plan_file(plan(session=session))
    herkomst = living_herkomst(gemaakt_by(request), Getoond({}, len(table)))
    return Bestand(file_name("plan_van_aanpak", None, {}, "csv"), csv_of(table, request, herkomst))
