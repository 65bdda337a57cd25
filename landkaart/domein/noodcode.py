"""Codes with which somebody comes in once when his telephone is gone."""

import hashlib
import secrets

HOW_MANY = 10
# 80 bits: nobody tries them all, not with the hashes in his hands either. Without the letters that look like a figure.
SIGNS, LENGTH, GROUP = "0123456789abcdefghjkmnpqrstvwxyz", 16, 4
LOOKS_LIKE = str.maketrans({"o": "0", "i": "1", "l": "1", "-": None, " ": None})


def new_noodcodes() -> list[str]:
    """Make ten, as somebody writes them down: k3vm-90tz-w7qd-1xhp."""
    plain = ("".join(secrets.choice(SIGNS) for _ in range(LENGTH)) for _ in range(HOW_MANY))
    return ["-".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP)) for code in plain]


def noodcode_hash(account_id: int, code: str) -> str | None:
    """Return what is kept of a code, however it was typed; None for what is none. Another account has another hash of it."""
    plain = code.strip().lower().translate(LOOKS_LIKE)
    if len(plain) != LENGTH or not set(plain) <= set(SIGNS):
        return None
    return hashlib.sha256(f"{account_id} {plain}".encode()).hexdigest()
