"""Argon2id, a few at a time."""

from threading import BoundedSemaphore

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher

from landkaart.domein.credentials import LONGEST, normalised

# Each hash takes 19 MiB and a core for a moment: a crowd of guesses must not take the machine.
AT_A_TIME = BoundedSemaphore(4)
HASHER = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1),))


def make_hash(wachtwoord: str) -> str:
    """Return what is kept of a password: the hash, with its salt and its settings."""
    with AT_A_TIME:
        return HASHER.hash(normalised(wachtwoord))


# Compared with when there is no account or no password: an unknown user takes as long as a wrong password.
NOBODY = make_hash("nobody has this password, and nobody ever will")


def is_right(wachtwoord: str, kept: str | None) -> bool:
    """Say whether a password is the one that was kept; without one (None) it is not, after as much work."""
    with AT_A_TIME:
        try:
            # Cut off: hashing a text of megabytes would be a way to keep the machine busy.
            right = HASHER.verify(normalised(wachtwoord)[: LONGEST + 1], kept or NOBODY)
        except (UnknownHashError, UnicodeError):
            return False
    return right and kept is not None
