"""The tables of a tertaal as files, on our own routes: `/download/2009-2/landkaart-2009-2.xlsx`."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld, tertalen
from landkaart.domein.fouten import Fout
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import files
from landkaart.web.closing import freeze_what_closed
from landkaart.web.errors import log_with_number, sentence

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(request: Request) -> Response:
    """Runs in a thread of its own: the others go on. `?scheiding=puntkomma` gives the CSV of a Dutch Excel."""
    try:
        beeld = find(request.path_params["tertaal"])
        semicolons = request.query_params.get("scheiding") == "puntkomma"
        content, media = make(beeld, request.path_params["name"], semicolons)
    except (Fout, KeyError):
        return PlainTextResponse("Dit bestand bestaat niet. Ga terug naar het landelijk beeld.", 404)
    except Exception as error:
        return PlainTextResponse(sentence(log_with_number(error)), 500)
    name = request.path_params["name"]
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=media, headers=headers)


def find(text: str) -> Tertaalbeeld:
    """Raises KeyError for a tertaal of which nothing is known."""
    tertaal = Tertaal.parse(text)
    freeze_what_closed()
    with read_session() as session:
        if tertaal not in tertalen(session=session):
            raise KeyError(text)
        return tertaalbeeld(session=session, tertaal=tertaal)


def make(beeld: Tertaalbeeld, name: str, semicolons: bool) -> tuple[bytes, str]:
    """Content and media type. Raises KeyError for a name that is not one of the files."""
    if name == files.workbook_name(beeld):
        return files.workbook_of(beeld), XLSX
    if name == files.zip_name(beeld):
        return files.zip_of(beeld), "application/zip"
    if not name.endswith(".csv"):
        raise KeyError(name)
    table = (files.TABLES | files.BESIDE)[name.removesuffix(".csv")][1](beeld)
    content = files.csv_for_excel(table) if semicolons else files.csv_text(table).encode()
    return content, "text/csv; charset=utf-8"


ROUTES = [Route("/download/{tertaal}/{name}", download, methods=["GET"])]
