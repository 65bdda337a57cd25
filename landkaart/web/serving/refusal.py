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
# What a browser says of a request that one of our own pages makes, or the visitor himself.
OWN_SITE = ("same-origin", "none")
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
    """Say whether another site acts for a visitor: a form, a script or a socket that did not come from our own pages.

    Either header alone can be made to lie (by another program in between, or an old browser), so neither makes up for
    what the other says; one that is there twice has to be ours both times.
    """
    if scope["type"] == "http" and scope["method"] in SAFE:
        return False
    sites, origins = given.getlist("sec-fetch-site"), given.getlist("origin")
    # A program leaves both out, and acts for nobody but itself.
    from_here = all(site in OWN_SITE for site in sites)
    # With `no-referrer` the origin of our own forms is "null", which says nothing: as good as none, where the browser says
    # itself that the page was ours.
    return not from_here or not all(is_ours(origin, given) or (origin == "null" and sites) for origin in origins)


def is_ours(origin: str, given: Headers) -> bool:
    """Say whether an Origin names this site, under the name of the settings or that of the request."""
    try:
        netloc = urlsplit(origin).netloc.lower()
    except ValueError:
        return False
    # A proxy may ask under a name of its own, and then the browser's Origin is the address in the settings.
    return netloc in (given.get("host", "").lower(), urlsplit(address()).netloc.lower())


def host_of(host: str) -> str | None:
    """Return the name in a Host header, without its port; None for what is none, or has more in it."""
    try:
        found = urlsplit(f"//{host}")
        # It is looked at when it is asked for.
        found.port  # noqa: B018
    except ValueError:
        return None
    return found.hostname if found.netloc == host and "@" not in host else None
