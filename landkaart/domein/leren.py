"""From whom a werkplein can learn: those that stood where it stands, and came to 100%."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from math import asin, cos, radians, sin, sqrt

import numpy as np

from landkaart.domein.band import HOOGSTE, LAAG_ONDER, Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.werkplein import Werkplein

STEPS = 3
EARTH = 6371.0


class Ring(IntEnum):
    """How near another werkplein is by region, nearest first."""

    ARBEIDSMARKTREGIO = 0
    PROVINCIE = 1
    ELDERS = 2

    @property
    def label(self) -> str:
        return ("zelfde arbeidsmarktregio", "zelfde provincie", "andere provincie")[self]

    @classmethod
    def between(cls, one: Werkplein, other: Werkplein) -> "Ring":
        if one.arbeidsmarktregio == other.arbeidsmarktregio:
            return cls.ARBEIDSMARKTREGIO
        return cls.PROVINCIE if one.provincie == other.provincie else cls.ELDERS


@dataclass(frozen=True)
class Voorbeeld:
    """A werkplein that is at 100% on a mijlpaal.

    What it was before is None for one that did not come from below in the last tertalen.
    """

    code: str
    ring: Ring
    km: float  # As the crow flies.
    verschil: int  # Between its 14 answers when it stood low and those of who looks: points, summed.
    was: Band | None = None  # The band in which it then stood,
    was_op: Tertaal | None = None  # in this tertaal.
    bereikt_op: Tertaal | None = None  # The first tertaal after it with 100%.

    @property
    def by_region(self) -> tuple[Ring, float, str]:
        return self.ring, self.km, self.code

    @property
    def by_profile(self) -> tuple[int, Ring, float, str]:
        return self.verschil, self.ring, self.km, self.code


def weak_mijlpalen(stand: Stand, code: str) -> list[str]:
    """Return the mijlpalen on which it is below 100%: the weakest first, of those what the country most often solved."""
    if code not in stand.bands.index:
        return []
    own, solved = stand.bands.loc[code], (stand.bands == HOOGSTE).sum()
    found = [mijlpaal for mijlpaal in catalogus().codes if own[mijlpaal] < HOOGSTE]
    return sorted(found, key=lambda mijlpaal: (own[mijlpaal], -solved[mijlpaal]))


def voorbeelden(
    stands: Mapping[Tertaal, Stand], code: str, mijlpaal: str, werkpleinen: Mapping[str, Werkplein], steps: int = STEPS
) -> list[Voorbeeld]:
    """Find who is at 100% on a mijlpaal now and was below 66% on it in one of the `steps` tertalen before; nearest first.

    `stands`: up to the tertaal from which one looks, in which `code` must have one; one that is not there tells nothing.
    """
    found: dict[str, Voorbeeld] = {}
    now = stands[max(stands)]
    at_100 = set(now.who(mijlpaal, HOOGSTE)) - {code}
    for was_op in known_before(stands, steps):
        then = stands[was_op].bands_on(mijlpaal)
        low = [other for other in then.index[then < LAAG_ONDER] if other in at_100 and other not in found]
        differences = profile_differences(now, code, stands[was_op])
        for other in low:
            reached = first_at_100(stands, was_op, other, mijlpaal)
            near = nearness(werkpleinen, code, other)
            found[other] = Voorbeeld(other, *near, differences[other], Band(then[other]), was_op, reached)
    return sorted(found.values(), key=lambda each: each.by_region)


def known_before(stands: Mapping[Tertaal, Stand], steps: int) -> list[Tertaal]:
    """Return which of the `steps` tertalen before the last one are known, the nearest first."""
    earlier = (max(stands).before(back) for back in range(1, steps + 1))
    return [tertaal for tertaal in earlier if tertaal in stands]


def nearest_at_100(
    stand: Stand, code: str, mijlpaal: str, werkpleinen: Mapping[str, Werkplein], count: int
) -> list[Voorbeeld]:
    """Return the nearest that are at 100% on a mijlpaal, wherever they came from."""
    differences = profile_differences(stand, code, stand)
    others = (other for other in stand.who(mijlpaal, HOOGSTE) if other != code)
    found = [Voorbeeld(other, *nearness(werkpleinen, code, other), differences[other]) for other in others]
    return sorted(found, key=lambda each: each.by_region)[:count]


def count_voorbeelden(stands: Mapping[Tertaal, Stand], code: str, mijlpaal: str, steps: int = STEPS) -> int:
    """Count the `voorbeelden` without looking at each of them."""
    now = stands[max(stands)].bands
    came = np.zeros(len(now), dtype=bool)
    for was_op in known_before(stands, steps):
        then = stands[was_op].bands[mijlpaal]
        came |= now.index.isin(then.index[then < LAAG_ONDER])
    came &= (now[mijlpaal] == HOOGSTE).to_numpy() & (now.index != code)
    return int(came.sum())


def profile_differences(now: Stand, code: str, then: Stand) -> dict[str, int]:
    """Compare each werkplein of `then` with `code` now: the differences in points, summed over the mijlpalen, by code."""
    own = now.points[now.bands.index.get_loc(code)]
    return dict(zip(then.bands.index, np.abs(then.points - own).sum(axis=1).tolist(), strict=True))


def first_at_100(stands: Mapping[Tertaal, Stand], after: Tertaal, code: str, mijlpaal: str) -> Tertaal | None:
    """Return the first known tertaal after `after` in which a werkplein is at 100% on a mijlpaal; None when in none."""
    later = sorted(tertaal for tertaal in stands if tertaal > after)
    return next((tertaal for tertaal in later if code in stands[tertaal].who(mijlpaal, HOOGSTE)), None)


def nearness(werkpleinen: Mapping[str, Werkplein], code: str, other: str) -> tuple[Ring, float]:
    one, two = werkpleinen[code], werkpleinen[other]
    return Ring.between(one, two), distance(one, two)


def distance(one: Werkplein, other: Werkplein) -> float:
    """Compute the kilometres over the ground, by the haversine formula."""
    south, north = radians(one.breedtegraad), radians(other.breedtegraad)
    across = radians(other.lengtegraad - one.lengtegraad)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(across / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))
