"""The respons as a file, filtered as on the page: `/download/respons.csv?tertaal=2009-2&klasse=bezig`."""

from starlette.requests import Request

from db.engine import read_session
from db.queries.clock import clock
from db.queries.respons import respons
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import Recht
from landkaart.domein.respons import ResponsKeuze
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import no_uitvraag
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import Getoond, living_herkomst
from landkaart.rapport.keuzes import in_words
from landkaart.rapport.respons import file_table
from landkaart.web.downloads.asked import gemaakt_by, require, require_known
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = "Dit bestand bestaat niet. Ga terug naar Respons."


def respons_of(request: Request) -> Bestand:
    """Return the respons, for who may see it.

    Raises NietAangemeld, NietToegestaan, Fout for what cannot be asked, and KeyError for a region that there is not.
    """
    require(request, Recht.RESPONS_ZIEN)
    tertaal = Tertaal.parse(request.query_params.get("tertaal", ""))
    keuze = ResponsKeuze.read(request.query_params)
    with read_session() as session:
        found = respons(session=session, tertaal=tertaal)
        today = local_date(clock(session=session).now())
    if found is None:
        raise Fout(no_uitvraag(tertaal))
    require_known(keuze.provincie, {reactie.provincie for reactie in found.reacties})
    require_known(keuze.arbeidsmarktregio, {reactie.arbeidsmarktregio for reactie in found.reacties})
    table = file_table(found.among(keuze), today)
    herkomst = living_herkomst(gemaakt_by(request), Getoond(in_words(keuze.asked), len(table), found.n), tertaal)
    return Bestand(file_name("respons", tertaal, keuze.asked, "csv"), csv_of(table, request, herkomst))
