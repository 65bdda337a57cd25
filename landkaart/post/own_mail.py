"""The Message-ID of our own mail: it tells us apart which mail came back, without anything being kept of it."""

import re

from db.sealing import Purpose, is_signed, sign
from landkaart.domein.credentials import new_token

# A name that is used once, and the sign that it was made for one address.
SHAPE = re.compile(r"<([A-Za-z0-9_-]+)\.([0-9a-f]{32})@[^<>@\s]+>")


def make_message_id(adres: str, domain: str | None) -> str:
    """Make one for a mail to this address; `domain`: of the landkaart."""
    name = new_token()[:16]
    return f"<{name}.{sign(Purpose.POST, of(name, adres))}@{domain or 'localhost'}>"


def is_ours(message_id: str, adres: str) -> bool:
    """Say whether we made it for a mail to this address."""
    found = SHAPE.fullmatch(message_id)
    return found is not None and is_signed(Purpose.POST, of(found[1], adres), found[2])


def of(name: str, adres: str) -> str:
    return f"{name} {adres.lower()}"
