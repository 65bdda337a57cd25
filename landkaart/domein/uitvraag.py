"""An uitvraag: one survey round, belonging to one tertaal."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.clock import midnight
from landkaart.domein.fouten import Gesloten, OngeldigeInvoer
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import TERTAAL


@dataclass(frozen=True)
class Uitvraag:
    """Moments in UTC. `sluit` is the first moment that is too late; an invulling since `actueel_vanaf` is current.

    `vragen_aan`: whom to ask about it; None says the AKO.
    """

    tertaal: Tertaal
    opent: datetime
    herinnering: datetime
    sluit: datetime
    actueel_vanaf: datetime
    vragen_aan: str | None = None

    def is_open(self, now: datetime, uitgesteld_tot: datetime | None = None) -> bool:
        """Say whether it takes answers. `uitgesteld_tot`: with uitstel, the first moment that is too late."""
        return self.opent <= now < self.closes_for(uitgesteld_tot)

    def closes_for(self, uitgesteld_tot: datetime | None) -> datetime:
        """Return the first moment that is too late. Uitstel never shortens: a closing moved past it holds as well."""
        return max(self.sluit, uitgesteld_tot) if uitgesteld_tot else self.sluit

    def require_open(self, now: datetime, uitgesteld_tot: datetime | None = None) -> None:
        """Judge whether it takes answers.

        Raises Gesloten, with a sentence that says which side of it we are on.
        """
        if early := self.early_because(now):
            raise Gesloten(f"{early} Er is niets opgeslagen.")
        if now >= self.closes_for(uitgesteld_tot):
            also = " en het uitstel is voorbij" if uitgesteld_tot else ""
            raise Gesloten(f"De uitvraag van {self.tertaal} is gesloten{also}. Er is niets opgeslagen.")

    def early_because(self, now: datetime) -> str | None:
        """Say that it did not open yet, in a sentence; None once it did."""
        return f"De uitvraag van {self.tertaal} is nog niet geopend." if now < self.opent else None

    def overlaps(self, other: "Uitvraag") -> bool:
        """Say whether there is a moment at which both are open; one that opens as the other closes does not."""
        return self.opent < other.sluit and other.opent < self.sluit


@dataclass(frozen=True)
class Voortgang:
    """How many of the werkpleinen that an uitvraag is about submitted in its tertaal."""

    ingediend: int
    werkpleinen: int


def require_known(tertaal: Tertaal, known: Collection[Tertaal]) -> None:
    """Judge that there is something to judge: `known` are the tertalen that had an uitvraag or a submission.

    Raises OngeldigeInvoer.
    """
    if tertaal not in known:
        raise OngeldigeInvoer(f"Van {tertaal} is niets bekend. Kies een {TERTAAL} uit de lijst.")


def no_uitvraag(tertaal: Tertaal) -> str:
    """Return the sentence for what needs an uitvraag, where there is none."""
    return f"Er is geen uitvraag voor {tertaal}."


def closing(tertaal: Tertaal, uitvraag: Uitvraag | None) -> datetime:
    """Return when a tertaal's stand is taken: the uitvraag's closing or, without one, the end of the tertaal."""
    return uitvraag.sluit if uitvraag else midnight(tertaal.ended)
