"""Sends Streamlit's own page out as ours: in Dutch, with our scripts, and packed."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from landkaart.screens import Screen
from landkaart.web.program.document import in_dutch, packed
from landkaart.web.program.packing import BROTLI, PLAIN
from landkaart.web.program.sending import accepted


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
        takes = accepted(Headers(scope=scope).get("accept-encoding", ""))
        outgoing = RewriteDocument(send, BROTLI if takes.get(BROTLI) else PLAIN, is_page(scope["path"]))
        await self.app({**scope, "headers": plain, "extensions": {}}, receive, outgoing)


class RewriteDocument:
    """Holds a document back until all of it is there, for its length goes first; anything else goes straight on.

    `known`: whether a page of ours is at the address. Streamlit sends its document from every address, and says only on the
    screen that there is nothing; a program or a link checker is told so by the status.
    """

    def __init__(self, send: Send, encoding: str, known: bool):
        self.send, self.encoding, self.known, self.body = send, encoding, known, b""
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
        """Send the document in Dutch, with the length that it has now; one of our own stays as it is."""
        found, headers = in_dutch(self.body), MutableHeaders(scope=start)
        is_streamlits = found is not self.body
        if is_streamlits and not self.known:
            start["status"] = 404
        if is_streamlits and self.encoding != PLAIN:
            found = packed(found, self.encoding)
            headers.update({"content-encoding": self.encoding, "vary": "Accept-Encoding"})
        headers["content-length"] = str(len(found))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": found})


def is_document(start: Message) -> bool:
    """Say whether an answer is a page; a part of one (206) or a mistake is not rewritten."""
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def is_page(path: str) -> bool:
    """Tell whether there is a page at this address of the site; Streamlit takes a stroke at its end for nothing."""
    return path.strip("/") in ("", *Screen)
