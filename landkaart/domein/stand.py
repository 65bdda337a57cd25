"""Where the werkpleinen stand in one tertaal: a matrix of bands with labels on both sides."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.rounding import shares

EDGES = np.array([band.edge for band in Band], dtype="int32")
BANDS = pd.Index([band.code for band in Band])
TOTAAL = "totaal"
TOTAL_ROW = pd.Index([TOTAAL])


@dataclass(frozen=True)
class Verdeling:
    """How `n` werkpleinen spread over the bands, for some rows (the total, fasen or mijlpalen).

    `gemiddelde`: float64, shape (rows,), exact, in per cent; NaN when n is 0.
    `aantal`: int64, shape (rows, 4), columns the codes of the bands; each row adds up to n.
    """

    n: int
    gemiddelde: pd.Series
    aantal: pd.DataFrame

    @property
    def aandeel(self) -> pd.DataFrame:
        """Return the share of the werkpleinen in whole per cents, rounded half up; Int64, missing when n is 0."""
        counts = self.aantal.to_numpy()
        empty = np.full(counts.shape, np.nan)
        return pd.DataFrame(shares(counts, self.n) if self.n else empty, self.aantal.index, BANDS, dtype="Int64")


@dataclass(frozen=True)
class Stand:
    """`bands` is int8, shape (n werkpleinen, 14 mijlpalen in catalogue order), labelled by code; every answer is there."""

    bands: pd.DataFrame

    @property
    def n(self) -> int:
        return len(self.bands)

    @cached_property
    def points(self) -> np.ndarray:
        """Return what each answer counts for; int32, shape (n, 14). Sums of these are exact, sums of means are not."""
        points: np.ndarray = EDGES[self.bands.to_numpy()]
        return points

    @cached_property
    def totals(self) -> np.ndarray:
        """Return the points of each werkplein over its 14 mijlpalen; int64, shape (n,), so that they compare exactly."""
        totals: np.ndarray = self.points.sum(axis=1)
        return totals

    def sums(self) -> pd.Series:
        """Return the totals, by code of the werkplein."""
        return pd.Series(self.totals, self.bands.index)

    def scores(self) -> pd.Series:
        """Return the total score of each werkplein, in per cent, exact; shape (n,)."""
        return self.sums() / self.bands.shape[1]

    def bands_of(self, code: str) -> dict[str, Band]:
        """Return the 14 answers of one werkplein, by code of the mijlpaal.

        Raises KeyError when it has no stand.
        """
        return {
            mijlpaal: Band(band)
            for mijlpaal, band in zip(self.bands.columns, self.bands.loc[[code]].to_numpy()[0].tolist(), strict=True)
        }

    def average(self) -> float | None:
        """Return the mean of the total scores, exact, in per cent; None when no werkplein has a stand."""
        return float(self.totals.sum() / self.points.size) if self.n else None

    def among(self, werkpleinen: Collection[str]) -> "Stand":
        """Return the stand of some of them: a region is counted by the functions that count the country."""
        return Stand(self.bands.loc[self.bands.index.isin(list(werkpleinen))])

    def totaal(self) -> Verdeling:
        return verdeling_of(self.totals[:, None], self.bands.shape[1], TOTAL_ROW)

    def per_fase(self) -> Verdeling:
        """Count the fasen; bands come from each werkplein's own mean over the fase, not from adding up mijlpalen."""
        labels, starts, sizes = fase_columns()
        return verdeling_of(np.add.reduceat(self.points, starts, axis=1), sizes, labels)

    def totaal_and_fasen(self) -> Verdeling:
        """Count the rows of table 2: the total first."""
        total, fase_columns = self.totaal(), self.per_fase()
        means, counts = (
            pd.concat([total.gemiddelde, fase_columns.gemiddelde]),
            pd.concat([total.aantal, fase_columns.aantal]),
        )
        return Verdeling(self.n, means, counts)

    def per_mijlpaal(self) -> Verdeling:
        return verdeling_of(self.points, 1, self.bands.columns)

    def bands_on(self, row: str) -> pd.Series:
        """Return the band of each werkplein on one row: the total, a fase (by naam) or a mijlpaal (by code); int8."""
        points = self.points[:, columns_of(row)]
        reached = np.digitize(points.sum(axis=1), EDGES[1:] * points.shape[1])
        return pd.Series(reached.astype("int8"), self.bands.index)

    def who(self, row: str, band: Band) -> list[str]:
        """Return the werkpleinen behind a count, by code."""
        bands = self.bands_on(row)
        return list(bands.index[bands == band])


def verdeling_of(sums: np.ndarray, sizes: np.ndarray | int, labels: pd.Index) -> Verdeling:
    """Count the bands and take the means of each row.

    `sums`: points of each werkplein on each row, shape (n, rows); `sizes`: over how many mijlpalen they were summed.
    """
    n = len(sums)
    at_least = np.array([np.count_nonzero(sums >= edge * sizes, axis=0) for edge in EDGES[1:]])
    counts = -np.diff(at_least, axis=0, prepend=n, append=0)
    # One division of whole numbers: the mean of means would carry rounding, and 67 could come out as 66.99….
    means = sums.sum(axis=0) / (n * sizes) if n else np.full(len(labels), np.nan)
    return Verdeling(n, pd.Series(means, labels), pd.DataFrame(counts.T, labels, BANDS))


@cache
def fase_columns() -> tuple[pd.Index, np.ndarray, np.ndarray]:
    """Return the names of the fasen, where each begins among the 14 columns, and how many mijlpalen it has."""
    sizes = np.array([len(fase.mijlpalen) for fase in catalogus().fasen], dtype="int32")
    return pd.Index([fase.naam for fase in catalogus().fasen]), np.cumsum(sizes) - sizes, sizes


@cache
def columns_of(row: str) -> slice:
    """Return the columns that a row of a table is the mean of.

    Raises KeyError for a row that does not exist.
    """
    rows: dict[str, slice] = {TOTAAL: slice(None)} | {
        code: slice(place, place + 1) for place, code in enumerate(catalogus().codes)
    }
    rows |= {naam: slice(start, start + size) for naam, start, size in zip(*fase_columns(), strict=True)}
    return rows[row]


def empty_stand() -> Stand:
    """Return the stand in which nobody has submitted yet."""
    return Stand(pd.DataFrame(np.empty((0, len(catalogus().codes)), "int8"), pd.Index([], dtype="str"), catalogus().codes))
