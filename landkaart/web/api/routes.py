"""The addresses of a form, `/api/invullen/harderwijk/2009-3`, and of the oordelen, `/api/oordelen/2009-3`."""

from asyncio import get_running_loop
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, TypeVar, TypeVarTuple

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route, request_response
from starlette.types import ASGIApp, Receive, Scope, Send

from db.engine import read_session
from landkaart.domein.fouten import Fout, NietAangemeld
from landkaart.invoer.xlsx_guard import MAX_BYTES
from landkaart.web.api import oordelen, saving, steps, workbook
from landkaart.web.api.answers import PREFIX, GeenJson, Onbekend, refusal
from landkaart.web.api.asked import Asked, about, read_body, read_object, who_asks
from landkaart.web.api.saving_thread import SavingThread
from landkaart.web.api.state import state_of, version_now
from landkaart.web.api_v1.document import is_ours as is_v1
from landkaart.web.api_v1.routes import API_V1
from landkaart.web.downloads.outgoing import XLSX
from landkaart.web.serving.upload_bounds import UPLOADS, declared
from landkaart.web.sign_in import cookie

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
FORM = f"{PREFIX}invullen/{{werkplein}}/{{tertaal}}"
NO_WORKBOOK = "Bied een Excel-bestand (.xlsx) aan: het formulier zoals u het hier hebt opgehaald."
NOTHING = "Dit adres bestaat niet. Ververs de pagina."
Work = Callable[[Request, Mapping[str, Any]], dict[str, Any] | Response]

# There is one writer: who waits for it, waits here in turn, and keeps no thread from those who only read.
WRITER = SavingThread("opslaan")
# What a step leaves is read here, while the next one is already written: a disk that takes its time keeps nobody waiting.
AFTER = ThreadPoolExecutor(1, "nalezen")
# One workbook at a time: reading it takes a while.
READER = ThreadPoolExecutor(1, "werkmap")


def in_turn(queue: Executor, work: Callable[[*Ts], T], *what: *Ts) -> Awaitable[T]:
    return get_running_loop().run_in_executor(queue, work, *what)


def writing(work: Work) -> Callable[[Request], Awaitable[Response]]:
    """Make a route that changes something, asked with a JSON object."""

    async def answer(request: Request) -> Response:
        try:
            body = await read_of_somebody(request)
            return as_answer(await in_turn(WRITER, work, request, body))
        except Exception as error:
            return refusal(error)

    return answer


def taking(step: steps.Step) -> Callable[[Request], Awaitable[Response]]:
    """Make a route that does something with a form as a whole; it answers with the state that this leaves."""

    async def answer(request: Request) -> Response:
        try:
            body = await read_of_somebody(request)
            asked = await in_turn(WRITER, steps.take, step, request, body)
            return await in_turn(AFTER, state_left, asked)
        except Exception as error:
            return refusal(error)

    return answer


def state_left(asked: Asked) -> Response:
    """Answer with the state as it is once the step is committed."""
    with read_session() as session:
        return JSONResponse(state_of(session, asked.werkplein, asked.tertaal, asked.by))


async def read_of_somebody(request: Request) -> Mapping[str, Any]:
    """Read the body as `read_object`; what is wrong with it is told only to who is in.

    Who that is, is looked up in the transaction that saves, so here only before something else is said.
    Raises NietAangemeld, and what `read_object` raises.
    """
    if not cookie.token_of(request):
        raise NietAangemeld
    try:
        return await read_object(request)
    except Fout:
        await to_thread.run_sync(require_somebody, request)
        raise


def require_somebody(request: Request) -> None:
    """Check that somebody is in.

    Raises NietAangemeld.
    """
    with read_session() as session:
        who_asks(session, request)


def as_answer(found: dict[str, Any] | Response) -> Response:
    return found if isinstance(found, Response) else JSONResponse(found)


async def take_workbook(request: Request) -> Response:
    """Answer with what it would change; with `?voorstel=`, the mark of what was shown, save it."""
    try:
        asked = await to_thread.run_sync(asked_by, request)
        if request.headers.get("content-type", "").split(";")[0].strip() != XLSX:
            raise GeenJson(NO_WORKBOOK)
        # In memory until it was read, which is done with one at a time.
        with UPLOADS.taking(asked.who, declared(request.scope)):
            data = await read_body(request, MAX_BYTES, workbook.TOO_LARGE)
            given = await in_turn(READER, workbook.parse, asked, data)
        if isinstance(given, Response):
            return given
        agreed = request.query_params.get("voorstel")
        if agreed is None:
            return as_answer(await to_thread.run_sync(workbook.propose, asked, given))
        return as_answer(await in_turn(WRITER, workbook.keep, asked, given, agreed))
    except Exception as error:
        return refusal(error)


def asked_by(request: Request) -> Asked:
    with read_session() as session:
        return about(session, who_asks(session, request), request, {})


async def send_state(request: Request) -> Response:
    """Answer with the state; 304 to who has this version already (`If-None-Match`): asking again costs one statement."""
    try:
        return await to_thread.run_sync(state, request)
    except Exception as error:
        return refusal(error)


def state(request: Request) -> Response:
    known = request.headers.get("if-none-match")
    with read_session() as session:
        asked = about(session, who_asks(session, request), request, {})
        if known is not None and known.removeprefix("W/").strip('"') == version_now(session, **asked.place):
            return Response(status_code=304)
        found = state_of(session, asked.werkplein, asked.tertaal, asked.by)
    return JSONResponse(found, headers={"ETag": f'"{found["version"]}"'})


async def send_oordelen(request: Request) -> Response:
    """Answer with what the AKO gave each werkplein."""
    try:
        return await to_thread.run_sync(oordelen.send_state, request)
    except Exception as error:
        return refusal(error)


async def nothing_here(request: Request) -> Response:
    """Refuse any other address or method below `/api/`; also told only to who is in."""
    try:
        await to_thread.run_sync(require_somebody, request)
        raise Onbekend(NOTHING)
    except Exception as error:
        return refusal(error)


def route(path: str, answer: Callable[[Request], Awaitable[Response]], method: str, of: str = FORM) -> Route:
    return Route(f"{of}{path}", answer, methods=[method])


NOTHING_HERE = request_response(nothing_here)
# What is asked most comes first.
ROUTES = [
    route("/veld/{soort}/{code}", writing(saving.save), "PUT"),
    route("", send_state, "GET"),
    route("/bevestig", taking(steps.confirm), "POST"),
    route("/bevestig/terug", taking(steps.unconfirm), "POST"),
    route("/indien", taking(steps.submit), "POST"),
    route("/akkoord", taking(steps.sign), "POST"),
    route("/akkoord", taking(steps.unsign), "DELETE"),
    route("/werkmap", take_workbook, "POST"),
]
OF_OORDELEN = [
    route("/veld/oordeel/{werkplein}", writing(oordelen.give), "PUT", oordelen.JUDGING),
    route("", send_oordelen, "GET", oordelen.JUDGING),
    route("/overnemen", writing(oordelen.take_over), "POST", oordelen.JUDGING),
]


class Api:
    """Pure ASGI, behind the guard: answers what a form asks before Streamlit's own layers, which it needs none of."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_ours = scope["type"] == "http" and scope["path"].startswith(PREFIX)
        await (answer_of(scope) if is_ours else self.app)(scope, receive, send)


def answer_of(scope: Scope) -> ASGIApp:
    """Find what answers this request, which from then on knows what is in its address.

    Starlette's Router would lead to an address without the last slash, and say in plain text which methods there are.
    """
    if is_v1(scope["path"]):
        return API_V1
    for each in (*ROUTES, *OF_OORDELEN):
        match, found = each.matches(scope)
        if match is Match.FULL:
            scope.update(found)
            return each.app
    return NOTHING_HERE
