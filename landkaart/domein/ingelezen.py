"""What a delivery did to one table: which rows came in, and how many there were already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from landkaart.domein.tertaal import Tertaal

# Before the code of a mijlpaal: what became another is its toelichting.
OF_TOELICHTING = "toelichting bij "


class Anders(NamedTuple):
    """One thing that became another, as it was and as it is."""

    wat: str  # The name of a column, or the code of a mijlpaal.
    oud: object
    nieuw: object


class Rij(NamedTuple):
    """A row as readers know it: what it is about, of which tertaal, if of one, and what in it became another.

    Of a new row `anders` says what it has, for the kinds in which that matters to who agrees to it.
    """

    naam: str
    tertaal: Tertaal | None = None
    anders: tuple[Anders, ...] = ()


@dataclass(frozen=True)
class Ingelezen:
    """`gelijk`: how many were there already just so; `gesloten`: which stay closed, though their file does not say so."""

    nieuw: Sequence[Rij] = ()
    gewijzigd: Sequence[Rij] = ()
    gelijk: int = 0
    gesloten: Sequence[str] = ()

    @property
    def changed(self) -> int:
        return len(self.nieuw) + len(self.gewijzigd)

    @property
    def total(self) -> int:
        return self.changed + self.gelijk


def differences(oud: Mapping[str, object], nieuw: Mapping[str, object]) -> tuple[Anders, ...]:
    """Return what became another, by name; both have the same names."""
    return tuple(Anders(name, oud[name], value) for name, value in nieuw.items() if oud[name] != value)


def merk_of(found: Mapping[str, Ingelezen]) -> str:
    """Return a mark of what came of a delivery: another one as soon as it does anything else, to whatever row."""
    rows = [(table, *map(list, (rows.nieuw, rows.gewijzigd)), rows.gelijk) for table, rows in sorted(found.items())]
    return sha256(repr(rows).encode()).hexdigest()
