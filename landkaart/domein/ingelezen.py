"""What a delivery did to one table: which rows came in, and how many there were already."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from landkaart.domein.tertaal import Tertaal


class Rij(NamedTuple):
    """A row as readers know it: what it is about, and of which tertaal, if of one."""

    naam: str
    tertaal: Tertaal | None = None


@dataclass(frozen=True)
class Ingelezen:
    """`gelijk`: how many were there already just so."""

    nieuw: Sequence[Rij] = ()
    gewijzigd: Sequence[Rij] = ()
    gelijk: int = 0

    @property
    def changed(self) -> int:
        return len(self.nieuw) + len(self.gewijzigd)

    @property
    def total(self) -> int:
        return self.changed + self.gelijk
