"""How averages went over the tertalen: of everybody, of always the same werkpleinen, of a group beside the others."""

from collections.abc import Collection, Mapping
from math import nan

import pandas as pd

from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal


def with_stand_throughout(stands: Mapping[Tertaal, Stand]) -> list[str]:
    """Return who has a stand in every tertaal in which anybody has one, by code; nobody when there is no such tertaal."""
    filled = [stand.bands.index for stand in stands.values() if stand.n]
    if not filled:
        return []
    first, *others = filled
    return [code for code in first if all(code in other for other in others)]


def averages(stands: Mapping[Tertaal, Stand], among: Collection[str] | None = None) -> pd.DataFrame:
    """Give a row per tertaal: n (int64) and gemiddelde (float64, exact; NaN where n is 0). `among`: of these only."""
    chosen = [stand if among is None else stand.among(among) for stand in stands.values()]
    return pd.DataFrame({"n": [stand.n for stand in chosen], "gemiddelde": list(map(mean_or_nan, chosen))}, list(stands))


def distance(stands: Mapping[Tertaal, Stand], groups: Mapping[Tertaal, Collection[str]]) -> pd.DataFrame:
    """Give per tertaal of `groups`: groep, n_groep, anderen (the rest), n_anderen; means exact, NaN for an n of 0."""
    rows = {tertaal: group_and_others(stands[tertaal], group) for tertaal, group in groups.items()}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["groep", "n_groep", "anderen", "n_anderen"])


def group_and_others(stand: Stand, group: Collection[str]) -> tuple[float, int, float, int]:
    inside = stand.among(group)
    outside = stand.among(stand.bands.index.difference(inside.bands.index))
    return mean_or_nan(inside), inside.n, mean_or_nan(outside), outside.n


def mean_or_nan(stand: Stand) -> float:
    average = stand.average()
    return nan if average is None else average
