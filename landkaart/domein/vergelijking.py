"""Two stands beside each other: who rose, who fell, what drove it, from which band to which."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.labelled import Labelled
from landkaart.domein.stand import BANDS, TOTAAL, Stand, columns_of


class Richting(Labelled):
    """Decided on the exact scores; a werkplein without an earlier stand is new, never equal."""

    VOORUIT = "vooruit"
    GELIJK = "gelijk"
    ACHTERUIT = "achteruit"
    NIEUW = "nieuw"

    @classmethod
    def between(cls, before: Band, now: Band) -> "Richting":
        """Return which way it is from one band to another."""
        if before == now:
            return cls.GELIJK
        return cls.VOORUIT if now > before else cls.ACHTERUIT

    @property
    def colour(self) -> str:
        """Return a colour that is none of the bands' own; never shown without `sign`."""
        return LOOKS[self][0]

    @property
    def colour_in_the_dark(self) -> str:
        """Return the same on a dark screen."""
        return LOOKS[self][1]

    @property
    def sign(self) -> str:
        return LOOKS[self][2]

    @property
    def signed(self) -> str:
        return f"{self.sign} {self.label}"


LOOKS = {
    Richting.VOORUIT: ("#154273", "#9cc3f0", "↑"),
    Richting.GELIJK: ("#8a8a8a", "#a3a3a3", "="),
    Richting.ACHTERUIT: ("#a3195b", "#f07fb3", "↓"),
    Richting.NIEUW: ("#5e5a52", "#b9b3a6", "+"),
}

# By the sign of the change plus one, and the new ones last.
KINDS = (Richting.ACHTERUIT, Richting.GELIJK, Richting.VOORUIT, Richting.NIEUW)
NAMES = pd.array([richting.value for richting in KINDS], dtype="str")


@dataclass(frozen=True)
class Vergelijking:
    """`vorig` is any earlier stand; who left since appears in `verdwenen` only."""

    vorig: Stand
    nu: Stand

    @cached_property
    def rows(self) -> tuple[np.ndarray, np.ndarray]:
        """Return where the werkpleinen with a stand in both have their row, in `vorig` and in `nu`; both of shape (n,)."""
        found = self.vorig.bands.index.get_indexer(self.nu.bands.index)
        return found[found >= 0], np.flatnonzero(found >= 0)

    @property
    def in_both(self) -> pd.Index:
        """Return the werkpleinen with a stand in both, by code, in the order of `nu`."""
        return self.nu.bands.index[self.rows[1]]

    @property
    def verdwenen(self) -> list[str]:
        """Return who had a stand then and has none now, by code."""
        return list(self.vorig.bands.index[~self.vorig.bands.index.isin(self.nu.bands.index)])

    @cached_property
    def changes(self) -> np.ndarray:
        """Return the points that each of `in_both` won or lost on each mijlpaal; int32, shape (n, 14)."""
        was, now = self.rows
        changes: np.ndarray = self.nu.points[now] - self.vorig.points[was]
        return changes

    def among(self, werkpleinen: Collection[str]) -> "Vergelijking":
        """Compare some of them: what moved those that fell is counted by what counts the country."""
        return Vergelijking(self.vorig.among(werkpleinen), self.nu.among(werkpleinen))

    def per_werkplein(self) -> pd.DataFrame:
        """Give a row per werkplein of `nu`: score_vorig, score, verschil (shown figures, Int64) and richting (text).

        `verschil` is the difference of the two shown figures, so that a reader who subtracts finds the same.
        """
        index = self.nu.bands.index
        exact = {"score_vorig": self.vorig.scores().reindex(index), "score": self.nu.scores()}
        scores = pd.DataFrame({name: np.floor(column).astype("Int64") for name, column in exact.items()})
        scores["verschil"] = scores["score"] - scores["score_vorig"]
        scores["richting"] = self.richtingen()
        return scores

    @cached_property
    def kinds(self) -> np.ndarray:
        """Return for every werkplein of `nu` the place of its richting in KINDS; shape (n,)."""
        was, now = self.rows
        kinds = np.full(self.nu.n, KINDS.index(Richting.NIEUW))
        kinds[now] = np.sign(self.nu.totals[now] - self.vorig.totals[was]) + 1
        return kinds

    def richtingen(self) -> pd.Series:
        """Return the richting of every werkplein of `nu`, as text by code."""
        return pd.Series(NAMES.take(self.kinds), self.nu.bands.index)

    def aantallen(self) -> dict[Richting, int]:
        """Count how many werkpleinen went each way; all four are there."""
        return dict(zip(KINDS, np.bincount(self.kinds, minlength=len(KINDS)).tolist(), strict=True))

    def who_went(self, richting: Richting) -> list[str]:
        """Return who went that way on the total score, by code."""
        return list(self.nu.bands.index[self.kinds == KINDS.index(richting)])

    def who_moved(self, row: str, richting: Richting) -> list[str]:
        """Return who of `in_both` rose, fell or stayed on the total, a fase (by naam) or a mijlpaal (by code); by code."""
        steps = np.sign(self.changes[:, columns_of(row)].sum(axis=1)) + 1
        return list(self.in_both[steps == KINDS.index(richting)])

    def drijfveren(self) -> pd.DataFrame:
        """Give per mijlpaal gestegen and gedaald (werkpleinen) and verschil (points, summed); int64, shape (14, 3)."""
        change = self.changes
        figures = np.column_stack([(change > 0).sum(axis=0), (change < 0).sum(axis=0), change.sum(axis=0)])
        return pd.DataFrame(figures, self.nu.bands.columns, ["gestegen", "gedaald", "verschil"])

    def overgangen(self, row: str = TOTAAL) -> pd.DataFrame:
        """Count how many werkpleinen went from which band (rows) to which (columns) on one row; int64, shape (4, 4)."""
        was, now = self.rows
        before, after = self.vorig.bands_on(row).to_numpy()[was], self.nu.bands_on(row).to_numpy()[now]
        counts = np.bincount(before * len(Band) + after, minlength=len(Band) ** 2).reshape(len(Band), len(Band))
        return pd.DataFrame(counts, BANDS, BANDS)
