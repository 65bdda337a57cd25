"""The second factor: six digits of this half minute (RFC 6238)."""

from datetime import timedelta

import pyotp
import segno

from db.sealing import Purpose, seal, unseal
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import TOTP_STEP
from landkaart.programma.namen import NAAM

# How long a page on which somebody turns it on can stand open.
LASTS = timedelta(hours=1)


def new_secret() -> str:
    """Return 160 random bits, as 32 signs that an app can be told."""
    return pyotp.random_base32()


def sealed(secret: str, account_id: int) -> str:
    """Return a secret as the page of this account takes it along, until a first code shows that an app knows it."""
    return seal(Purpose.NEW_TOTP, f"{account_id} {secret}", system_now())


def unsealed(text: str, account_id: int) -> str | None:
    """Return the secret that a page of this account took along; None for one that we did not make, or too long ago."""
    whose, _, secret = (unseal(Purpose.NEW_TOTP, text, LASTS, system_now()) or "").partition(" ")
    return secret if whose == str(account_id) else None


def step_of(secret: str, code: str) -> int | None:
    """Return the step that a code belongs to, this one or its neighbours (clocks differ); None for a wrong code."""
    if not (code.isascii() and code.isdigit() and len(code) == 6):
        return None
    now, maker = int(system_now().timestamp()) // TOTP_STEP, pyotp.TOTP(secret)
    return next(
        (step for step in (now, now - 1, now + 1) if pyotp.utils.strings_equal(maker.at(step * TOTP_STEP), code)), None
    )


def qr(secret: str, adres: str) -> str:
    """Return an SVG for an app to scan."""
    text = pyotp.TOTP(secret).provisioning_uri(name=adres, issuer_name=NAAM)
    return segno.make(text, error="m").svg_inline(scale=4)
