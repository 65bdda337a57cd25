"""The logboek as a file, filtered as on the page: `/download/logboek.csv?werkplein=assen&scheiding=puntkomma`."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from db.engine import read_session
from db.queries.logboek import logboek
from landkaart.domein.fouten import Fout, NietAangemeld, NietToegestaan
from landkaart.domein.logboek import Filter
from landkaart.rapport.files import csv_for_excel, csv_text
from landkaart.rapport.logboek import file_table
from landkaart.web.errors import log_with_number, sentence

HEADERS = {"Content-Disposition": 'attachment; filename="logboek.csv"', "Cache-Control": "no-store"}
STATUS = {NietAangemeld: 401, NietToegestaan: 403}


def download_log(request: Request) -> Response:
    """Everything that this reader may see and asked for; runs in a thread of its own."""
    try:
        content = make(request)
    except Fout as error:
        return PlainTextResponse(str(error), STATUS.get(type(error), 400))
    except Exception as error:
        return PlainTextResponse(sentence(log_with_number(error)), 500)
    return Response(content, media_type="text/csv; charset=utf-8", headers=HEADERS)


def make(request: Request) -> bytes:
    """Raises NietAangemeld, NietToegestaan, and Fout for a filter that cannot be."""
    who = getattr(request.state, "aangemeld", None)
    if who is None:
        raise NietAangemeld
    with read_session() as session:
        found = logboek(session=session, by=who.gebruiker, filter=Filter.read(request.query_params))
    table = file_table(found.regels)
    return csv_for_excel(table) if request.query_params.get("scheiding") == "puntkomma" else csv_text(table).encode()


ROUTES = [Route("/download/logboek.csv", download_log, methods=["GET"])]
