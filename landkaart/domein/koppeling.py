"""Who somebody is to the organisation's own sign-in: an issuer, and the subject by which it knows him."""

from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.fouten import OngeldigeInvoer

# No issuer has this sign in it, so what is kept reads in one way only.
BETWEEN = "|"
LONGEST_SUBJECT = 255


@dataclass(frozen=True)
class Koppeling:
    """The identity that an account belongs to; `sinds` is None for one from before that was kept."""

    uitgever: str
    onderwerp: str
    sinds: datetime | None


def identity(uitgever: str, onderwerp: object) -> str:
    """Return what is kept of an identity: found by both, so the same subject of another issuer is somebody else.

    Raises OngeldigeInvoer for a subject that is none (OpenID Connect Core 1.0, 2: at most 255 signs of ASCII).
    """
    plain = isinstance(onderwerp, str) and onderwerp.isascii() and onderwerp.isprintable()
    if not plain or not 0 < len(str(onderwerp)) <= LONGEST_SUBJECT:
        raise OngeldigeInvoer("Uw organisatie geeft niet door wie u bent. Vraag de beheerder om hulp.")
    return f"{uitgever}{BETWEEN}{onderwerp}"


def as_koppeling(kept: str | None, sinds: datetime | None) -> Koppeling | None:
    """Read what is kept of an identity."""
    if kept is None:
        return None
    uitgever, _, onderwerp = kept.partition(BETWEEN)
    return Koppeling(uitgever, onderwerp, sinds)
