"""What a werkplein's own pace leads to: computed from where it stood, never a judgement of it.

The pace is a Theil-Sen slope: the median of the slopes between every two of its latest stands, so that one leap or one
fall does not decide it. The quartiles of the same slopes give the range.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from landkaart.domein.indicatie import Indicatie
from landkaart.domein.labelled import Labelled
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTALEN, WERKPLEIN

# Of at most this many tertalen, the last ones; with fewer stands than the second there is no pace to speak of.
WINDOW, FEWEST = 6, 3
# In tertalen. Who needs more than ten years at its pace does not get there at this pace.
HORIZON = 30
# Divisible by every distance within the window: slopes times this are whole numbers, so that nothing hangs on rounding.
UNIT = 60

RULE = (
    f"Het tempo van een {WERKPLEIN} is de mediaan van de hellingen tussen elke twee van zijn standen in de laatste {WINDOW} "
    f"{TERTALEN}. De marge loopt van het eerste tot het derde kwartiel van die hellingen: zij zegt hoe het tempo wisselde, "
    f"niet hoe zeker de uitkomst is. Een {WERKPLEIN} met minder dan {FEWEST} standen krijgt geen prognose. Wie bij dit "
    "tempo meer dan tien jaar nodig heeft, komt er bij dit tempo niet."
)


class Verwachting(Labelled):
    """The value is the code in files, `label` what readers see."""

    GROEN = "groen", "al op 100%"
    BEREIKT = "bereikt", "komt op 100%"
    NIET = "niet", "bij dit tempo niet"
    ONBEKEND = "te_weinig_gegevens", "te weinig gegevens"


@dataclass(frozen=True)
class Prognose:
    """The prognose of one werkplein, as it is kept; the tertalen are None when it would not reach 100%."""

    score: float  # Of that moment, exact.
    helling: float  # Points per tertaal.
    volgende: float  # The score a tertaal later.
    bereikt: Tertaal | None  # When it reaches 100% at its pace,
    vroegst: Tertaal | None  # at the fast end of the range,
    laatst: Tertaal | None  # and at the slow end.


@dataclass(frozen=True)
class Prognoses:
    """`totals`: float64, shape (n, tertalen), points over 14 mijlpalen by code of who stands in `tertaal`, NaN for no stand.

    The columns are Tertaal, oldest first, the last one is `tertaal`; `mijlpalen` over which the points were summed.
    """

    tertaal: Tertaal
    totals: pd.DataFrame
    mijlpalen: int

    @classmethod
    def of(cls, stands: Mapping[Tertaal, Stand], tertaal: Tertaal) -> "Prognoses":
        """Take the stands in the window that ends with `tertaal`; other tertalen are passed over."""
        window = [tertaal.before(steps) for steps in reversed(range(WINDOW))]
        here = stands[tertaal].bands
        sums = {found: stands[found].sums().reindex(here.index) for found in window if found in stands}
        return cls(tertaal, pd.DataFrame(sums, here.index, dtype="float64"), here.shape[1])

    @property
    def unit(self) -> int:
        """Return what figures in whole numbers are divided by to be per cents, or points per tertaal."""
        return UNIT * self.mijlpalen

    @cached_property
    def slopes(self) -> np.ndarray:
        """Return laag, helling, hoog: points per tertaal times `unit`; float64, shape (3, n), NaN for too few stands."""
        values, places = self.totals.to_numpy(), np.array([found.index for found in self.totals.columns])
        first, second = np.triu_indices(len(places), 1)
        pairs = (values[:, second] - values[:, first]) * UNIT / (places[second] - places[first])
        enough = np.count_nonzero(~np.isnan(values), axis=1) >= FEWEST
        return np.where(enough, quantiles(pairs, (0.25, 0.5, 0.75)), np.nan)

    @cached_property
    def per_werkplein(self) -> pd.DataFrame:
        """Give a row per werkplein: score, laag, helling, hoog (per cents, points per tertaal; exact), verwachting (text).

        Also bereikt, vroegst and laatst: in how many tertalen it is at 100%, 0 for who is; NaN when it will not be.
        """
        table = pd.DataFrame({"score": self.totals[self.tertaal] / self.mijlpalen})
        for column, name in zip(self.slopes, ("laag", "helling", "hoog"), strict=True):
            table[name] = column / self.unit
        steps = self.steps()
        for column, name in zip(steps, ("laatst", "bereikt", "vroegst"), strict=True):
            table[name] = column
        kinds = [steps[1] == 0, np.isnan(self.slopes[1]), np.isnan(steps[1])]
        names = [Verwachting.GROEN.value, Verwachting.ONBEKEND.value, Verwachting.NIET.value]
        table["verwachting"] = np.select(kinds, names, Verwachting.BEREIKT.value)
        return table.astype({"verwachting": "str"})

    def steps(self) -> np.ndarray:
        """Count the tertalen until 100% at each of the slopes; float64, shape (3, n)."""
        missing = 100 * self.mijlpalen - self.totals[self.tertaal].to_numpy()
        rising = np.where(self.slopes > 0, self.slopes, np.nan)
        found = np.ceil(missing * UNIT / rising)
        steps: np.ndarray = np.where(missing == 0, 0, np.where(found <= HORIZON, found, np.nan))
        return steps

    def ahead(self, steps: int) -> pd.DataFrame:
        """Give the score so many tertalen later: laag, helling, hoog, by code, from 0 to 100; NaN without a pace."""
        later = self.later(steps) / self.unit
        return pd.DataFrame(later.T, self.totals.index, ["laag", "helling", "hoog"])

    def later(self, steps: int) -> np.ndarray:
        """Compute the score so many tertalen later, times `unit`: whole numbers, or quarters of them; shape (3, n)."""
        here = self.totals[self.tertaal].to_numpy() * UNIT
        later: np.ndarray = (here + steps * self.slopes).clip(0, 100 * self.unit)
        return later

    def holds(self, later: Stand, steps: int) -> pd.Series:
        """Say whether the score that came lies in the range that was given for it; bool, by code of who has both."""
        came = later.sums().reindex(self.totals.index) * UNIT
        low, _, high = self.later(steps)
        both = came.notna().to_numpy() & ~np.isnan(low)
        within = (came.to_numpy() >= low) & (came.to_numpy() <= high)
        return pd.Series(within[both], came.index[both], dtype="bool")

    def groen_in(self, tertaal: Tertaal) -> tuple[int, int, int]:
        """Count how many are at 100% by then: at the slow end of the range, at the pace itself, at the fast end."""
        steps = tertaal.index - self.tertaal.index
        slow, own, fast = (int((self.per_werkplein[name] <= steps).sum()) for name in ("laatst", "bereikt", "vroegst"))
        return slow, own, fast

    def tertaal_of(self, steps: float) -> Tertaal | None:
        return None if np.isnan(steps) else self.tertaal.before(-int(steps))

    def indicatie(self, steps: float) -> Indicatie:
        """Say what the pace would be as an AKO-indicatie; the AKO judges by calendar years."""
        reached = self.tertaal_of(steps)
        if reached is None or reached.year > self.tertaal.year + 1:
            return Indicatie.NIET
        return Indicatie.DIT_JAAR if reached.year == self.tertaal.year else Indicatie.VOLGEND_JAAR

    def indicatie_code(self, verwachting: str, steps: float) -> str | None:
        """Return the code of that indicatie, from two cells of `per_werkplein`; None without a pace."""
        return None if verwachting == Verwachting.ONBEKEND.value else self.indicatie(steps).value

    def to_keep(self) -> dict[str, Prognose]:
        """Return the prognose of everybody who has one, by code."""
        table = self.per_werkplein.assign(volgende=self.ahead(1)["helling"])
        table = table[table["helling"].notna()]
        figures = zip(*(table[name].tolist() for name in ("score", "helling", "volgende")), strict=True)
        steps = zip(*(table[name].tolist() for name in ("bereikt", "vroegst", "laatst")), strict=True)
        return {
            code: Prognose(*those, *map(self.tertaal_of, ahead))
            for code, those, ahead in zip(table.index, figures, steps, strict=True)
        }


def prognoses(beeld: Tertaalbeeld) -> Prognoses:
    """Compute from the tertalen that the landkaart knows: one in which nothing was asked says nothing about a pace."""
    return Prognoses.of({tertaal: beeld.stands[tertaal] for tertaal in beeld.geschiedenis}, beeld.tertaal)


def quantiles(values: np.ndarray, asked: Sequence[float]) -> np.ndarray:
    """Find the quantiles of each row, passing over NaN: between two values by proportion.

    Shape (asked, rows), NaN for a row of nothing.
    """
    if not values.shape[1]:
        return np.full((len(asked), len(values)), np.nan)
    ordered, rows = np.sort(values, axis=1), np.arange(len(values))
    last = np.count_nonzero(~np.isnan(values), axis=1) - 1
    places = np.multiply.outer(asked, last.clip(0))
    below = places.astype(int)
    low, high = ordered[rows, below], ordered[rows, np.minimum(below + 1, last.clip(0))]
    between: np.ndarray = low + (high - low) * (places - below)
    return between
