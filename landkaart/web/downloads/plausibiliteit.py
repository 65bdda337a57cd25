"""What stands out as a file, for who may ask about it: `/download/2009-2/plausibiliteit.csv?regel=in_een_stap`."""

from starlette.requests import Request

from db.engine import read_session
from db.queries.plausibiliteit import ingestuurd
from db.queries.werkpleinen import names
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import Getoond, living_herkomst
from landkaart.rapport.keuzes import in_words
from landkaart.rapport.plausibiliteit import file_table, rows
from landkaart.web.downloads.asked import gemaakt_by, require
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = "Dit bestand bestaat niet. Ga terug naar Plausibiliteit."


def plausibiliteit_of(request: Request) -> Bestand:
    """Return what stands out by all rules, or by the `regel` in the address.

    Raises NietAangemeld, NietToegestaan, OngeldigTertaal, and KeyError for what is no rule.
    """
    require(request, Recht.NAVRAAG_STELLEN)
    tertaal = Tertaal.parse(request.path_params["tertaal"])
    regel = request.query_params.get("regel") or None
    with read_session() as session:
        found, called = ingestuurd(session=session, tertaal=tertaal), names(session=session)
    shown, chosen = list(rows(found, called, regel)), {"regel": regel} if regel else {}
    getoond = Getoond(in_words(chosen), len(shown), len(list(rows(found, called, None))))
    herkomst = living_herkomst(gemaakt_by(request), getoond, tertaal)
    return Bestand(file_name("plausibiliteit", tertaal, chosen, "csv"), csv_of(file_table(shown), request, herkomst))
