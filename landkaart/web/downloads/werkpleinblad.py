"""The sheet of a werkplein as a file: `/download/2009-2/werkpleinblad.pdf?werkplein=assen`; of all of them in a zip."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from db.engine import read_session
from db.queries.werkpleinblad import blad_gegevens
from landkaart.domein.rechten import Recht, mag
from landkaart.programma.namen import TERTAAL, WERKPLEIN, WERKPLEIN_KOP
from landkaart.rapport.werkpleinblad.making import BladenSoort, bladen_name
from landkaart.rapport.werkpleinblad.pdf import blad_name, werkpleinblad
from landkaart.web.downloads.asked import beeld_of, require, who_asks
from landkaart.web.downloads.outgoing import Bestand, as_attachment, refused
from landkaart.web.downloads.rapport import found_before, made
from landkaart.web.rapportage.bladen import ask_bladen, over_bladen

MISSING = f"Van dit {WERKPLEIN} is in dit {TERTAAL} geen blad te maken. Ga terug naar {WERKPLEIN_KOP} en kies een ander."
NOBODY = (
    f"In dit {TERTAAL} heeft nog geen enkel {WERKPLEIN} een stand. Ga terug naar Rapportage en kies een ander {TERTAAL}."
)
PDF, ZIP = "application/pdf", "application/zip"


def blad_of(request: Request) -> Bestand:
    """Return it, with the afspraken for who may see those on the page.

    Raises NietAangemeld, NietToegestaan, and KeyError for a werkplein without a stand.
    """
    require(request, Recht.LANDELIJK_ZIEN)
    who, werkplein, beeld = who_asks(request), request.query_params.get("werkplein", ""), beeld_of(request)
    sees = mag(who.bevoegdheid, Recht.LOGBOEK_ZIEN, werkplein)
    with read_session() as session:
        found = blad_gegevens(session=session, by=who.gebruiker, beeld=beeld, werkplein=werkplein, with_afspraken=sees)
    return Bestand(blad_name(found), werkpleinblad(found), PDF)


async def send_all(request: Request) -> Response:
    """Hand out the sheets of all, to who may make the report: what was made already, or else made now."""
    try:
        require(request, Recht.RAPPORT_MAKEN)
        beeld = await run_in_threadpool(beeld_of, request)
        if not beeld.stand.n:
            raise KeyError(beeld.tertaal)
        who, job = who_asks(request), found_before(request, over_bladen(beeld.tertaal))
        if job is None:
            job = await run_in_threadpool(ask_bladen, who.account_id, who.gebruiker, beeld.tertaal)
        return as_attachment(Bestand(bladen_name(beeld.tertaal), await made(job, BladenSoort.ZIP), ZIP))
    except Exception as error:
        return refused(error, NOBODY)


# By the name of the file.
FILES = {"werkpleinbladen.zip": send_all}
