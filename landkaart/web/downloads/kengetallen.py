"""The kengetallen as a file that can be brought in again: `/download/2009-2/kengetallen.csv?scheiding=puntkomma`."""

from starlette.requests import Request

from db.engine import read_session
from db.queries.kengetallen import kengetallen
from landkaart.programma.namen import TERTAAL
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import Getoond, living_herkomst
from landkaart.rapport.kengetallen import file_table
from landkaart.web.downloads.asked import gemaakt_by, tertaal_of
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = f"Dit bestand bestaat niet. Ga terug naar Kengetallen en kies een ander {TERTAAL}."


def kengetallen_of(request: Request) -> Bestand:
    """Return those of a tertaal, as they are now.

    Raises NietAangemeld, KeyError for a tertaal of which nothing is known.
    """
    gemaakt, tertaal = gemaakt_by(request), tertaal_of(request)
    with read_session() as session:
        table = file_table(tertaal, kengetallen(session=session, tertaal=tertaal))
    herkomst = living_herkomst(gemaakt, Getoond({}, len(table)), tertaal)
    return Bestand(file_name("kengetallen", tertaal, {}, "csv"), csv_of(table, request, herkomst))
