"""From which band to which, with those who were there only then or only now, and the names behind every count."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.stand import BANDS, TOTAAL, Stand
from landkaart.domein.vergelijking import Richting, Vergelijking

NIEUW, VERDWENEN = "nieuw", "verdwenen"
FROM, TO = (*BANDS, NIEUW), (*BANDS, VERDWENEN)


@dataclass(frozen=True)
class Overgangen:
    """On one row: the total, a fase (by naam) or a mijlpaal (by code). A band goes by its code here, as in files."""

    vergelijking: Vergelijking
    row: str = TOTAAL

    def counts(self) -> pd.DataFrame:
        """Count them: rows FROM, columns TO; int64, shape (5, 5). What is both nieuw and verdwenen does not exist: 0."""
        known = self.vergelijking.in_both
        table = self.vergelijking.overgangen(self.row).reindex(index=FROM, columns=TO, fill_value=0)
        table.loc[NIEUW, BANDS] = counts_per_band_outside(self.vergelijking.nu, known, self.row)
        table.loc[BANDS, VERDWENEN] = counts_per_band_outside(self.vergelijking.vorig, known, self.row)
        return table

    def who(self, van: str, naar: str) -> list[str]:
        """Return the werkpleinen behind a count, by code."""
        stood, stands = self.vergelijking.vorig, self.vergelijking.nu
        then = self.vergelijking.who_went(Richting.NIEUW) if van == NIEUW else stood.who(self.row, Band.parse(van))
        now = self.vergelijking.verdwenen if naar == VERDWENEN else stands.who(self.row, Band.parse(naar))
        known = set(then)
        return [code for code in now if code in known]

    def steps(self) -> tuple[int, int, int]:
        """Count how many werkpleinen went to a higher band, stayed in theirs, went to a lower one."""
        counts = self.vergelijking.overgangen(self.row).to_numpy()
        stayed = int(counts.trace())
        up = sum(int(counts[van, naar]) for van in Band for naar in Band if naar > van)
        return up, stayed, int(counts.sum()) - stayed - up


def counts_per_band_outside(stand: Stand, known: Collection[str], row: str) -> list[int]:
    """Count per band how many of a stand are in it that are not `known`."""
    bands = stand.bands_on(row)
    counted = bands[~bands.index.isin(known)].value_counts()
    return [int(counted.get(band, 0)) for band in Band]
