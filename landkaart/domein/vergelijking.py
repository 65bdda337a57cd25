"""Two stands beside each other: who rose, who fell, what drove it, from which band to which."""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np
import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.stand import BANDS, TOTAAL, Stand


class Richting(Enum):
    """Decided on the exact scores; a werkplein without an earlier stand is new, never equal."""

    VOORUIT = "vooruit"
    GELIJK = "gelijk"
    ACHTERUIT = "achteruit"
    NIEUW = "nieuw"


@dataclass(frozen=True)
class Vergelijking:
    """`vorig` is any earlier stand; who left since does not appear anywhere."""

    vorig: Stand
    nu: Stand

    @cached_property
    def both(self) -> pd.Index:
        """The werkpleinen with a stand in both, by code."""
        return self.nu.bands.index.intersection(self.vorig.bands.index, sort=False)

    def per_werkplein(self) -> pd.DataFrame:
        """A row per werkplein of `nu`: score_vorig, score, verschil (shown figures, Int64) and richting (text).

        `verschil` is the difference of the two shown figures, so that a reader who subtracts finds the same.
        """
        index = self.nu.bands.index
        scores = pd.DataFrame({"score_vorig": self.vorig.scores().reindex(index), "score": self.nu.scores()})
        scores = np.floor(scores).astype("Int64")
        scores["verschil"] = scores["score"] - scores["score_vorig"]
        scores["richting"] = self.richtingen()
        return scores

    def richtingen(self) -> pd.Series:
        change = self.nu.sums() - self.vorig.sums().reindex(self.nu.bands.index)
        choices = [(change > 0, Richting.VOORUIT), (change == 0, Richting.GELIJK), (change < 0, Richting.ACHTERUIT)]
        conditions, names = zip(*choices, strict=True)
        names = [richting.value for richting in names]
        return pd.Series(np.select(conditions, names, Richting.NIEUW.value), change.index, dtype="str")

    def drijfveren(self) -> pd.DataFrame:
        """Per mijlpaal: gestegen and gedaald (numbers of werkpleinen), verschil (points, summed). int64, shape (14, 3)."""
        change = self.nu.bands.loc[self.both].astype("int16") - self.vorig.bands.loc[self.both]
        points = self.nu.among(self.both).points.sum(axis=0) - self.vorig.among(self.both).points.sum(axis=0)
        rose, fell = (change > 0).sum(), (change < 0).sum()
        return pd.DataFrame({"gestegen": rose, "gedaald": fell, "verschil": points.astype("int64")}, change.columns)

    def overgangen(self) -> pd.DataFrame:
        """How many werkpleinen went from which band (rows) to which (columns), on their total score; int64, (4, 4)."""
        was = self.vorig.bands_on(TOTAAL).loc[self.both].to_numpy(dtype="int64")
        became = self.nu.bands_on(TOTAAL).loc[self.both].to_numpy(dtype="int64")
        counts = np.bincount(was * len(Band) + became, minlength=len(Band) ** 2).reshape(len(Band), len(Band))
        return pd.DataFrame(counts, BANDS, BANDS)
