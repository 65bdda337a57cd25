"""The day that an invulling is of: what it can be, by the clock, by its tertaal and by the uitvraag of that tertaal.

Who fills in a form does so now, while the uitvraag is open. A file says by itself of which day it is.
"""

from dataclasses import dataclass
from datetime import date, datetime

from landkaart.domein.clock import local_date, midnight
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag, closing, no_uitvraag
from landkaart.programma.namen import TERTAAL, TERTAAL_KOP


@dataclass(frozen=True)
class Ruimte:
    """What a tertaal can hold: from its first day on, or from when its uitvraag counts as current, until it closes.

    `uitgesteld_tot`: until when one werkplein has uitstel. `na_sluiting`: what came too late may come in, while the next
    tertaal runs.
    """

    tertaal: Tertaal
    uitvraag: Uitvraag | None
    uitgesteld_tot: datetime | None = None
    na_sluiting: bool = False

    @property
    def eerste(self) -> date:
        since = local_date(self.uitvraag.actueel_vanaf) if self.uitvraag else self.tertaal.began
        return min(self.tertaal.began, since)

    @property
    def sluit(self) -> datetime:
        """Return the first moment that is too late."""
        moments = [closing(self.tertaal, self.uitvraag)]
        if self.uitvraag and self.uitgesteld_tot:
            moments.append(self.uitgesteld_tot)
        if self.na_sluiting:
            moments.append(midnight(self.tertaal.after().ended))
        return max(moments)

    @property
    def laatste(self) -> date:
        """Return the last day of which at least the beginning is in time."""
        day = local_date(self.sluit)
        return day if midnight(day) < self.sluit else date.fromordinal(day.toordinal() - 1)

    def require(self, day: date) -> None:
        """Judge that an invulling of this tertaal can be of that day.

        Raises OngeldigeInvoer.
        """
        if not self.eerste <= day <= self.laatste:
            span = f"een invulling daarvan is van {self.eerste} tot en met {self.laatste}"
            raise OngeldigeInvoer(f"{day} valt niet in {self.tertaal}: {span}. Kijk de dag en het {TERTAAL} na.")


def require_been(day: date, today: date) -> None:
    """Judge that a day is not still to come.

    Raises OngeldigeInvoer.
    """
    if day > today:
        raise OngeldigeInvoer(f"{day} moet nog komen: het is vandaag {today}. Kijk de dag en het jaar na.")


def require_begun(tertaal: Tertaal, uitvraag: Uitvraag | None, now: datetime) -> None:
    """Judge that a tertaal takes invullingen by now, or did: its uitvraag opened or, without one, it is over.

    Raises OngeldigeInvoer.
    """
    if uitvraag is not None:
        if early := uitvraag.early_because(now):
            raise OngeldigeInvoer(f"{early} Zij opent op {local_date(uitvraag.opent)}.")
    elif now < midnight(tertaal.began):
        raise OngeldigeInvoer(f"{TERTAAL_KOP} {tertaal} is nog niet begonnen. {no_uitvraag(tertaal)}")
    elif now < closing(tertaal, None):
        raise OngeldigeInvoer(f"{TERTAAL_KOP} {tertaal} loopt nog. {no_uitvraag(tertaal)}")
