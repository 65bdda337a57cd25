"""A sheet before it is written: one table with headings that people understand, and what belongs to it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

import pandas as pd

from landkaart.domein.band import Band

# As wide as a column gets, in characters; what is longer goes on on a next line.
WIDEST, NARROWEST = 60, 8
# Beside the heading of a column there is a button to filter it.
BUTTON = 3
# A heading that is longer goes on on a next line.
TWO_LINES = 14


class CelSoort(Enum):
    """How the figures of a column look; a cell that is a text is always a text."""

    TEKST = "tekst"
    GETAL = "getal"
    PROCENT = "procent"  # Kept as a share of 1, shown as a whole per cent.
    PUNTEN = "punten"  # A difference, with its sign.
    DAG = "dag"
    GEMENGD = "gemengd"  # Each cell as it was printed: a number with its own decimals, a per cent, n.b.


class Grafiek(Enum):
    """The chart that stands below a table."""

    GEEN = "geen"
    BANDEN = "banden"
    LIJN = "lijn"


@dataclass(frozen=True)
class Gedrukt:
    """A figure with the decimals that were printed; `is_procent`: kept as a share of 1."""

    waarde: float
    decimalen: int
    is_procent: bool = False


@dataclass(frozen=True)
class BladKolom:
    """`naam` is what the column is called in CSV, `kop` what a reader sees above it."""

    naam: str
    kop: str
    soort: CelSoort = CelSoort.TEKST
    band: Band | None = None


@dataclass(frozen=True)
class Werkblad:
    """`rijen` has per cents as shares of 1, and None where there is nothing; `leeg` says why a cell of it is empty."""

    naam: str  # Of the sheet, at most 31 characters.
    titel: str
    kolommen: Sequence[BladKolom]
    rijen: Sequence[Sequence[Any]]
    totaal: Sequence[Any] | None = None  # A row of its own below the table, which sorting leaves where it is.
    leeg: str = ""
    noten: Sequence[str] = ()
    grafiek: Grafiek = Grafiek.GEEN

    @property
    def width(self) -> int:
        return len(self.kolommen)

    @cached_property
    def widths(self) -> list[int]:
        """Return how wide each column must be, in characters; never more than fits on paper."""
        found = []
        for place, kolom in enumerate(self.kolommen):
            heading = max(map(len, kolom.kop.split())) if len(kolom.kop) > TWO_LINES else len(kolom.kop)
            longest = max([len(text) for row in self.rijen if isinstance(text := row[place], str)], default=0)
            found.append(max(NARROWEST, min(WIDEST, max(heading + BUTTON, longest + 2))))
        return found

    @property
    def stays(self) -> int:
        """Return how many columns at the left stay in sight: the texts that say what a row is about, two at most."""
        found = next((place for place, each in enumerate(self.kolommen) if each.soort is not CelSoort.TEKST), 1)
        return min(max(found, 1), 2)

    @property
    def series(self) -> list[tuple[int, BladKolom]]:
        """Return the columns that a chart draws, each with its place: the counts of the bands, or the average."""
        if self.grafiek is Grafiek.LIJN:
            return [(place, each) for place, each in enumerate(self.kolommen) if each.naam == "gemiddelde"]
        counts = (each.band is not None and each.soort is CelSoort.GETAL for each in self.kolommen)
        return [(place, each) for place, (each, counted) in enumerate(zip(self.kolommen, counts, strict=True)) if counted]

    @property
    def named_by(self) -> int:
        """Return the place of the column that says what each point of the chart is."""
        name = "tertaal" if self.grafiek is Grafiek.LIJN else "mijlpaal"
        return [each.naam for each in self.kolommen].index(name)

    @property
    def table_name(self) -> str:
        """Return the name of the table, by which a formula can call it: "Tabel_3_Mijlpalen"."""
        return re.sub(r"\W", "_", self.naam)


def values_of(table: pd.DataFrame, kolommen: Sequence[BladKolom]) -> list[list[Any]]:
    """Take the rows out of a table, each cell as a sheet keeps it."""
    columns = [cells_of(table[kolom.naam], kolom) for kolom in kolommen]
    return [list(row) for row in zip(*columns, strict=True)]


def cells_of(column: pd.Series, kolom: BladKolom) -> list[Any]:
    """Take the values out of a column, with None for what is missing; per cents as shares, days as days."""
    missing = column.isna().tolist()
    found = column.tolist()
    if kolom.soort is CelSoort.PROCENT:
        return [None if gone else value / 100 for value, gone in zip(found, missing, strict=True)]
    if kolom.soort is CelSoort.DAG:
        return [None if gone else date.fromisoformat(value) for value, gone in zip(found, missing, strict=True)]
    return [None if gone else value for value, gone in zip(found, missing, strict=True)]


def as_labels(rows: Sequence[list[Any]], place: int, labels: Mapping[str, str]) -> None:
    """Put what readers see in the place of codes, in one column."""
    for row in rows:
        row[place] = labels.get(row[place], row[place])
