"""A werkplein as the beheerder sees it, and what each of its particulars must be."""

import re
from dataclasses import dataclass
from datetime import date

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.typed_text import clean, is_one_line
from landkaart.programma import programma
from landkaart.programma.namen import WERKPLEIN_KOP

CODE = re.compile("[a-z0-9-]{1,60}")
LONGEST = 120
# Everything on the map lies between these.
BREEDTEGRAAD, LENGTEGRAAD = programma().kaart.breedtegraad, programma().kaart.lengtegraad


@dataclass(frozen=True)
class Contact:
    """Whom to reach at a werkplein; other werkpleinen may see it when `gedeeld`."""

    naam: str
    adres: str
    gedeeld: bool


@dataclass(frozen=True)
class Werkplein:
    """A werkplein, open on the days between `actief_van` and `actief_tot`; an empty one of these sets no limit."""

    code: str
    naam: str
    plaats: str
    gemeente: str
    provincie: str
    arbeidsmarktregio: str
    actief_van: date | None  # The first day that it is open.
    actief_tot: date | None  # The first day that it is closed.
    opgegaan_in: str | None  # The code of the werkplein that it was merged into.
    breedtegraad: float  # Where it is drawn, with the next one.
    lengtegraad: float
    vroeger: tuple[tuple[str, date], ...] = ()  # The names it had and the day until which it had each, oldest first.
    contact: Contact | None = None

    def is_open(self, day: date) -> bool:
        return (self.actief_van is None or self.actief_van <= day) and (self.actief_tot is None or self.actief_tot > day)


@dataclass(frozen=True)
class NieuwWerkplein:
    """What a beheerder fills in of a werkplein that comes; see `checked`."""

    code: str
    naam: str
    plaats: str
    gemeente: str
    provincie: str
    arbeidsmarktregio: str
    breedtegraad: float | None
    lengtegraad: float | None
    actief_van: date | None  # The first day that it is open; None for always.

    def checked(self) -> "NieuwWerkplein":
        """Return the same as it can be kept.

        Raises OngeldigeInvoer.
        """
        return NieuwWerkplein(
            code=require_code(self.code.strip()),
            naam=require_line(self.naam, "een naam"),
            plaats=require_line(self.plaats, "een plaats"),
            gemeente=require_line(self.gemeente, "een gemeente"),
            provincie=require_line(self.provincie, "een provincie"),
            arbeidsmarktregio=require_line(self.arbeidsmarktregio, "een arbeidsmarktregio"),
            breedtegraad=require_degrees(self.breedtegraad, "breedtegraad", BREEDTEGRAAD),
            lengtegraad=require_degrees(self.lengtegraad, "lengtegraad", LENGTEGRAAD),
            actief_van=self.actief_van,
        )


def require_code(text: str) -> str:
    if not CODE.fullmatch(text):
        raise OngeldigeInvoer(
            "Een code heeft 1 tot 60 tekens: kleine letters zonder accent, cijfers en streepjes, zoals alphen-aan-den-rijn."
        )
    return text


def require_line(text: str, what: str) -> str:
    """Return a text on one line, trimmed; `what` names it for the reader: "een naam".

    Raises OngeldigeInvoer.
    """
    try:
        found = clean(text, LONGEST)
    except OngeldigeInvoer as error:
        raise OngeldigeInvoer(f"Vul {what} in die bewaard kan worden. {error}") from error
    if not is_one_line(found):
        raise OngeldigeInvoer(f"Vul {what} in, op één regel.")
    return found


def require_degrees(value: float | None, what: str, between: tuple[float, float]) -> float:
    """Return the value when it lies between them; what is no number does not.

    Raises OngeldigeInvoer.
    """
    lowest, highest = between
    if value is None or not lowest <= value <= highest:
        raise OngeldigeInvoer(f"De {what} ligt op de kaart tussen {lowest} en {highest} graden. Vul zo'n getal in.")
    return value


def require_later_closing(naam: str, actief_van: date | None, actief_tot: date | None) -> None:
    """Judge that a werkplein opens before it closes, where both are known.

    Raises OngeldigeInvoer.
    """
    if actief_van is not None and actief_tot is not None and actief_tot <= actief_van:
        raise OngeldigeInvoer(f"{naam} kan niet sluiten op of vóór de dag dat het opent. Kies een latere dag.")


def require_no_closing(naam: str, actief_tot: date | None) -> None:
    """Judge that no closing is known yet: another one begins with taking it back.

    Raises OngeldigeInvoer.
    """
    if actief_tot is not None:
        raise OngeldigeInvoer(f"{naam} is al gesloten, of heeft al een dag waarop het sluit.")


def closed_because(naam: str, actief_tot: date | None, day: date) -> str | None:
    """Say why a werkplein fills in nothing on a day, in a sentence; None when it does."""
    return f"{WERKPLEIN_KOP} {naam} is gesloten." if actief_tot is not None and actief_tot <= day else None


def require_day(day: date | None) -> date:
    if day is None:
        raise OngeldigeInvoer("Kies een dag.")
    return day
