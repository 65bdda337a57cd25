"""Filling in on behalf: the AKO fills in for a werkplein, with the answers that somebody there gave it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.labelled import Labelled
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean
from landkaart.programma.namen import WERKPLEIN

LONGEST = 120
# What stands in the place of who gave the answers, once that is past its term.
FORGOTTEN = "naam gewist"


class Opgavewijze(Labelled):
    """How the answers came to the AKO; the value is kept."""

    TELEFOON = "telefoon", "Per telefoon"
    PAPIER = "papier", "Op papier"
    BRIEF = "brief", "Per brief"
    BEZOEK = "bezoek", "In een gesprek"
    MAIL = "mail", "Per e-mail"
    WERKMAP = "werkmap", "Als werkmap (Excel)"


@dataclass(frozen=True)
class Opgave:
    """Who gave the answers, and how."""

    wie: str
    hoe: Opgavewijze

    @property
    def zin(self) -> str:
        """Write "J. Jansen, per telefoon"."""
        return f"{self.wie}, {self.hoe.label[:1].lower()}{self.hoe.label[1:]}"


@dataclass(frozen=True)
class Namens:
    """That somebody of the AKO (`door`) fills in for a werkplein (its code) in one tertaal; moments in UTC."""

    id: int
    werkplein: str
    tertaal: Tertaal
    opgave: Opgave
    door: str
    begonnen_op: datetime
    beeindigd_op: datetime | None = None

    @property
    def is_running(self) -> bool:
        return self.beeindigd_op is None


def running(found: Iterable[Namens]) -> dict[tuple[str, Tertaal], Namens]:
    """Return those that run, by werkplein and tertaal."""
    return {(each.werkplein, each.tertaal): each for each in found if each.is_running}


def require_opgave(wie: str | None, hoe: Opgavewijze | None) -> Opgave:
    """Return who gave the answers and how.

    Raises OngeldigeInvoer when one of both is not said.
    """
    found = " ".join(clean(wie or "", LONGEST).split())
    if not found:
        raise OngeldigeInvoer(f"Schrijf op wie van het {WERKPLEIN} de antwoorden geeft.")
    if hoe is None:
        raise OngeldigeInvoer("Kies hoe de antwoorden zijn gegeven.")
    return Opgave(found, hoe)
