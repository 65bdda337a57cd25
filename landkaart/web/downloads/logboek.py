"""The logboek as a file, filtered as on the page: `/download/logboek.csv?werkplein=assen&scheiding=puntkomma`."""

from starlette.requests import Request

from db.engine import read_session
from db.queries.logboek import logboek
from db.queries.werkpleinen import names
from landkaart.domein.catalogus import catalogus
from landkaart.domein.logboek import Filter
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import Getoond, living_herkomst
from landkaart.rapport.keuzes import in_words
from landkaart.rapport.logboek import file_table
from landkaart.web.downloads.asked import gemaakt_by, require_known, who_asks
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = "Dit bestand bestaat niet. Ga terug naar het logboek."


def logboek_of(request: Request) -> Bestand:
    """Return everything that this reader may see and asked for.

    Raises NietAangemeld, NietToegestaan, Fout for a filter that cannot be, and KeyError for a werkplein or a mijlpaal that
    is not known.
    """
    by = who_asks(request).gebruiker
    with read_session() as session:
        asked = Filter.read(request.query_params)
        found = logboek(session=session, by=by, filter=asked)
        van = logboek(session=session, by=by, filter=Filter(), limit=1).totaal
        namen = names(session=session)
    require_known(asked.werkplein, namen)
    require_known(asked.mijlpaal, catalogus().codes)
    table = file_table(found.regels)
    herkomst = living_herkomst(gemaakt_by(request), Getoond(in_words(asked.asked, namen), len(table), van))
    return Bestand(file_name("logboek", None, asked.asked, "csv"), csv_of(table, request, herkomst))
