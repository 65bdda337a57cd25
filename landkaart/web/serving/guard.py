"""The guard in front of everything: who comes in, as whom, and with which headers things go out.

Pages, WebSocket, media, uploads, downloads and Streamlit's agent API all lie behind it. Streamlit learns who it is from a
header that only the guard can set (`server.trustedUserHeaders`): what comes in under that name is thrown away.
"""

from asyncio import get_running_loop
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from db.engine import read_session
from db.failures import failure_sentence, is_unavailable
from db.queries.sessies import by_token
from db.signs_of_life import saw
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietToegestaan
from landkaart.domein.sessie import Aangemeld
from landkaart.screens import PlainPage
from landkaart.web.api.answers import PREFIX as API
from landkaart.web.api.answers import NuNiet, TeGroot, as_json
from landkaart.web.api_v1.document import is_ours as is_v1
from landkaart.web.api_v1.problems import of_the_guard
from landkaart.web.serving import upload_bounds
from landkaart.web.serving.at_once import AtOnce
from landkaart.web.serving.connections import recognise
from landkaart.web.serving.headers import AddHeaders
from landkaart.web.serving.messages import only_ours
from landkaart.web.serving.pace import PACE
from landkaart.web.serving.proxies import behind_proxy, counted_as
from landkaart.web.serving.refusal import FOR_MACHINES, refusal_of
from landkaart.web.serving.requests import Watched, noted, numbered
from landkaart.web.serving.security_txt import SECURITY
from landkaart.web.serving.turns import TeVeel
from landkaart.web.serving.upload_bounds import UPLOADS, declared, is_upload
from landkaart.web.sign_in import cookie

IDENTITY = "X-Landkaart-Sessie"
# The way in, and what a machine asks that only wants to know whether this one lives.
OPEN = (
    PlainPage.INLOGGEN,
    PlainPage.UITLOGGEN,
    PlainPage.WACHTWOORD_VERGETEN,
    PlainPage.OIDC_START,
    PlainPage.OIDC_TERUG,
    PlainPage.OIDC_CODE,
    *FOR_MACHINES,
    SECURITY,
    "/favicon.png",
)
# The program that every page runs, in which there are no data; the links that let somebody in once; and what forms ask: who
# does is looked up where that is answered, in the same thread (`landkaart/web/api/asked.py`).
OPEN_FOLDERS = ("/static/", f"{PlainPage.TOEGANG}/", API)
# Who comes in is looked up on threads that nothing else may take.
WHO = ThreadPoolExecutor(8, "bewaker")
# Requests of strangers from one address that are answered at the same time; pages that one account has open.
STRANGERS, SOCKETS = AtOnce(50), AtOnce(40)
TOO_MANY = "Er wordt te veel tegelijk gevraagd. Wacht even en probeer het opnieuw."


class Guard:
    """Lets a request through with the word on who it is, or answers it itself.

    Pure ASGI and outermost: Starlette's BaseHTTPMiddleware would not see the WebSocket, over which every page comes.
    """

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            # Starting up and shutting down: nobody asks for anything.
            return await self.app(scope, receive, send)
        with numbered() as number:
            watched = Watched(send, number)
            with noted(scope, watched) as of_whom:
                outgoing = AddHeaders(scope["path"], watched)
                await self.answer({**behind_proxy(scope), "of_whom": of_whom}, receive, outgoing)

    async def answer(self, scope: Scope, receive: Receive, outgoing: AddHeaders) -> None:
        """Judge a request; whatever goes wrong in it becomes an answer."""
        try:
            await self.judge(scope, receive, outgoing)
        except ClientDisconnect:
            # Who went away, or was too slow, gets no answer; it is no mistake of ours either.
            return
        except Exception as error:
            if outgoing.started or scope["type"] == "websocket":
                # Too late for an answer of ours; the server breaks the connection off, and logs why.
                raise
            await send_refusal(failure(error), scope, receive, outgoing)

    async def judge(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come through; refuse the rest, or lead it to the sign-in."""
        refusal, found = refusal_of(scope), None
        if refusal is None and not is_open(scope["path"]):
            # On a thread of its own kind: the database would hold up everybody else's requests.
            found = await get_running_loop().run_in_executor(WHO, find_session, cookie.token_of(HTTPConnection(scope)))
            refusal = None if found else ask_to_sign_in(scope)
        if found is not None:
            scope["of_whom"]["account"] = found.account_id
        if refusal is not None:
            return await send_refusal(refusal, scope, receive, send)
        try:
            with place_for(scope, found):
                await self.pass_on(with_identity(scope, found), receive, send, found)
        except TeVeel:
            await send_refusal(PlainTextResponse(TOO_MANY, 429, {"Retry-After": "2"}), scope, receive, send)

    async def pass_on(self, scope: Scope, receive: Receive, send: Send, found: Aangemeld | None) -> None:
        """Let it through; a file only when it may come in now."""
        if found is not None and scope["type"] == "websocket":
            return await self.app(scope, only_ours(PACE.paced(found.account_id, receive)), send)
        if found is None or not is_upload(scope):
            return await self.app(scope, receive, send)
        try:
            with UPLOADS.taking(found, declared(scope)):
                UPLOADS.belongs(scope["path"], found)
                await self.app(scope, receive, upload_bounds.SaidByUs(send))
        except (NietToegestaan, TeGroot, NuNiet) as error:
            await send_refusal(upload_bounds.refusal(error), scope, receive, send)


def place_for(scope: Scope, found: Aangemeld | None) -> AbstractContextManager[None]:
    """Return the place that a request takes among those of the same stranger, or among the open pages of an account."""
    if found is not None:
        recognise(scope)
        return SOCKETS.entering(found.account_id) if scope["type"] == "websocket" else nullcontext()
    if scope["path"].startswith((API, "/static/")) or not scope.get("client"):
        return nullcontext()
    return STRANGERS.entering(counted_as(scope["client"][0]))


def failure(error: Exception) -> Response:
    """Answer with the number under which it was logged, or with what is the matter with the database."""
    return PlainTextResponse(failure_sentence(error), 503 if is_unavailable(error) else 500)


def is_open(path: str) -> bool:
    """Say whether somebody who is not signed in may ask for this."""
    return path in OPEN or path.startswith(OPEN_FOLDERS)


def find_session(token: str | None) -> Aangemeld | None:
    """Return whose cookie this is, while the session holds; coming by is a sign of life, which is written down."""
    if not token:
        return None
    now = system_now()
    with read_session() as session:
        found = by_token(session=session, token=token, now=now)
    if found and found.wants_touch(now):
        saw(found.sessie_id, now)
    return found


def ask_to_sign_in(scope: Scope) -> Response:
    """Lead who asks for a page to the sign-in, and back afterwards; refuse anything else with 401.

    A picture, a download by a program or a socket has nobody in front of it who could sign in.
    """
    wants_page = (
        scope["type"] == "http" and scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", "")
    )
    if not wants_page:
        return PlainTextResponse("Meld u eerst aan.", 401)
    query = scope["query_string"].decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    way_back = "" if wanted == "/" else f"?next={quote(wanted, safe='/')}"
    return RedirectResponse(f"{PlainPage.INLOGGEN}{way_back}", 303)


async def send_refusal(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer instead of the app: a form in JSON; a socket that is closed before it was accepted is a 403 to the browser."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
    else:
        await said_as(scope["path"], response)(scope, receive, send)


def said_as(path: str, response: Response) -> Response:
    """Return a refusal as whoever asks at this address reads it."""
    if is_v1(path):
        return of_the_guard(response)
    return as_json(response) if path.startswith(API) else response


def with_identity(scope: Scope, found: Aangemeld | None) -> Scope:
    """Return the same request with the guard's own word on who it is, or with none.

    What came in under that name goes, in every spelling: a header `x_landkaart_sessie` reaches some servers as this one.
    """
    name = IDENTITY.lower().encode()
    given = [(key, value) for key, value in scope["headers"] if key.lower().replace(b"_", b"-") != name]
    if found:
        given.append((name, str(found.sessie_id).encode()))
    return {**scope, "headers": given, "state": {**scope.get("state", {}), "aangemeld": found}}
