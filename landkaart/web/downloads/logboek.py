"""The logboek as a file, filtered as on the page: `/download/logboek.csv?werkplein=assen&scheiding=puntkomma`."""

from starlette.requests import Request

from db.engine import read_session
from db.queries.logboek import logboek
from landkaart.domein.logboek import Filter
from landkaart.rapport.logboek import file_table
from landkaart.web.downloads.asked import who_asks
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = "Dit bestand bestaat niet. Ga terug naar het logboek."


def logboek_of(request: Request) -> Bestand:
    """Return everything that this reader may see and asked for.

    Raises NietAangemeld, NietToegestaan, and Fout for a filter that cannot be.
    """
    by = who_asks(request).gebruiker
    with read_session() as session:
        found = logboek(session=session, by=by, filter=Filter.read(request.query_params))
    return Bestand("logboek.csv", csv_of(file_table(found.regels), request))
