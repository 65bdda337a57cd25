"""Each request has a number, which goes out with its answer and stands in every line of the log that it leaves.

What is noted of one is what kind it was, how it ended and how long it took: no path as it was asked, for a link that lets
somebody in or an address could stand in it, and nobody but the number of an account.
"""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from time import perf_counter
from typing import Any

from starlette.types import Message, Scope, Send

from landkaart.screens import PlainPage, Screen
from landkaart.web.serving import metrics

logger = logging.getLogger(__name__)
# Of the request that is being answered; empty outside one.
NUMBER: ContextVar[str] = ContextVar("verzoek", default="")
HEADER = b"x-request-id"
# What is asked, by how its path begins: the first that fits.
KINDS = {
    "/static/": "program",
    "/_stcore/stream": "socket",
    "/_stcore/upload": "upload",
    "/_stcore/": "streamlit",
    "/media/": "media",
    "/api/": "api",
    "/download/": "download",
    PlainPage.TOEGANG: "link",
    PlainPage.INLOGGEN: "sign_in",
    PlainPage.ACCOUNT: "account",
    "/oidc/": "sign_in",
    "/gezond": "health",
    "/gereed": "health",
}


def kind_of(path: str) -> str:
    """Return what kind of request it is: one of a few words, never what a stranger wrote."""
    if path.strip("/") in ("", *Screen):
        return "page"
    return next((kind for beginning, kind in KINDS.items() if path.startswith(beginning)), "other")


@contextmanager
def numbered() -> Iterator[str]:
    """Give the request that is answered in here a number."""
    number = secrets.token_hex(6)
    kept = NUMBER.set(number)
    try:
        yield number
    finally:
        NUMBER.reset(kept)


class Watched:
    """Sends an answer on with the number of its request, and remembers its status; 0 as long as there is none."""

    def __init__(self, send: Send, number: str):
        self.send, self.number, self.status = send, number.encode(), 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": [*message.get("headers", ()), (HEADER, self.number)]}
        elif message["type"] == "websocket.accept":
            self.status = 101
        await self.send(message)


@contextmanager
def noted(scope: Scope, watched: Watched) -> Iterator[dict[str, Any]]:
    """Count and log the request that is answered in here; under "account" it may be said whose it was."""
    began, of_whom = perf_counter(), dict[str, Any]()
    method, kind = scope.get("method", "GET"), kind_of(scope["path"])
    is_socket = scope["type"] == "websocket"
    try:
        with metrics.OPEN_PAGES.track_inprogress() if is_socket else nullcontext():
            yield of_whom
    finally:
        took = perf_counter() - began
        metrics.count(kind, method, watched.status, took)
        found = {"method": method, "kind": kind, "status": watched.status, "ms": round(1000 * took, 1), **of_whom}
        logger.debug("%s %s: %s", method, kind, watched.status, extra={"fields": found})
