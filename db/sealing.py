"""Secrets that must be read again are sealed, with a key that is not in the database.

Whoever gets hold of the database or a backup can then read none of them. The key stands in a setting, or in a file beside
the database that only its owner may read.
"""

import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.engine import file_of
from db.private import OTHERS
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import DEFAULT_URL, KEY, database_url, seal_keys


class Purpose(StrEnum):
    """What is sealed for one purpose is opened for no other: each has a key derived from the one that is kept."""

    TOTP = "totp"  # The secret of a second factor, in the database.
    NEW_TOTP = "nieuwe totp"  # The same before it is turned on, in the page on which that is done.
    OIDC = "oidc"  # What somebody set out with to the organisation's own sign-in, in a cookie.
    POST = "post"  # Signed, not sealed: to whom a mail of ours was.
    UITNODIGING = "uitnodiging"  # The token of an invitation that was handed out as a file, until it runs out.
    SECOND_STEP = "tweede stap"  # Who came back from there, and still has to give a code, in a cookie.


def seal(purpose: Purpose, text: str, now: datetime | None = None) -> str:
    """Return the text as only this landkaart can read it, or make it. `now`: for what must be unsealed in time."""
    found, content = fernets(purpose), text.encode()
    return (found.encrypt(content) if now is None else found.encrypt_at_time(content, int(now.timestamp()))).decode()


def unseal(purpose: Purpose, text: str, lasts: timedelta | None = None, now: datetime | None = None) -> str | None:
    """Return the text; None for what was not sealed with a key of ours, or with `lasts`, sealed longer ago than that."""
    found, sealed = fernets(purpose), text.encode("utf-8", "replace")
    try:
        if lasts is None or now is None:
            return found.decrypt(sealed).decode()
        return found.decrypt_at_time(sealed, int(lasts.total_seconds()), int(now.timestamp())).decode()
    except InvalidToken:
        return None


def is_sealed_anew(purpose: Purpose, text: str) -> bool:
    """Say whether the first key sealed it: when all of them did, the others can go."""
    with suppress(InvalidToken):
        fernet(keys()[0], purpose).decrypt(text.encode())
        return True
    return False


def fernets(purpose: Purpose) -> MultiFernet:
    """Return what seals with the first key, and opens what any of them sealed."""
    return MultiFernet([fernet(key, purpose) for key in keys()])


@cache
def fernet(key: str, purpose: Purpose) -> Fernet:
    return Fernet(urlsafe_b64encode(derived(key, purpose)))


@cache
def derived(key: str, purpose: Purpose) -> bytes:
    """Make from a key that is kept the one for a purpose; 32 bytes."""
    made = HKDF(SHA256(), length=32, salt=None, info=f"SUWI-landkaart {purpose}".encode())
    return made.derive(urlsafe_b64decode(key))


def sign(purpose: Purpose, text: str) -> str:
    """Return a sign of 32 letters that only this landkaart can make of the text."""
    return sign_with(keys()[0], purpose, text)


def is_signed(purpose: Purpose, text: str, made: str) -> bool:
    """Say whether that is the sign of the text, made with any of our keys."""
    return any(hmac.compare_digest(sign_with(key, purpose, text), made) for key in keys())


def sign_with(key: str, purpose: Purpose, text: str) -> str:
    return hmac.digest(derived(key, purpose), text.encode("utf-8", "replace"), "sha256").hex()[:32]


def keys() -> tuple[str, ...]:
    """Return the keys of LANDKAART_SLEUTEL, or else of the file, which is made when it is not there.

    Raises OngeldigBestand.
    """
    return seal_keys() or keys_in(key_file(database_url()))


def has_keys(address: str) -> bool:
    """Say whether there is a key, without making one."""
    return bool(seal_keys()) or key_file(address).exists()


def lost_sentence(lost: int) -> str:
    """Say of how many accounts the second factor cannot be judged any more, and what to do."""
    whose = "1 account" if lost == 1 else f"{lost} accounts"
    return (
        f"De tweede factor van {whose} is verzegeld met een sleutel die er niet meer is. Zet die sleutel terug in "
        f"{key_file(database_url())} of in LANDKAART_SLEUTEL. Is hij kwijt: met een noodcode komt iemand er wel in, en "
        "anders met een herstellink van de beheerder, of van: python -m landkaart toegang --voor ADRES"
    )


def key_file(address: str) -> Path:
    """Return where the key is kept: beside the database, under its name; for one on a server in `var/`."""
    found = file_of(address) or file_of(DEFAULT_URL)
    assert found is not None  # DEFAULT_URL names a file.
    return found.with_suffix(".sleutel")


@cache
def keys_in(path: Path) -> tuple[str, ...]:
    """Return the keys in a file, one a line, the newest on top; it is read once, and made when it is not there.

    Raises OngeldigBestand.
    """
    try:
        if not path.exists():
            make_key_file(path)
        if os.name == "posix" and path.stat().st_mode & OTHERS:
            raise OngeldigBestand(f"Anderen kunnen bij de sleutel in {path}. Geef dat bestand rechten 600: chmod 600 {path}")
        found = tuple(path.read_text(encoding="utf-8").split())
    except OSError as error:
        raise OngeldigBestand(
            f"De sleutel in {path} is niet te lezen of te maken. Pas de rechten aan, of zet LANDKAART_SLEUTEL."
        ) from error
    if not found or not all(map(KEY.fullmatch, found)):
        raise OngeldigBestand(f"In {path} staat geen sleutel. Zet het bestand terug uit een kopie, of verwijder het.")
    return found


def make_key_file(path: Path) -> None:
    """Make a key; the file appears whole, and that of another program that started at the same moment stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".nieuw-", dir=path.parent) as folder:
        made = Path(folder) / path.name
        made.touch(mode=0o600)
        made.write_text(f"{Fernet.generate_key().decode()}\n", encoding="utf-8")
        with made.open("rb") as written:
            os.fsync(written.fileno())
        with suppress(FileExistsError):
            os.link(made, path)
