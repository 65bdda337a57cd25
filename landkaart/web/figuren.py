"""Figures as files: `/figuur/2009-2/landkaart.png?toon=verandering`."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from db.engine import read_session
from db.queries.invullingen import submitted_tertalen
from db.queries.vraag_antwoorden import uitslagen
from landkaart.domein.fouten import Fout
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import picture, werkplein_figuren
from landkaart.rapport.figuren import figuur
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.files import csv_for_excel, csv_text
from landkaart.rapport.uitslag import counted
from landkaart.web.downloads import find
from landkaart.web.errors import log_with_number, sentence

MEDIA = {"png": "image/png", "svg": "image/svg+xml", "csv": "text/csv; charset=utf-8"}
SEPARATOR, VRAAG = "scheiding", "extra-vraag"


def download_figuur(request: Request) -> Response:
    """Drawn in a thread of its own: the others go on. `?scheiding=puntkomma` gives the CSV of a Dutch Excel."""
    try:
        tertaal, naam, kind = (request.path_params[part] for part in ("tertaal", "naam", "soort"))
        media, beeld = MEDIA[kind], find(tertaal)
        params = {name: value for name, value in request.query_params.items() if name != SEPARATOR}
        content = make(ask(beeld, naam, params), beeld, kind, request.query_params)
    except (Fout, KeyError):
        return PlainTextResponse("Deze figuur bestaat niet. Ga terug naar de pagina en kies opnieuw.", 404)
    except Exception as error:
        return PlainTextResponse(sentence(log_with_number(error)), 500)
    name = f"figuur-{naam}-{beeld.tertaal}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=media, headers=headers)


def ask(beeld: Tertaalbeeld, naam: str, params: Mapping[str, str]) -> Figuur:
    """Raises KeyError for what there is not. That of one werkplein or one vraag needs more than a tertaalbeeld knows."""
    if naam in werkplein_figuren.FIGUREN:
        return of_werkplein(beeld, naam, params["werkplein"])
    return of_vraag(beeld, params["vraag"]) if naam == VRAAG else figuur(beeld, naam, params)


def of_werkplein(beeld: Tertaalbeeld, naam: str, code: str) -> Figuur:
    with read_session() as session:
        submitted = submitted_tertalen(session=session, werkplein=code)
    return werkplein_figuren.figuur(beeld, naam, code, submitted)


def of_vraag(beeld: Tertaalbeeld, code: str) -> Figuur:
    with read_session() as session:
        found = {each.vraag: each for each in uitslagen(session=session, tertaal=beeld.tertaal)}
    return counted(found[code])


def make(found: Figuur, beeld: Tertaalbeeld, kind: str, query: Mapping[str, str]) -> bytes:
    if kind == "png":
        return picture.png(found, beeld)
    if kind == "svg":
        return picture.svg(found, beeld).encode()
    return csv_for_excel(found.tabel) if query.get(SEPARATOR) == "puntkomma" else csv_text(found.tabel).encode()


ROUTES = [Route("/figuur/{tertaal}/{naam}.{soort}", download_figuur, methods=["GET"])]
