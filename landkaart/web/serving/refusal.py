"""What nobody may ask, signed in or not: under another name, for another site, or to be echoed."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

from landkaart.settings import THIS_MACHINE, address

# Whether all is well, and whether it can serve: asked by a balancer or a monitor, under whatever name it knows this machine.
HEALTHY, READY = "/gezond", "/gereed"
FOR_MACHINES = (HEALTHY, READY, "/_stcore/health")
# Numbers about the machine and its visitors; whoever runs it has other ways to them.
NEVER = ("/_stcore/metrics",)
# Methods that change nothing, so that another site gains nothing by sending a visitor there.
SAFE = ("GET", "HEAD", "OPTIONS")
# TRACE sends a cookie back to a script that may not read it; CONNECT is for proxies.
ECHO = ("TRACE", "CONNECT")


def refusal_of(scope: Scope) -> Response | None:
    """Return the answer to what nobody may; None for a request that may come in."""
    given = Headers(scope=scope)
    # A site that lets its own name lead to this machine would count as the same site in a visitor's browser.
    known = {*THIS_MACHINE, urlsplit(address()).hostname}
    if scope["path"] not in FOR_MACHINES and host_of(given.get("host", "")) not in known:
        return PlainTextResponse("Onbekend adres.", 400)
    if scope["path"] in NEVER:
        return PlainTextResponse("Niet gevonden.", 404)
    if scope["type"] == "http" and scope["method"] in ECHO:
        return PlainTextResponse("Niet toegestaan.", 405)
    return PlainTextResponse("Dit verzoek komt van een andere site.", 403) if is_foreign(scope, given) else None


def is_foreign(scope: Scope, given: Headers) -> bool:
    """Say whether another site acts for a visitor: a form, a script or a socket that did not come from our own pages."""
    if scope["type"] == "http" and scope["method"] in SAFE:
        return False
    site, origin = given.get("sec-fetch-site"), given.get("origin")
    if site is not None:
        # The browser's own word; with no-referrer, the origin of our own forms is "null".
        return site not in ("same-origin", "none")
    if origin is None:
        # No browser of today leaves both out: this is a program, which acts for nobody but itself.
        return False
    # A proxy may ask under a name of its own, and then the browser's Origin is the address in the settings.
    return urlsplit(origin).netloc.lower() not in (given.get("host", "").lower(), urlsplit(address()).netloc.lower())


def host_of(host: str) -> str | None:
    """Return the name in a Host header, without its port; None for what is none."""
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
