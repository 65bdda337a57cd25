"""The respons as a file, filtered as on the page: `/download/respons.csv?tertaal=2009-2&klasse=bezig`."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from db.engine import read_session
from db.queries.clock import clock
from db.queries.respons import respons
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import Fout, NietAangemeld, NietToegestaan
from landkaart.domein.rechten import Recht, mag
from landkaart.domein.respons import Keuze
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.files import csv_for_excel, csv_text
from landkaart.rapport.respons import file_table
from landkaart.web.errors import log_with_number, sentence

STATUS = {NietAangemeld: 401, NietToegestaan: 403}


def download_respons(request: Request) -> Response:
    """Runs in a thread of its own; only for who may see the respons."""
    try:
        require(request, Recht.RESPONS_ZIEN)
        tertaal = Tertaal.parse(request.query_params.get("tertaal", ""))
        content = make(tertaal, Keuze.read(request.query_params), request.query_params.get("scheiding") == "puntkomma")
    except Fout as error:
        return PlainTextResponse(str(error), STATUS.get(type(error), 400))
    except Exception as error:
        return PlainTextResponse(sentence(log_with_number(error)), 500)
    headers = {"Content-Disposition": f'attachment; filename="respons-{tertaal}.csv"', "Cache-Control": "no-store"}
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


def require(request: Request, recht: Recht) -> None:
    """Raises NietAangemeld, NietToegestaan."""
    who = getattr(request.state, "aangemeld", None)
    if who is None:
        raise NietAangemeld
    if not mag(who.bevoegdheid, recht):
        raise NietToegestaan(f"U mag {recht.value} niet.")


def make(tertaal: Tertaal, keuze: Keuze, semicolons: bool) -> bytes:
    with read_session() as session:
        found = respons(session=session, tertaal=tertaal)
        today = local_date(clock(session=session).now())
    if found is None:
        raise Fout(f"Er is geen uitvraag voor {tertaal}.")
    table = file_table(found.among(keuze), today)
    return csv_for_excel(table) if semicolons else csv_text(table).encode()


ROUTES = [Route("/download/respons.csv", download_respons, methods=["GET"])]
