"""All tables of one tertaal from the matrix, beside numpy written by hand for exactly these figures."""

from pathlib import Path
from time import perf_counter

import numpy as np
import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.stand import Stand
from landkaart.domein.vergelijking import Richting, Vergelijking
from tests.bench.measure import Act, Measurement, compare, timed

GOAL = 5
EDGES = np.array([band.edge for band in Band], dtype="int32")
WIDTH = len(catalogus().codes)
SIZES = np.array([len(fase.mijlpalen) for fase in catalogus().fasen])
STARTS = SIZES.cumsum() - SIZES


def measure(folder: Path) -> list[Measurement]:
    return [measure_at(127, times=300), measure_at(12_700, times=60)]


def measure_at(n: int, times: int) -> Measurement:
    codes, bands = random_bands(n)
    # One werkplein left since, another is new: the two stands have to be laid side by side.
    before = (codes[:-1], np.random.default_rng(2).permutation(bands[:-1]))
    now = (codes[1:], bands[1:])
    frames = [pd.DataFrame(matrix, pd.Index(names, dtype="str"), catalogus().codes) for names, matrix in (before, now)]
    check_equal(ours(*frames), by_hand(*before, *now))
    what = f"tellen: alle tabellen van een tertaal, {f'{n:,}'.replace(',', '.')} werkpleinen"
    return compare(what, counter(*frames), timed(lambda: by_hand(*before, *now)), goal=GOAL, times=times)


def random_bands(n: int) -> tuple[np.ndarray, np.ndarray]:
    codes = np.array([f"werkplein-{number:05}" for number in range(n)])
    return codes, np.random.default_rng(1).integers(0, len(Band), (n, WIDTH), dtype="int8")


def counter(*frames: pd.DataFrame) -> Act:
    """With labels that have not been searched before, as when they have just been read."""

    def run() -> float:
        fresh = [frame.set_axis(frame.index.copy()) for frame in frames]
        begin = perf_counter()
        ours(*fresh)
        return perf_counter() - begin

    return run


def ours(before: pd.DataFrame, now: pd.DataFrame) -> tuple:
    """New objects every time: nothing is remembered from the time before."""
    stand = Stand(now)
    vergelijking = Vergelijking(Stand(before), stand)
    return (
        stand.average(),
        stand.totaal(),
        stand.per_fase(),
        stand.per_mijlpaal(),
        vergelijking.aantallen(),
        vergelijking.drijfveren(),
        vergelijking.overgangen(),
    )


def by_hand(old_codes: np.ndarray, old: np.ndarray, codes: np.ndarray, bands: np.ndarray) -> tuple:
    """The codes are in order on both sides, as they come from the database."""
    n, points, old_points = len(bands), EDGES[bands], EDGES[old]
    sums, old_sums = points.sum(axis=1), old_points.sum(axis=1)
    on_fasen = np.add.reduceat(points, STARTS, axis=1)
    place = np.searchsorted(old_codes, codes).clip(max=len(old_codes) - 1)
    both = old_codes[place] == codes
    place = place[both]
    change = sums[both] - old_sums[place]
    rose, fell = np.count_nonzero(change > 0), np.count_nonzero(change < 0)
    steps = bands[both] - old[place]
    was, became = band_of(old_sums[place], WIDTH), band_of(sums[both], WIDTH)
    return (
        sums.sum() / (n * WIDTH),
        (sums.sum() / (n * WIDTH), np.bincount(band_of(sums, WIDTH), minlength=4)),
        (on_fasen.sum(axis=0) / (n * SIZES), count_per_column(band_of(on_fasen, SIZES))),
        (points.sum(axis=0) / n, count_per_column(bands)),
        (rose, len(change) - rose - fell, fell, n - len(change)),
        ((steps > 0).sum(axis=0), (steps < 0).sum(axis=0), (points[both] - old_points[place]).sum(axis=0)),
        np.bincount(was * 4 + became, minlength=16).reshape(4, 4),
    )


def band_of(sums: np.ndarray, sizes: np.ndarray | int) -> np.ndarray:
    return sum((sums >= edge * sizes).astype("int8") for edge in (33, 66, 100))


def count_per_column(bands: np.ndarray) -> np.ndarray:
    columns = bands.shape[1]
    return np.bincount((bands + 4 * np.arange(columns)).ravel(), minlength=4 * columns).reshape(columns, 4)


def check_equal(mine: tuple, theirs: tuple) -> None:
    average, *spreads, directions, drivers, moves = mine
    assert average == theirs[0]
    for spread, (means, counts) in zip(spreads, theirs[1:4], strict=True):
        np.testing.assert_array_equal(spread.gemiddelde.to_numpy(), np.atleast_1d(means))
        np.testing.assert_array_equal(spread.aantal.to_numpy(), np.atleast_2d(counts))
    assert [directions[richting] for richting in Richting] == list(theirs[4])
    np.testing.assert_array_equal(drivers.to_numpy(), np.column_stack(theirs[5]))
    np.testing.assert_array_equal(moves.to_numpy(), theirs[6])
