"""The headers that go with every answer: what a browser may load, keep and pass on."""

import hashlib
import re
from base64 import b64encode
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

from landkaart.domein.fouten import OngeldigBestand
from landkaart.web.sign_in import cookie

# What a browser may keep: another content has another address.
KEPT = "/omtrek/"
# A script in the page itself, of which the policy must name the hash.
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


@cache
def policy() -> str:
    """Return the Content-Security-Policy: only what this server sends, and the inline script of Streamlit's own page.

    Raises OngeldigBestand when that page is no longer as it was: without the hash of its script nothing would start.
    """
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    found = INLINE.findall(page.read_text(encoding="utf-8"))
    if not found:
        raise OngeldigBestand(
            "De pagina van Streamlit is veranderd: het script erin is niet gevonden. Zet de oude versie terug."
        )
    hashes = " ".join(f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in found)
    return (
        f"default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


def headers(path: str) -> dict[str, str]:
    """Return what goes with an answer from this path; only the program's own files may be kept by a browser."""
    found = {
        "content-security-policy": policy(),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
    }
    if not path.startswith(("/static/", KEPT)):
        found["cache-control"] = "no-store"
    if cookie.is_secure():
        found["strict-transport-security"] = "max-age=31536000; includeSubDomains"
    return found


class AddHeaders:
    """Sends an answer on with these headers, whoever made it."""

    def __init__(self, path: str, send: Send):
        self.path, self.send = path, send
        # Whether the answer has begun: from then on there can be no other.
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            MutableHeaders(scope=message).update(headers(self.path))
        await self.send(message)
