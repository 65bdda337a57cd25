"""The afspraken as a file: `/download/afspraken.csv?werkplein=assen&scheiding=puntkomma`."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from db.engine import read_session
from db.queries.afspraken import afspraken
from db.queries.clock import clock
from db.queries.werkpleinen import names
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import Fout, NietAangemeld
from landkaart.rapport.files import csv_for_excel, csv_text
from landkaart.rapport.leren import afspraken_file
from landkaart.web.errors import log_with_number, sentence
from landkaart.web.log_download import STATUS

HEADERS = {"Content-Disposition": 'attachment; filename="afspraken.csv"', "Cache-Control": "no-store"}


def download_afspraken(request: Request) -> Response:
    """Those of one werkplein or, without it, of all that this reader may see; runs in a thread of its own."""
    try:
        content = make(request)
    except Fout as error:
        return PlainTextResponse(str(error), STATUS.get(type(error), 400))
    except Exception as error:
        return PlainTextResponse(sentence(log_with_number(error)), 500)
    return Response(content, media_type="text/csv; charset=utf-8", headers=HEADERS)


def make(request: Request) -> bytes:
    """Raises NietAangemeld, NietToegestaan."""
    who = getattr(request.state, "aangemeld", None)
    if who is None:
        raise NietAangemeld
    with read_session() as session:
        werkplein = request.query_params.get("werkplein") or None
        found = afspraken(session=session, by=who.gebruiker, werkplein=werkplein)
        today = local_date(clock(session=session).now())
        table = afspraken_file(found, names(session=session), today)
    return csv_for_excel(table) if request.query_params.get("scheiding") == "puntkomma" else csv_text(table).encode()


ROUTES = [Route("/download/afspraken.csv", download_afspraken, methods=["GET"])]
