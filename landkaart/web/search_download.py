"""What was looked for, as a file: `/download/2009-2/zoeken.csv?w=ketenjaarplan:volledig&scheiding=puntkomma`."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.domein.zoeken import read, regions_of
from landkaart.rapport.files import csv_for_excel, csv_text
from landkaart.rapport.zoeken import results
from landkaart.web.downloads import find
from landkaart.web.errors import log_with_number, sentence

HEADERS = {"Content-Disposition": 'attachment; filename="zoeken.csv"', "Cache-Control": "no-store"}


def download_search(request: Request) -> Response:
    """Everybody who is in may see the national figures; runs in a thread of its own."""
    try:
        content = make(request)
    except KeyError:
        return PlainTextResponse("Dit tertaal bestaat niet. Ga terug naar Zoeken en kies het opnieuw.", 404)
    except Fout as error:
        return PlainTextResponse(str(error), 400)
    except Exception as error:
        return PlainTextResponse(sentence(log_with_number(error)), 500)
    return Response(content, media_type="text/csv; charset=utf-8", headers=HEADERS)


def make(request: Request) -> bytes:
    """Raises KeyError for a tertaal of which nothing is known, and Fout for what cannot be asked."""
    beeld = find(request.path_params["tertaal"])
    asked = {name: request.query_params.getlist(name) for name in request.query_params}
    vraag, bad = read(asked, regions_of(beeld))
    if bad:
        raise OngeldigeInvoer(f"Dit onderdeel van de vraag bestaat niet: ‘{bad[0][:80]}’. Ga terug naar Zoeken.")
    table = results(vraag, beeld)
    return csv_for_excel(table) if request.query_params.get("scheiding") == "puntkomma" else csv_text(table).encode()


ROUTES = [Route("/download/{tertaal}/zoeken.csv", download_search, methods=["GET"])]
