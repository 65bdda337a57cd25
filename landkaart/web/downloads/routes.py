"""Every address under which a file can be had. No two fit the same request, so their order says nothing."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from landkaart.web.downloads import afspraken, ako, figuur, herinnering, logboek, respons, tertaal, zoeken
from landkaart.web.downloads.outgoing import sending

Send = Callable[[Request], Response]

# Files of a tertaal that are made in a way of their own, by name; any other name is one of its tables.
OWN_WAY: Mapping[str, Send] = {
    "zoeken.csv": sending(zoeken.found_by, zoeken.MISSING),
    **{name: sending(ako.file_of(name), ako.MISSING, vague=True) for name in ako.FILES},
}
TABLES: Send = sending(tertaal.file_of, tertaal.MISSING, vague=True)


def of_tertaal(request: Request) -> Response:
    """Return the file of a tertaal by its name, or the sentence of a 404."""
    return OWN_WAY.get(request.path_params["name"], TABLES)(request)


def route(path: str, send: Send) -> Route:
    return Route(path, send, methods=["GET"])


ROUTES = [
    route("/download/{tertaal}/{name}", of_tertaal),
    route("/download/afspraken.csv", sending(afspraken.afspraken_of, afspraken.MISSING)),
    route("/download/logboek.csv", sending(logboek.logboek_of, logboek.MISSING)),
    route("/download/respons.csv", sending(respons.respons_of, respons.MISSING)),
    route("/download/herinnering-{number:int}.{kind}", sending(herinnering.mails_of, herinnering.MISSING)),
    route("/figuur/{tertaal}/{naam}.{soort}", sending(figuur.file_of, figuur.MISSING, vague=True)),
]
