"""The headers that go with every answer: what a browser may load, keep and pass on."""

import hashlib
import re
from base64 import b64encode
from functools import cache
from pathlib import Path

import streamlit

from landkaart.domein.fouten import OngeldigBestand
from landkaart.web.sign_in import cookie

# What a browser may keep: another content has another address.
KEPT = "/omtrek/"
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


@cache
def policy() -> str:
    """Only what this server sends, and the one inline script of Streamlit's own page, by its hash."""
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


def headers(path: str) -> list[tuple[bytes, bytes]]:
    """Only the program's own files may be kept."""
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
    return [(name.encode(), value.encode()) for name, value in found.items()]
