"""The outlines of the provinces, fetched by a browser once instead of sent along at every run of the Landkaart."""

import hashlib
from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from landkaart.rapport.kaart_figuur import provincies
from landkaart.web.serving.headers import KEPT

MISSING = "Deze omtrekken bestaan niet meer. Ververs de pagina."


def place() -> str:
    """Return their address, with a mark of what is in it: other outlines have another, so that a browser may keep these."""
    return place_of(provincies())


@cache
def place_of(shapes: str) -> str:
    """Return the address of these outlines, as GeoJSON."""
    return f"{KEPT}provincies-{hashlib.sha256(shapes.encode()).hexdigest()[:12]}.json"


def send_outlines(request: Request) -> Response:
    """Answer with the outlines as they are now; at the address of others there is nothing."""
    if request.url.path != place():
        return PlainTextResponse(MISSING, 404)
    headers = {"Cache-Control": "private, max-age=31536000, immutable"}
    return Response(provincies(), media_type="application/json", headers=headers)


ROUTES = [Route(f"{KEPT}{{naam}}", send_outlines, methods=["GET"])]
