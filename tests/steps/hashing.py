"""Passwords that are quick to check: a hash as the program makes it costs 40 ms, of which few tests are about."""

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from landkaart.web.sign_in import password_hash

STRONG = {"HASHER": password_hash.HASHER, "NOBODY": password_hash.NOBODY}
HASHER = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
CHEAP = {"HASHER": HASHER, "NOBODY": HASHER.hash("nobody has this password either")}


def hash_with(found: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make and check hashes with `STRONG` or with `CHEAP` from here on."""
    for name, value in found.items():
        monkeypatch.setattr(password_hash, name, value)
