"""The place of a werkplein among others: who stands higher, who is beside it, who has as far to go."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from landkaart.domein.stand import TOTAAL, Stand, columns_of

FIRST, AROUND, PEERS = 3, 5, 20


def points_on(stand: Stand, row: str = TOTAAL) -> np.ndarray:
    """Sum the points of each werkplein over the mijlpalen of the total, a fase (by naam) or a mijlpaal; shape (n,)."""
    points: np.ndarray = stand.points[:, columns_of(row)].sum(axis=1)
    return points


def places(stand: Stand, row: str = TOTAAL) -> pd.Series:
    """Give 1 to the highest score; who has the same score has the same place, and the next one counts all before it.

    int64, by code. Decided on the exact scores.
    """
    points = points_on(stand, row)
    higher = len(points) - np.searchsorted(np.sort(points), points, side="right")
    return pd.Series(higher + 1, stand.bands.index)


def ranking(stand: Stand, namen: Sequence[str], row: str = TOTAAL) -> list[str]:
    """Return all codes, highest score first; who shares a place stands in the order of `namen` (codes by naam)."""
    order = {code: number for number, code in enumerate(namen)}
    found = places(stand, row)
    return sorted(found.index, key=lambda code: (found[code], order.get(code, len(order)), code))


def excerpt(ranked: Sequence[str], code: str, first: int = FIRST, around: int = AROUND) -> list[int]:
    """Choose which lines of a ranking tell enough, by number from 0: the first ones, `code` itself and those nearest to it.

    `around`: how many nearest lines; of two that are as near, the higher one comes first.
    """
    here = ranked.index(code)
    others = sorted((line for line in range(len(ranked)) if line != here), key=lambda line: (abs(line - here), line))
    return sorted({*range(min(first, len(ranked))), here, *others[:around]})


def peers(stand: Stand, code: str, count: int = PEERS) -> list[str]:
    """Return the others whose points to go to 100% are nearest to those of `code`, at least `count` if there are as many.

    Whoever is as near as the last of them is one too, so that nobody is left out by the order of the list.
    """
    here = stand.bands.index.get_loc(code)
    distance = np.abs(stand.totals - stand.totals[here])
    others = np.delete(distance, here)
    if not len(others):
        return []
    edge = np.sort(others)[min(count, len(others)) - 1]
    return [found for found in stand.bands.index[distance <= edge] if found != code]
