"""The guard in front of everything: who comes in, as whom, and with which headers things go out.

Pages, WebSocket, media, uploads, downloads and the agent API all lie behind it. Streamlit learns who it is from a header
that only the guard can set (`server.trustedUserHeaders`): what comes in under that name is thrown away.
"""

from urllib.parse import quote, urlsplit

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from db.actions.sessies import touch
from db.engine import read_session, write_session
from db.queries.sessies import by_token
from landkaart.domein.clock import system_now
from landkaart.domein.sessie import Aangemeld
from landkaart.errors import log_with_number, sentence
from landkaart.settings import address
from landkaart.web.api.answers import PREFIX as API
from landkaart.web.api.answers import as_json
from landkaart.web.serving.headers import headers
from landkaart.web.sign_in import cookie

IDENTITY = "X-Landkaart-Sessie"
OPEN = ("/inloggen", "/uitloggen", "/wachtwoord-vergeten", "/_stcore/health", "/favicon.png")
# Who asks something for a form is looked up where it is answered, in the same thread (`landkaart/web/api/asked.py`).
OPEN_FOLDERS = ("/static/", "/toegang/", "/oidc/", API)
NEVER = ("/_stcore/metrics",)
SAFE = ("GET", "HEAD", "OPTIONS")
LOCAL = ("localhost", "127.0.0.1", "::1")


class Guard:
    """Pure ASGI, outermost: it sees http and websocket alike."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        dressed = Dressed(scope["path"], send)
        try:
            await self.let_in(scope, receive, dressed)
        except Exception as error:
            if dressed.started or scope["type"] == "websocket":
                raise
            await turn_away(PlainTextResponse(sentence(log_with_number(error)), 500), scope, receive, dressed)

    async def let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused, found = refuse(scope), None
        if refused is None and not is_open(scope["path"]):
            found = await to_thread.run_sync(find, cookie.token_of(HTTPConnection(scope)))
            refused = None if found else ask_to_sign_in(scope)
        if refused is not None:
            await turn_away(refused, scope, receive, send)
        else:
            await self.app(identified(scope, found), receive, send)


def refuse(scope: Scope) -> Response | None:
    """What nobody may, signed in or not."""
    given = Headers(scope=scope)
    if host_of(given.get("host", "")) not in {*LOCAL, urlsplit(address()).hostname}:
        return PlainTextResponse("Onbekend adres.", 400)
    if scope["path"] in NEVER:
        return PlainTextResponse("Niet gevonden.", 404)
    if scope["type"] == "http" and scope["method"] in ("TRACE", "CONNECT"):
        return PlainTextResponse("Niet toegestaan.", 405)
    return PlainTextResponse("Dit verzoek komt van een andere site.", 403) if is_foreign(scope, given) else None


def is_foreign(scope: Scope, given: Headers) -> bool:
    """Another site that acts for a visitor: a form, a script or a socket that did not come from our own pages."""
    if scope["type"] == "http" and scope["method"] in SAFE:
        return False
    site, origin = given.get("sec-fetch-site"), given.get("origin")
    if site is not None:
        # The browser's own word; with no-referrer, the origin of our own forms is "null".
        return site not in ("same-origin", "none")
    if origin is None:
        return False
    return urlsplit(origin).netloc.lower() not in (given.get("host", "").lower(), urlsplit(address()).netloc.lower())


def host_of(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def is_open(path: str) -> bool:
    return path in OPEN or path.startswith(OPEN_FOLDERS)


def find(token: str | None) -> Aangemeld | None:
    """Whose cookie this is; coming by is a sign of life."""
    if not token:
        return None
    now = system_now()
    with read_session() as session:
        found = by_token(session=session, token=token, now=now)
    if found and found.wants_touch(now):
        with write_session() as session:
            touch(session=session, sessie_id=found.sessie_id)
    return found


def ask_to_sign_in(scope: Scope) -> Response:
    """A page leads to the sign-in and back; anything else is only refused."""
    wants_page = (
        scope["type"] == "http" and scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", "")
    )
    if not wants_page:
        return PlainTextResponse("Meld u eerst aan.", 401)
    query = scope["query_string"].decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    return RedirectResponse("/inloggen" if wanted == "/" else f"/inloggen?next={quote(wanted, safe='/')}", 303)


async def turn_away(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """A socket that is closed before it was accepted is a 403 to the browser; a form is told in JSON."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
    else:
        await (as_json(response) if scope["path"].startswith(API) else response)(scope, receive, send)


def identified(scope: Scope, found: Aangemeld | None) -> Scope:
    """The same request, with the guard's own word on who it is, or with none."""
    name = IDENTITY.lower().encode()
    given = [(key, value) for key, value in scope["headers"] if key.lower().replace(b"_", b"-") != name]
    if found:
        given.append((name, str(found.sessie_id).encode()))
    return {**scope, "headers": given, "state": {**scope.get("state", {}), "aangemeld": found}}


class Dressed:
    """Sends on, with our headers; `started`: it is too late for another answer."""

    def __init__(self, path: str, send: Send):
        self.path, self.send, self.started = path, send, False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            outgoing = MutableHeaders(scope=message)
            for name, value in headers(self.path):
                outgoing[name.decode()] = value.decode()
        await self.send(message)
