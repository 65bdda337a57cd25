"""The afspraken as a file: `/download/afspraken.csv?werkplein=assen&scheiding=puntkomma`."""

from starlette.requests import Request

from db.engine import read_session
from db.queries.afspraken import afspraken
from db.queries.clock import clock
from db.queries.werkpleinen import names
from landkaart.domein.clock import local_date
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import Getoond, living_herkomst
from landkaart.rapport.keuzes import in_words
from landkaart.rapport.leren import afspraken_file
from landkaart.web.downloads.asked import gemaakt_by, require_known, who_asks
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = "Dit bestand bestaat niet. Ga terug naar Leren van."


def afspraken_of(request: Request) -> Bestand:
    """Return those of one werkplein or, without it, of all that this reader may see.

    Raises NietAangemeld, NietToegestaan, and KeyError for a werkplein that is not known.
    """
    by, werkplein = who_asks(request).gebruiker, request.query_params.get("werkplein") or None
    with read_session() as session:
        found = afspraken(session=session, by=by, werkplein=werkplein)
        van = len(afspraken(session=session, by=by, werkplein=None))
        today = local_date(clock(session=session).now())
        namen = names(session=session)
    require_known(werkplein, namen)
    table, asked = afspraken_file(found, namen, today), {"werkplein": werkplein} if werkplein else {}
    herkomst = living_herkomst(gemaakt_by(request), Getoond(in_words(asked, namen), len(table), van))
    return Bestand(file_name("afspraken", None, asked, "csv"), csv_of(table, request, herkomst))
