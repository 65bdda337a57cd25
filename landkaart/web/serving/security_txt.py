"""Where somebody who finds a weakness can report it: `/.well-known/security.txt`, as RFC 9116 has it."""

from datetime import datetime, time, timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from landkaart.domein.clock import system_now
from landkaart.settings import address, contact

SECURITY = "/.well-known/security.txt"
# What it says is true for as long as this program runs; the RFC asks for less than a year.
HOLDS = timedelta(days=180)
NOBODY = "Niet gevonden: LANDKAART_CONTACT is niet ingesteld."


def security_txt(request: Request) -> Response:
    """Answer with the contact of the settings; 404 when there is none."""
    found = contact()
    if found is None:
        return PlainTextResponse(NOBODY, 404)
    return PlainTextResponse(written(found, system_now()))


def written(contact: str, now: datetime) -> str:
    """Return the fields that the RFC asks for, good until a whole day in the future."""
    until = datetime.combine((now + HOLDS).date(), time(), now.tzinfo)
    lines = (
        f"Contact: {contact}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {address()}{SECURITY}",
    )
    return "\n".join(lines) + "\n"


ROUTES = [Route(SECURITY, security_txt, methods=["GET"])]
