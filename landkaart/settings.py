"""What the surroundings may set, read in one place and checked at the start; README.md lists them."""

import os
from dataclasses import dataclass, field
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

from landkaart.domein.account import ADDRESS
from landkaart.domein.fouten import OngeldigBestand

VERSION = "0.1.0"
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


@dataclass(frozen=True)
class Afzender:
    """From whom mails come."""

    naam: str
    adres: str


@dataclass(frozen=True)
class Smtp:
    """The mail server; `tls`: from the first byte on, else by STARTTLS. Without `gebruiker` nobody signs in."""

    host: str
    port: int
    tls: bool
    gebruiker: str
    wachtwoord: str = field(repr=False)
    afzender: Afzender


def database_url() -> str:
    """DATABASE_URL, or a file in `var/`."""
    return read("DATABASE_URL") or DEFAULT_URL


def backup_folder() -> Path | None:
    """LANDKAART_RESERVEKOPIE: where backups are made each night and before each migration; none, and they are not made."""
    folder = read("LANDKAART_RESERVEKOPIE")
    return Path(folder) if folder else None


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


def smtp() -> Smtp | None:
    """SMTP_URL, with SMTP_AFZENDER and LANDKAART_ADRES, which it needs; none, and mails are handed out as files."""
    url = read("SMTP_URL")
    if not url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise OngeldigBestand("SMTP_URL is geen adres zoals smtps://gebruiker:wachtwoord@mail.voorbeeld.nl:465.")
    if bool(parts.username) != bool(parts.password):
        raise OngeldigBestand(
            "In SMTP_URL staat een gebruiker zonder wachtwoord, of andersom. Noem ze beide, of geen van beide."
        )
    if not read("LANDKAART_ADRES"):
        raise OngeldigBestand("Zet bij SMTP_URL ook LANDKAART_ADRES: anders weten de links in een e-mail de weg niet.")
    usual = 465 if parts.scheme == "smtps" else 587 if parts.username else 25
    who = (unquote(parts.username or ""), unquote(parts.password or ""))
    return Smtp(parts.hostname, port or usual, parts.scheme == "smtps", *who, afzender())


def afzender() -> Afzender:
    text = read("SMTP_AFZENDER")
    naam, adres = parseaddr(text)
    if not ADDRESS.fullmatch(adres.lower()) or not adres.isascii() or not text.isprintable():
        raise OngeldigBestand("Zet bij SMTP_URL ook SMTP_AFZENDER, zoals: Landkaart <landkaart@voorbeeld.nl>.")
    return Afzender(naam, adres)


def read(name: str) -> str:
    return os.environ.get(name, "").strip()
