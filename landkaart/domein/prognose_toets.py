"""How right prognoses were: the past foretold from what went before it, beside what came."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from landkaart.domein.prognose import Prognose, Prognoses
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal


@dataclass(frozen=True)
class Proef:
    """Mean distance in points between what was foretold and what came, over `n` scores; NaN when n is 0."""

    vooruit: int  # How many tertalen it was foretold.
    n: int
    tempo: float  # By our prognose.
    gelijk: float  # By saying that nothing changes.
    stap: float  # By saying that the last step is made again.

    @property
    def beats_simple(self) -> bool:
        """Say whether our prognose beats both simple ones."""
        return self.tempo < min(self.gelijk, self.stap)


@dataclass(frozen=True)
class Terugblik:
    """The prognoses of one tertaal beside the next.

    A range is not kept with a prognose, so that whoever is known otherwise by now has none.
    """

    tertaal: Tertaal
    binnen: int  # How many came within their range,
    gemeten: int  # of so many whose range is known.
    scores_by_code: Mapping[str, tuple[float, float]]  # The score foretold and the score that came.

    @property
    def n(self) -> int:
        return len(self.scores_by_code)

    @property
    def afwijking(self) -> float:
        return float(np.mean([abs(came - told) for told, came in self.scores_by_code.values()]))


def proef(stands: Mapping[Tertaal, Stand], vooruit: int) -> Proef:
    """Try every tertaal from which so far ahead can be looked back upon, over who could be foretold in all three ways."""
    errors = [distances(stands, tertaal, vooruit) for tertaal in sorted(stands) if tertaal.before(-vooruit) in stands]
    found = np.concatenate([np.empty((0, 3)), *errors])
    means = found.mean(axis=0) if len(found) else np.full(3, np.nan)
    return Proef(vooruit, len(found), *map(float, means))


def distances(stands: Mapping[Tertaal, Stand], tertaal: Tertaal, vooruit: int) -> np.ndarray:
    """Measure between foretold and come, in points: tempo, gelijk, stap; float64, shape (werkpleinen, 3)."""
    found = Prognoses.of(stands, tertaal)
    now = found.totals[tertaal].to_numpy() / found.mijlpalen
    before = found.totals.get(tertaal.before(), np.nan) / found.mijlpalen
    step = (now + vooruit * (now - np.asarray(before))).clip(0, 100)
    came = stands[tertaal.before(-vooruit)].scores().reindex(found.totals.index).to_numpy()
    errors = np.abs(np.column_stack([found.ahead(vooruit)["helling"], now, step]) - came[:, None])
    known: np.ndarray = errors[~np.isnan(errors).any(axis=1)]
    return known


def terugblik(stands: Mapping[Tertaal, Stand], tertaal: Tertaal, kept: Mapping[str, Prognose] | None = None) -> Terugblik:
    """Set what was foretold in `tertaal` beside the next one; `kept` as it was then, computed anew where nothing was."""
    then, came = Prognoses.of(stands, tertaal), stands[tertaal.after()]
    computed = then.to_keep()
    told, scores = kept or computed, came.scores().to_dict()
    both = {code: (told[code].volgende, scores[code]) for code in told if code in scores}
    holds = then.holds(came, 1)
    known = holds[[code for code in holds.index if code in both and told[code] == computed.get(code)]]
    return Terugblik(tertaal, int(known.sum()), len(known), both)
