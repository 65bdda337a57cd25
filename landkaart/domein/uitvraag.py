"""An uitvraag: one survey round, belonging to one tertaal."""

from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.clock import midnight
from landkaart.domein.fouten import Gesloten
from landkaart.domein.tertaal import Tertaal


@dataclass(frozen=True)
class Uitvraag:
    """Moments in UTC. `sluit` is the first moment that is too late; an invulling since `actueel_vanaf` is current."""

    tertaal: Tertaal
    opent: datetime
    herinnering: datetime
    sluit: datetime
    actueel_vanaf: datetime

    def is_open(self, now: datetime) -> bool:
        return self.opent <= now < self.sluit

    def require_open(self, now: datetime) -> None:
        """Raises Gesloten, with a sentence that says which side of it we are on."""
        if now < self.opent:
            raise Gesloten(f"De uitvraag van {self.tertaal} is nog niet geopend. Er is niets opgeslagen.")
        if now >= self.sluit:
            raise Gesloten(f"De uitvraag van {self.tertaal} is gesloten. Er is niets opgeslagen.")


def closing(tertaal: Tertaal, uitvraag: Uitvraag | None) -> datetime:
    """The moment at which a tertaal's stand is taken: the uitvraag's closing or, without one, the end of the tertaal."""
    return uitvraag.sluit if uitvraag else midnight(tertaal.ended)
