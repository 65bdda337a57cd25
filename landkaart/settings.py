"""What the surroundings may set, read in one place and checked at the start; README.md lists them."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from landkaart.domein.fouten import OngeldigBestand

ROOT = Path(__file__).parent.parent
CONTENT = Path(__file__).parent / "content"
DEFAULT_URL = f"sqlite:///{ROOT / 'var' / 'landkaart.db'}"


@dataclass(frozen=True)
class Oidc:
    """The organisation's own sign-in; `naam` is what the button says."""

    issuer: str
    client_id: str
    client_secret: str
    naam: str


def database_url() -> str:
    """DATABASE_URL, or a file in `var/`."""
    return read("DATABASE_URL") or DEFAULT_URL


def address(port: int = 8501) -> str:
    """LANDKAART_ADRES, without a slash at the end: where visitors find this landkaart. Else this machine, at `port`."""
    found = (read("LANDKAART_ADRES") or f"http://localhost:{port}").rstrip("/")
    parts = urlsplit(found)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise OngeldigBestand("LANDKAART_ADRES is geen adres zoals https://landkaart.voorbeeld.nl.")
    return found


def oidc() -> Oidc | None:
    """OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: all three or none; OIDC_NAAM is what the button says."""
    names = ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
    found = [read(name) for name in names]
    if not any(found):
        return None
    if not all(found):
        raise OngeldigBestand(f"Van {', '.join(names)} ontbreekt er minstens één. Zet ze alle drie, of geen.")
    return Oidc(found[0].rstrip("/"), found[1], found[2], read("OIDC_NAAM") or "uw organisatie")


def read(name: str) -> str:
    return os.environ.get(name, "").strip()
