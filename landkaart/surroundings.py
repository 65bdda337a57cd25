"""What is read from the surroundings, by name, and where our own content lies; `settings` says what each of them means."""

import os
from enum import StrEnum
from pathlib import Path

CONTENT = Path(__file__).parent / "content"


class Setting(StrEnum):
    """Every name that is read from the surroundings."""

    DATABASE_URL = "DATABASE_URL"
    LANDKAART_PROGRAMMA = "LANDKAART_PROGRAMMA"
    LANDKAART_RESERVEKOPIE = "LANDKAART_RESERVEKOPIE"
    LANDKAART_ADRES = "LANDKAART_ADRES"
    LANDKAART_SLEUTEL = "LANDKAART_SLEUTEL"
    LANDKAART_CONTACT = "LANDKAART_CONTACT"
    LANDKAART_LOG = "LANDKAART_LOG"
    LANDKAART_METRICS = "LANDKAART_METRICS"
    LANDKAART_PROXIES = "LANDKAART_PROXIES"
    LANDKAART_PROXY_STAPPEN = "LANDKAART_PROXY_STAPPEN"
    OIDC_ISSUER = "OIDC_ISSUER"
    OIDC_CLIENT_ID = "OIDC_CLIENT_ID"
    OIDC_CLIENT_SECRET = "OIDC_CLIENT_SECRET"
    OIDC_NAAM = "OIDC_NAAM"
    SMTP_URL = "SMTP_URL"
    SMTP_AFZENDER = "SMTP_AFZENDER"
    IMAP_URL = "IMAP_URL"


def read(setting: Setting) -> str:
    """Return a setting without the spaces around it; empty when it is not set."""
    return os.environ.get(setting, "").strip()
