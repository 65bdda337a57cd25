"""Secrets that people or browsers carry: tokens, and what a password must be."""

import hashlib
import secrets
import unicodedata
from functools import cache
from importlib.resources import files

from landkaart.domein.fouten import OngeldigeInvoer

SHORTEST, LONGEST = 12, 1024
# How long each code of a second factor counts, in seconds.
TOTP_STEP = 30
BASE32 = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def new_token() -> str:
    """Make 256 random bits, fit for a cookie or an address."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """Return what is kept of a token: who reads the database cannot sign in with it. Tokens are random, so no salt."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def is_totp_secret(text: str) -> bool:
    """Say whether a text can be the secret of a second factor: 160 random bits, as an app is told them."""
    return len(text) == 32 and set(text) <= BASE32


def normalised(wachtwoord: str) -> str:
    """Return it in NFC: the same keys give the same password on every machine. Spaces count, also at the ends."""
    return unicodedata.normalize("NFC", wachtwoord)


def require_strong(wachtwoord: str, naam: str, adres: str) -> None:
    """Judge its length and whether it is a known one; no rules about kinds of characters.

    Raises OngeldigeInvoer with what to do.
    """
    length = len(normalised(wachtwoord))
    if not SHORTEST <= length <= LONGEST:
        raise OngeldigeInvoer(f"Kies een wachtwoord van {SHORTEST} tot {LONGEST} tekens, bijvoorbeeld een paar woorden.")
    plain = normalised(wachtwoord).casefold().strip()
    if plain in common_passwords() or len(set(plain)) < 4 or plain in (naam.casefold(), adres.casefold()):
        raise OngeldigeInvoer("Dit wachtwoord is te makkelijk te raden. Kies een paar woorden die niet bij elkaar horen.")


@cache
def common_passwords() -> frozenset[str]:
    text = files("landkaart").joinpath("content/wachtwoorden.txt").read_text(encoding="utf-8")
    return frozenset(line.strip().casefold() for line in text.splitlines() if line.strip() and not line.startswith("#"))
