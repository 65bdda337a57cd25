"""The addresses of a form: `/api/invullen/harderwijk/2009-3`, and below it each part and each step."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from landkaart.web.api import saving, steps
from landkaart.web.api.answers import PREFIX, refusal
from landkaart.web.api.asked import Asked, about, read_object

FORM = f"{PREFIX}invullen/{{werkplein}}/{{tertaal}}"
Work = Callable[[Asked], dict[str, Any] | Response]

# There is one writer: who waits for it, waits here, and keeps no thread from those who only read.
WRITER: RunVar[CapacityLimiter] = RunVar("writer")


def writer() -> CapacityLimiter:
    """Of this event loop."""
    try:
        return WRITER.get()
    except LookupError:
        WRITER.set(CapacityLimiter(1))
        return WRITER.get()


def writing(work: Work) -> Callable[[Request], Awaitable[Response]]:
    """A route that changes something, asked with a JSON object."""

    async def answer(request: Request) -> Response:
        try:
            found = await to_thread.run_sync(work, about(request, await read_object(request)), limiter=writer())
        except Exception as error:
            return refusal(error)
        return found if isinstance(found, Response) else JSONResponse(found)

    return answer


async def send_state(request: Request) -> Response:
    """304 to who has this version already (`If-None-Match`): asking again costs one statement."""
    try:
        return await to_thread.run_sync(partial(state, about(request, {}), request.headers.get("if-none-match")))
    except Exception as error:
        return refusal(error)


def state(asked: Asked, known: str | None) -> Response:
    if known is not None and known.removeprefix("W/").strip('"') == steps.version_now(asked):
        return Response(status_code=304)
    found = steps.state(asked)
    return JSONResponse(found, headers={"ETag": f'"{found["version"]}"'})


def route(path: str, answer: Callable[[Request], Awaitable[Response]], method: str) -> Route:
    return Route(f"{FORM}{path}", answer, methods=[method])


ROUTES = [
    route("", send_state, "GET"),
    route("/veld/{soort}/{code}", writing(saving.save), "PUT"),
    route("/bevestig", writing(steps.confirm), "POST"),
    route("/bevestig/terug", writing(steps.unconfirm), "POST"),
    route("/indien", writing(steps.submit), "POST"),
    route("/akkoord", writing(steps.sign), "POST"),
    route("/akkoord", writing(steps.unsign), "DELETE"),
]
