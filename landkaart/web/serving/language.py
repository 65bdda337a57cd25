"""Streamlit's own page says that it is English, has fixed English texts, and a width of its own: here it becomes ours."""

from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import CONTENT

SCRIPT, TABLES = "/taal/nl.js", "/taal/tabellen.js"
PRINTED = "/taal/afdruk.css"
ENGLISH, DUTCH = b'<html lang="en"', b'<html lang="nl"'
HEAD = b"<head>"
# As wide as reads well, in the middle of a wide screen: 1,180 px and the paddings. `body` wins it from Streamlit's own rule.
PLACES = ",".join(f"body [data-testid={name}]" for name in ("stMainBlockContainer", "stBottomBlockContainer"))
# Links in HTML of our own are as blue as those of Streamlit.
STYLE = f"<style>{PLACES}{{max-width:1212px}}body [data-testid=stHtml] a{{color:#154273}}</style>"

# The script comes before anything of Streamlit's runs: it replaces texts as they appear.
# That of the tables waits for the page.
OURS = f'<script src="{SCRIPT}"></script>{STYLE}'
OURS += f'<script src="{TABLES}" defer></script><link rel="stylesheet" href="{PRINTED}">'


class InDutch:
    """Pure ASGI, between the guard and Streamlit: a document that a browser asks for goes out in Dutch."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            return await self.app(scope, receive, send)
        # Asked for whole and not packed: it is small, and read here. Without `extensions` Starlette sends the bytes
        # themselves, instead of the path of a file for the server to send.
        plain = [(name, value) for name, value in scope["headers"] if name.lower() not in (b"accept-encoding", b"range")]
        await self.app({**scope, "headers": plain, "extensions": {}}, receive, RewriteDocument(send))


class RewriteDocument:
    """Holds a document back until all of it is there, for its length goes first; anything else goes straight on."""

    def __init__(self, send: Send):
        self.send, self.body = send, b""
        # The first message of a document that is held back.
        self.start: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and is_document(message):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self.send_all(self.start)

    async def send_all(self, start: Message) -> None:
        """Send the document in Dutch, with the length that it has now."""
        body = in_dutch(self.body)
        MutableHeaders(scope=start)["content-length"] = str(len(body))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def is_document(start: Message) -> bool:
    """Say whether an answer is a page; a part of one (206) or a mistake is not rewritten."""
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def in_dutch(document: bytes) -> bytes:
    """Return Streamlit's page as ours; our own pages say already that they are Dutch, and stay as they are."""
    if ENGLISH not in document:
        return document
    return document.replace(ENGLISH, DUTCH, 1).replace(HEAD, HEAD + OURS.encode(), 1)


def require_known_page() -> None:
    """Check at the start that Streamlit's page is still the one that is rewritten here.

    Raises OngeldigBestand when it is not.
    """
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    if page.count(ENGLISH) != 1 or page.count(HEAD) != 1:
        raise OngeldigBestand("De pagina van Streamlit is veranderd: de taal erin is zoek. Zet de oude versie terug.")


# By their address: the files, and their Content-Type.
OWN = {
    SCRIPT: (("nl.js", "getypt.js", "meetypen.js"), "text/javascript; charset=utf-8"),
    TABLES: (("tabellen.js",), "text/javascript; charset=utf-8"),
    PRINTED: (("afdruk.css",), "text/css; charset=utf-8"),
}


@cache
def text_of(path: str) -> str:
    """Return a file of ours that goes with every page: Dutch texts and what is done for whoever types, copying, printing."""
    return "\n".join((CONTENT / name).read_text(encoding="utf-8") for name in OWN[path][0])


def send_own(request: Request) -> Response:
    """Answer with it; it is the same for everybody."""
    return Response(text_of(request.url.path), media_type=OWN[request.url.path][1])


ROUTES = [Route(path, send_own, methods=["GET"]) for path in OWN]
