"""Sends the program of a page: packed as the browser can unpack it, once for as long as it is the same."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from threading import Event

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from landkaart.web.program.contents import file_at, knows
from landkaart.web.program.needed import all_texts
from landkaart.web.program.packing import BROTLI, GZIP, PLAIN, by_brotli, by_gzip, pack
from landkaart.web.program.program_file import ProgramFile

# A year: what is at one of these addresses never changes.
KEEP = "public, immutable, max-age=31536000"


class Program:
    """Pure ASGI, in front of Streamlit, which sends its own files as they are, and of what rewrites a page.

    A browser that fetches something beforehand says that it would take a page as well.
    """

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not knows(scope["path"]):
            return await self.app(scope, receive, send)
        # On a thread: the first who asks for a file has it read and packed.
        answer = await asyncio.to_thread(answer_to, scope["path"], Headers(scope=scope))
        await answer(scope, receive, send)


def answer_to(address: str, asked: Headers) -> Response:
    """Return the file, or that the browser has it already."""
    file = file_at(address)
    encoding, body = body_of(file, accepted(asked.get("accept-encoding", "")))
    mark = f'"{file.digest}-{encoding}"'
    headers = {"ETag": mark, "Cache-Control": KEEP, "Vary": "Accept-Encoding"}
    if has_already(mark, asked.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    packed = {} if encoding == PLAIN else {"Content-Encoding": encoding}
    return Response(body, media_type=file.media_type, headers=headers | packed)


def body_of(file: ProgramFile, accepted: Mapping[str, bool]) -> tuple[str, bytes]:
    """Return how it is packed and the bytes: as small as they are there for what a browser accepts."""
    smallest = by_brotli(file) if accepted.get(BROTLI) else None
    if smallest is not None:
        return BROTLI, smallest
    return (GZIP, by_gzip(file)) if accepted.get(GZIP) and file.is_text else (PLAIN, file.plain)


def accepted(header: str) -> dict[str, bool]:
    """Read an Accept-Encoding: which ways of packing a browser can unpack, and which it refuses (`q=0`)."""
    found = {}
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        found[name.strip()] = weight.replace(" ", "").rstrip("0").rstrip(".") not in ("q=", "q=0")
    return found


def has_already(mark: str, if_none_match: str) -> bool:
    return mark in (each.strip().removeprefix("W/") for each in if_none_match.split(","))


@asynccontextmanager
async def packing() -> AsyncIterator[None]:
    """Pack beside the server, from its start on: until that is done, what goes out is packed by gzip."""
    stop = Event()
    task = asyncio.create_task(asyncio.to_thread(pack, all_texts(), stop))
    try:
        yield
    finally:
        stop.set()
        await task
