"""A browser in which somebody signed in before: what strangers try on his account does not keep him out there.

A cookie says so (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"): a random name of the browser, and for each
account a signature with what is kept of its password. So nothing is kept here, and a new password makes all of them void.
"""

import hmac
import re
from base64 import urlsafe_b64encode
from datetime import datetime
from hashlib import sha256
from secrets import compare_digest, token_urlsafe
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from db.queries.accounts import BROWSER, Credentials
from landkaart.web.sign_in import cookie
from landkaart.web.sign_in.forms import herkomst

# In days.
LASTS = 180
# A computer may be of several people; who signed in longest ago makes place.
MOST = 8
DAY = 24 * 60 * 60
# Of the browser, and then of each account the day and the signature.
WRITTEN = re.compile(r"([\w-]{22})((?:[.][0-9]{1,6}:[\w-]{22}){1,8})", re.ASCII)


class Place(NamedTuple):
    """Where somebody tries to sign in: the machine, and what his browser keeps."""

    herkomst: str
    kept: str


def place_of(request: Request) -> Place:
    return Place(herkomst(request), request.cookies.get(cookie_name(), ""))


def cookie_name() -> str:
    return "__Host-browser" if cookie.is_secure() else "browser"


def counted_at(place: Place, known: Credentials | None, now: datetime) -> str:
    """Return from where a try is counted: a browser that is known for this account, or else the machine."""
    browser, signed = read(place.kept)
    key = known.wachtwoord if known else None
    for day, given in signed:
        # Worked out for who is not known as well: an answer takes as long.
        right = compare_digest(signature(key or "", browser, day), given)
        if right and key and today(now) - day < LASTS:
            return BROWSER + browser
    return place.herkomst


def remember(response: Response, text: str, known: Credentials, now: datetime) -> Response:
    """Have the browser keep that this account signed in here today."""
    browser, signed = read(text)
    if known.wachtwoord is None:
        return response
    browser = browser or token_urlsafe(16)
    others = [(day, given) for day, given in signed if not compare_digest(signature(known.wachtwoord, browser, day), given)]
    mine = signature(known.wachtwoord, browser, today(now))
    kept = [(today(now), mine), *others][:MOST]
    value = browser + "".join(f".{day}:{given}" for day, given in kept)
    response.set_cookie(
        cookie_name(), value, max_age=LASTS * DAY, path="/", secure=cookie.is_secure(), httponly=True, samesite="strict"
    )
    return response


def read(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Read the cookie: the name of the browser, and who signed in on which day; nothing of what we did not write."""
    found = WRITTEN.fullmatch(text)
    if found is None:
        return "", []
    parts = [part.split(":") for part in found[2].split(".")[1:]]
    return found[1], [(int(day), given) for day, given in parts]


def signature(key: str, browser: str, day: int) -> str:
    made = hmac.digest(b"browser:" + key.encode(), f"{browser}.{day}".encode(), sha256)
    return urlsafe_b64encode(made[:16]).decode().rstrip("=")


def today(now: datetime) -> int:
    return int(now.timestamp()) // DAY
