"""What the surroundings may set, read in one place and checked at the start; README.md lists them."""

import re
from dataclasses import dataclass, field
from email.utils import getaddresses
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import unquote, urlsplit

from landkaart.domein.account import ADDRESS
from landkaart.domein.fouten import OngeldigBestand
from landkaart.domein.koppeling import BETWEEN
from landkaart.surroundings import Setting, read

VERSION = "0.1.0"
ROOT = Path(__file__).parent.parent
DEFAULT_URL = f"sqlite:///{ROOT / 'var' / 'landkaart.db'}"
# As .streamlit/config.toml says; a running server knows better, see landkaart/web/own_address.py.
DEFAULT_PORT = 8501
# The names under which a machine finds itself: nobody in between can listen.
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
# A key that seals: 32 random bytes, written as Fernet of the package cryptography does.
KEY = re.compile(r"[A-Za-z0-9_-]{43}=")


@dataclass(frozen=True)
class Proxies:
    """Which machines are believed when they say for whom they ask, and how many of them stand behind each other."""

    networks: tuple[IPv4Network | IPv6Network, ...] = ()
    steps: int = 1


@dataclass(frozen=True)
class Oidc:
    """The organisation's own sign-in."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    # What its button says.
    naam: str


@dataclass(frozen=True)
class Afzender:
    """From whom mails come."""

    naam: str
    adres: str


@dataclass(frozen=True)
class Smtp:
    """The mail server that sends."""

    host: str
    port: int
    # Encrypted from the first byte on; else by STARTTLS, where the server offers it.
    tls: bool
    # Empty: nobody signs in there.
    gebruiker: str
    wachtwoord: str = field(repr=False)
    afzender: Afzender


@dataclass(frozen=True)
class Imap:
    """The mailbox in which mail that came back arrives."""

    host: str
    port: int
    # Encrypted from the first byte on; else by STARTTLS, where the server offers it.
    tls: bool
    gebruiker: str
    wachtwoord: str = field(repr=False)
    # The folder in it.
    map: str


def database_url() -> str:
    """Return DATABASE_URL, or else the address of a file in `var/`."""
    return read(Setting.DATABASE_URL) or DEFAULT_URL


def backup_folder() -> Path | None:
    """Return LANDKAART_RESERVEKOPIE: where backups are made each night and before each migration; None when they are not."""
    folder = read(Setting.LANDKAART_RESERVEKOPIE)
    return Path(folder) if folder else None


def seal_keys() -> tuple[str, ...]:
    """Return LANDKAART_SLEUTEL: the keys that seal secrets, the newest first; none when they stand in a file.

    Raises OngeldigBestand.
    """
    found = tuple(read(Setting.LANDKAART_SLEUTEL).replace(",", " ").split())
    if not all(map(KEY.fullmatch, found)):
        raise OngeldigBestand(
            "LANDKAART_SLEUTEL is geen sleutel van 44 tekens. Maak er een met: "
            'python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
        )
    return found


def address(port: int = DEFAULT_PORT) -> str:
    """Return where visitors find this landkaart, without a slash at the end: LANDKAART_ADRES, else this machine at `port`.

    Raises OngeldigBestand for what is not the root of a site.
    """
    found = (read(Setting.LANDKAART_ADRES) or f"http://{THIS_MACHINE[0]}:{port}").rstrip("/")
    parts = urlsplit(found)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise OngeldigBestand("LANDKAART_ADRES is geen adres zoals https://landkaart.voorbeeld.nl.")
    return found


def contact() -> str | None:
    """Return LANDKAART_CONTACT as an address to follow, where a weakness can be reported: `mailto:…` or `https://…`.

    None without it.

    Raises OngeldigBestand.
    """
    found = read(Setting.LANDKAART_CONTACT)
    if ADDRESS.fullmatch(found.lower()) and found.isascii():
        return f"mailto:{found}"
    if found and not (found.startswith("https://") and urlsplit(found).hostname and found.isascii() and found.isprintable()):
        raise OngeldigBestand("LANDKAART_CONTACT is geen e-mailadres en geen adres dat begint met https://.")
    return found or None


def logs_json() -> bool:
    """Tell whether LANDKAART_LOG asks for a log that programs read.

    Raises OngeldigBestand for a form that there is not.
    """
    found = read(Setting.LANDKAART_LOG) or "tekst"
    if found not in ("tekst", "json"):
        raise OngeldigBestand("LANDKAART_LOG is tekst of json.")
    return found == "json"


def metrics() -> tuple[str, int] | None:
    """Return LANDKAART_METRICS: an address of this machine and a port. A port alone is for this machine; without it None.

    Raises OngeldigBestand.
    """
    found = read(Setting.LANDKAART_METRICS)
    if not found:
        return None
    host, _, port = found.rpartition(":")
    if not re.fullmatch(r"[1-9]\d{0,4}", port, re.ASCII) or int(port) > 65_535 or ("/" in host):
        raise OngeldigBestand("LANDKAART_METRICS is geen poort of adres met een poort, zoals 9100 of 10.0.0.5:9100.")
    return host.strip("[]") or "127.0.0.1", int(port)


def proxies() -> Proxies:
    """Return the proxies that are believed, of LANDKAART_PROXIES and LANDKAART_PROXY_STAPPEN; none without the first.

    Raises OngeldigBestand for what is no address, no network or no number.
    """
    return read_proxies(read(Setting.LANDKAART_PROXIES), read(Setting.LANDKAART_PROXY_STAPPEN) or "1")


@lru_cache(maxsize=4)
def read_proxies(names: str, steps: str) -> Proxies:
    try:
        networks = tuple(ip_network(name) for name in re.split(r"[,\s]+", names) if name)
    except ValueError as error:
        raise OngeldigBestand(
            "LANDKAART_PROXIES noemt geen adressen of netwerken zoals 10.0.0.5, 10.1.0.0/16. Noem alleen uw eigen proxy's."
        ) from error
    if not re.fullmatch("[1-9]", steps):
        raise OngeldigBestand("LANDKAART_PROXY_STAPPEN is geen aantal van 1 tot en met 9.")
    return Proxies(networks, int(steps))


def oidc() -> Oidc | None:
    """Return the organisation's own sign-in; None when nothing of it is set.

    Raises OngeldigBestand when some of what it needs is.
    """
    names = (Setting.OIDC_ISSUER, Setting.OIDC_CLIENT_ID, Setting.OIDC_CLIENT_SECRET)
    issuer, client_id, client_secret = found = [read(name) for name in names]
    if not any(found):
        return None
    if not all(found):
        raise OngeldigBestand(f"Van {', '.join(names)} ontbreekt er minstens één. Zet ze alle drie, of geen.")
    if BETWEEN in issuer or not issuer.isprintable() or " " in issuer:
        raise OngeldigBestand("OIDC_ISSUER is geen adres zoals https://aanmelden.voorbeeld.nl.")
    return Oidc(issuer.rstrip("/"), client_id, client_secret, read(Setting.OIDC_NAAM) or "uw organisatie")


def smtp() -> Smtp | None:
    """Return the mail server of SMTP_URL; None without it: mails are then handed out as files.

    Raises OngeldigBestand for what cannot be worked with, SMTP_AFZENDER and LANDKAART_ADRES included.
    """
    url = read(Setting.SMTP_URL)
    if not url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        # A port that is no number: refused below, as what has no host at all.
        parts, port = urlsplit(""), None
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise OngeldigBestand("SMTP_URL is geen adres zoals smtps://gebruiker:wachtwoord@mail.voorbeeld.nl:465.")
    if bool(parts.username) != bool(parts.password):
        raise OngeldigBestand(
            "In SMTP_URL staat een gebruiker zonder wachtwoord, of andersom. Noem ze beide, of geen van beide."
        )
    if not read(Setting.LANDKAART_ADRES):
        raise OngeldigBestand("Zet bij SMTP_URL ook LANDKAART_ADRES: anders weten de links in een e-mail de weg niet.")
    usual = 465 if parts.scheme == "smtps" else 587 if parts.username else 25
    who = (unquote(parts.username or ""), unquote(parts.password or ""))
    return Smtp(parts.hostname, port or usual, parts.scheme == "smtps", *who, afzender())


def imap() -> Imap | None:
    """Return the mailbox of IMAP_URL; None without it: an address where no mail arrives is then marked by hand alone.

    Raises OngeldigBestand for what cannot be worked with.
    """
    url = read(Setting.IMAP_URL)
    if not url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    folder = unquote(parts.path.strip("/")) or "INBOX"
    known = parts.scheme in ("imap", "imaps") and parts.hostname and parts.username and parts.password
    if not known or parts.query or not folder.isascii() or not folder.isprintable() or '"' in folder:
        raise OngeldigBestand("IMAP_URL is geen adres zoals imaps://gebruiker:wachtwoord@mail.voorbeeld.nl/INBOX.")
    if not read(Setting.SMTP_URL):
        raise OngeldigBestand("Zet bij IMAP_URL ook SMTP_URL: zonder mailserver gaat er niets weg dat kan terugkomen.")
    usual = 993 if parts.scheme == "imaps" else 143
    who = (unquote(parts.username or ""), unquote(parts.password or ""))
    return Imap(parts.hostname or "", port or usual, parts.scheme == "imaps", *who, folder)


def can_mail() -> bool:
    """Say whether a mail server is set; whether there is any working with it is judged by `smtp`, at the start."""
    return bool(read(Setting.SMTP_URL))


def afzender() -> Afzender:
    """Return from whom mails come, read from SMTP_AFZENDER.

    Raises OngeldigBestand without it, for more than one, and for what could add a line to the head of a mail.
    """
    text = read(Setting.SMTP_AFZENDER)
    found = getaddresses([text])
    naam, adres = found[0] if len(found) == 1 else ("", "")
    if not ADDRESS.fullmatch(adres.lower()) or not adres.isascii() or not text.isprintable():
        raise OngeldigBestand("Zet bij SMTP_URL ook SMTP_AFZENDER, zoals: Landkaart <landkaart@voorbeeld.nl>.")
    return Afzender(naam, adres)
