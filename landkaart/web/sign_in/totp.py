"""The second factor: six digits of this half minute (RFC 6238)."""

import pyotp
import segno

from landkaart.domein.clock import system_now

# In seconds.
STEP = 30
BASE32 = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def new_secret() -> str:
    """Return 160 random bits, as 32 signs that an app can be told."""
    return pyotp.random_base32()


def is_secret(text: str) -> bool:
    """Say whether a text can be a secret of ours: it comes back from a form, in which anything may stand."""
    return len(text) == 32 and set(text) <= BASE32


def step_of(secret: str, code: str) -> int | None:
    """Return the step that a code belongs to, this one or its neighbours (clocks differ); None for a wrong code."""
    if not (code.isascii() and code.isdigit() and len(code) == 6):
        return None
    now, maker = int(system_now().timestamp()) // STEP, pyotp.TOTP(secret)
    return next((step for step in (now, now - 1, now + 1) if pyotp.utils.strings_equal(maker.at(step * STEP), code)), None)


def qr(secret: str, adres: str) -> str:
    """Return an SVG for an app to scan."""
    text = pyotp.TOTP(secret).provisioning_uri(name=adres, issuer_name="SUWI-landkaart")
    return segno.make(text, error="m").svg_inline(scale=4)
