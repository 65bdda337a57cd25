"""The default page has the address of the site itself; who types its name comes there too."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from landkaart.screens import DEFAULT


def send_on(request: Request) -> Response:
    """Lead to the root, with the choices in the address."""
    query = request.url.query
    return RedirectResponse(f"/?{query}" if query else "/", 307)


ROUTES = [Route(DEFAULT.path, send_on, methods=["GET"])]
