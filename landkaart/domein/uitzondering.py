"""Exceptions to an uitvraag, for one werkplein: more time, or no need to answer."""

from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.labelled import Labelled
from landkaart.domein.typed_text import clean
from landkaart.domein.uitvraag import Uitvraag


class VrijstellingSoort(Labelled):
    """The value is kept, `label` is what readers see."""

    VRIJGESTELD = "vrijgesteld"
    GEEN_WIJZIGING = "geen_wijziging", "Geen wijziging"


@dataclass(frozen=True)
class Uitstel:
    """`tot` is the first moment that is too late for this werkplein."""

    tot: datetime
    reden: str
    door: str
    gegeven_op: datetime


@dataclass(frozen=True)
class Vrijstelling:
    soort: VrijstellingSoort
    reden: str
    door: str
    gegeven_op: datetime


def require_later(tot: datetime, uitvraag: Uitvraag, now: datetime) -> datetime:
    """Return the end of an uitstel; one that gives no time is none.

    Raises OngeldigeInvoer.
    """
    if tot <= uitvraag.sluit:
        raise OngeldigeInvoer("Het uitstel eindigt niet na de sluiting van de uitvraag. Kies een later moment.")
    if tot <= now:
        raise OngeldigeInvoer("Het einde van het uitstel is al geweest. Kies een later moment.")
    return tot


def require_reden(text: str | None, limit: int) -> str:
    """Return the reason, trimmed.

    Raises OngeldigeInvoer when there is none.
    """
    found = clean(text or "", limit)
    if not found:
        raise OngeldigeInvoer("Schrijf in het kort waarom. Zo weet een collega het later ook nog.")
    return found
