"""All that the sheet of one werkplein is made from: plain values, read at one moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.afspraak import Afspraak
from landkaart.domein.geschiedenis import Punt
from landkaart.domein.invulling import Indiening
from landkaart.domein.tertaalbeeld import Tertaalbeeld


@dataclass(frozen=True)
class BladGegevens:
    """What is said of a werkplein with a stand. `nu`: when it was read, by the clock that dates are judged by."""

    beeld: Tertaalbeeld
    code: str
    punten: Sequence[Punt]  # Oldest first; the last one is that of the tertaal.
    nu: datetime
    indiening: Indiening | None = None  # The version on which it stands.
    afspraken: Sequence[Afspraak] | None = None  # None for who may not see them.

    @property
    def naam(self) -> str:
        return self.beeld.namen[self.code]

    @property
    def punt(self) -> Punt:
        """Return where it stands in the tertaal."""
        return self.punten[-1]


@dataclass(frozen=True)
class Bladen:
    """The sheets of all werkpleinen with a stand in a tertaal, by name."""

    bladen: Sequence[BladGegevens]
