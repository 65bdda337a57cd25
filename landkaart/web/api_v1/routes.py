"""The addresses below `/api/v1`: who asks, what, and whether he may; each answer says which version of the API it is of."""

import re
from asyncio import wrap_future
from collections.abc import Hashable
from functools import cache, partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, compile_path
from starlette.types import ASGIApp, Receive, Scope, Send

from db.engine import read_session
from db.freezing import freeze_what_closed, read_data_version
from db.queries.apitokens import by_apitoken
from landkaart.domein.apitoken import BEGINS, Apibezoeker
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld, NietToegestaan
from landkaart.domein.rechten import mag
from landkaart.settings import database_url
from landkaart.web.api_v1.answering import Apiantwoord, answer
from landkaart.web.api_v1.asked import JSON, Vraagstelling, numbers_of, read
from landkaart.web.api_v1.bronnen import Apibron, bronnen
from landkaart.web.api_v1.document import PREFIX, VERSION, document
from landkaart.web.api_v1.problems import Problem, answer_of
from landkaart.web.serving.dear import WORK

DOCUMENT = f"{PREFIX}/openapi.json"
# What was written of what is fixed, until anything at all changes in the database; so many pages.
FIXED: dict[Hashable, Apiantwoord] = {}
MOST = 200
READING = ("GET", "HEAD")
ALWAYS = {"API-Version": VERSION, "X-Frame-Options": "DENY"}
# Everybody may read the document, also a page of another site.
FOR_ALL = {"Access-Control-Allow-Origin": "*"}


async def respond(request: Request) -> Response:
    """Answer, whatever was asked, with the version of the API."""
    try:
        found = await judge(request)
    except Exception as error:
        found = answer_of(error)
    found.headers.update(ALWAYS)
    return found


async def judge(request: Request) -> Response:
    """Answer with the document to everybody, with data to who brings a token.

    Raises Problem, NietAangemeld, NietToegestaan, TeVeel, TeDruk.
    """
    reads = request.method in READING
    if reads and request.url.path == DOCUMENT:
        numbers_of(request, [])
        return Response(document(), media_type=JSON, headers=FOR_ALL)
    who = await run_in_threadpool(who_asks, request)
    if not reads:
        raise Problem(405, "Deze API is om te lezen: vraag met GET.", headers={"Allow": ", ".join(READING)})
    bron, path = find(request.url.path)
    if not mag(who.bevoegdheid, bron.recht):
        raise NietToegestaan(bron.recht.weigering)
    asked = read(request, path)
    known = request.headers.get("if-none-match", "")
    return await wrap_future(WORK.submit(who.account_id, partial(make, bron, asked, request.url.path, known)))


def make(bron: Apibron, asked: Vraagstelling, path: str, known: str) -> Response:
    """Read it and write it, unless it is fixed and was written before; who asks can be the first after a closing."""
    here = read_data_version()
    freeze_what_closed(here)
    key = (database_url(), path, asked, here.line)
    found = FIXED.get(key)
    if found is None:
        with read_session() as session:
            found = answer(session, bron, asked, path)
        if "ETag" in found.headers:
            keep(key, found)
    return found.to(known)


def keep(key: Hashable, found: Apiantwoord) -> None:
    """Keep it for who asks next; in this order no two threads take away more than there is."""
    FIXED[key] = found
    for old in list(FIXED)[: max(len(FIXED) - MOST, 0)]:
        FIXED.pop(old, None)


def who_asks(request: Request) -> Apibezoeker:
    """Return whose token comes along.

    Raises NietAangemeld.
    """
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token.startswith(BEGINS):
        raise NietAangemeld
    with read_session() as session:
        found = by_apitoken(session=session, token=token.strip(), now=system_now())
    if found is None:
        raise NietAangemeld
    return found


def find(path: str) -> tuple[Apibron, dict[str, str]]:
    """Return which resource stands at an address, with what stands in the place of its names.

    Raises Problem.
    """
    for pattern, bron in patterns():
        if match := pattern.match(path):
            return bron, match.groupdict()
    raise Problem(404, f"Dit adres bestaat niet. Wat er is, staat in {DOCUMENT}.")


@cache
def patterns() -> list[tuple[re.Pattern[str], Apibron]]:
    return [(compile_path(PREFIX + each.pad)[0], each) for each in bronnen()]


class ApiV1:
    """Pure ASGI: every method and every address below it is answered here."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await respond(Request(scope, receive))
        await response(scope, receive, send)


API_V1: ASGIApp = ApiV1()
# Starlette would refuse a method that is not named here in plain text.
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ROUTES = [Route(path, API_V1, methods=METHODS) for path in (PREFIX, f"{PREFIX}/{{rest:path}}")]
