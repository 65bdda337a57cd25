"""A personal token: with it a program reads what its owner may see."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.rechten import Bevoegdheid
from landkaart.domein.typed_text import clean

# How a token begins: whoever finds one knows of what it is.
BEGINS = "landkaart_"
LASTS = timedelta(days=365)
# So many that work may somebody have.
MOST = 10
LONGEST_NAAM = 80


@dataclass(frozen=True)
class Apitoken:
    """One that works. The token itself is known to its owner alone."""

    id: int
    naam: str
    gemaakt_op: datetime
    verloopt_op: datetime


@dataclass(frozen=True)
class Apibezoeker:
    """Whose token a program brought, and what that account may at this moment."""

    account_id: int
    naam: str
    bevoegdheid: Bevoegdheid


def require_tokennaam(naam: str) -> str:
    """Return it as it is kept.

    Raises OngeldigeInvoer for an empty one.
    """
    found = clean(naam, LONGEST_NAAM)
    if not found:
        raise OngeldigeInvoer(f"Geef het token een naam van ten hoogste {LONGEST_NAAM} tekens, zoals Rapportagesysteem.")
    return found
