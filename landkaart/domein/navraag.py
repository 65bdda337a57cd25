"""A navraag: the AKO asks a werkplein about one mijlpaal, or about its whole invulling. It never changes a score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.domein.labelled import Labelled
from landkaart.domein.namens import Opgave
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean
from landkaart.programma.namen import AKO, WERKPLEIN

LONGEST = 2000


class NavraagStatus(Labelled):
    """Whose turn it is; in the order in which it goes."""

    OPEN = "open", "Wacht op antwoord"
    BEANTWOORD = "beantwoord"
    GESLOTEN = "gesloten"


@dataclass(frozen=True)
class Navraag:
    """`werkplein` and `mijlpaal` are codes; no `mijlpaal`: about the whole invulling of that tertaal. Moments in UTC."""

    id: int
    werkplein: str
    tertaal: Tertaal
    mijlpaal: str | None
    tekst: str
    door: str
    gesteld_op: datetime
    antwoord: str | None = None
    beantwoord_door: str | None = None
    beantwoord_op: datetime | None = None
    gesloten_door: str | None = None
    gesloten_op: datetime | None = None
    # Where the AKO wrote the answer down on behalf of the werkplein.
    opgave: Opgave | None = None

    @property
    def status(self) -> NavraagStatus:
        if self.gesloten_op is not None:
            return NavraagStatus.GESLOTEN
        return NavraagStatus.OPEN if self.antwoord is None else NavraagStatus.BEANTWOORD

    @property
    def over(self) -> str:
        """Say what it is about, as readers call it."""
        return catalogus()[self.mijlpaal].titel if self.mijlpaal else f"Heel {self.tertaal}"


class AndersBeantwoord(Fout):
    """A colleague answered, or the AKO closed it, since it was shown."""

    def __init__(self, navraag: Navraag):
        said = f"‘{navraag.antwoord}’ ({navraag.beantwoord_door})" if navraag.antwoord else "niets meer"
        super().__init__(f"Intussen staat er een ander antwoord: {said}. Het uwe is niet opgeslagen; pas het zo nodig aan.")


def per_status(navragen: Iterable[Navraag]) -> dict[NavraagStatus, int]:
    """Count them; every status is there."""
    found = dict.fromkeys(NavraagStatus, 0)
    for each in navragen:
        found[each.status] += 1
    return found


def in_turn(navragen: Iterable[Navraag]) -> list[Navraag]:
    """Sort them: what waits for an answer first, then what waits for the AKO, then what is closed; the latest first."""
    order = list(NavraagStatus)
    newest = sorted(navragen, key=lambda each: (each.gesteld_op, each.id), reverse=True)
    return sorted(newest, key=lambda each: order.index(each.status))


def require_navraag(text: str | None) -> str:
    """Return the question, trimmed.

    Raises OngeldigeInvoer when there is none.
    """
    found = clean(text or "", LONGEST)
    if not found:
        raise OngeldigeInvoer(f"Schrijf op wat u het {WERKPLEIN} wilt vragen.")
    return found


def require_antwoord(text: str | None) -> str:
    """Return the answer, trimmed.

    Raises OngeldigeInvoer when there is none.
    """
    found = clean(text or "", LONGEST)
    if not found:
        raise OngeldigeInvoer("Schrijf het antwoord op.")
    return found


def require_not_closed(navraag: Navraag) -> None:
    """Judge that the AKO did not close it.

    Raises OngeldigeInvoer.
    """
    if navraag.status is NavraagStatus.GESLOTEN:
        raise OngeldigeInvoer(f"Deze navraag is gesloten door het {AKO}: een antwoord is niet meer nodig.")
