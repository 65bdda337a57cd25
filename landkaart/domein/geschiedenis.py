"""Where one werkplein stood in each tertaal, and whether it said so itself in that tertaal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from landkaart.domein.band import Band
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal


@dataclass(frozen=True)
class Punt:
    """`van`: the tertaal of the indiening on which it stands. `landelijk`: the national average, exact, in per cent."""

    tertaal: Tertaal
    van: Tertaal
    score: float
    banden: Mapping[str, Band]
    landelijk: float

    @property
    def is_own(self) -> bool:
        """Say whether it was submitted in this tertaal, not carried over from an earlier one."""
        return self.van == self.tertaal

    @property
    def band(self) -> Band:
        return Band.of(self.score)


def geschiedenis(
    stands: Mapping[Tertaal, Stand], tertalen: Sequence[Tertaal], code: str, ingediend: Sequence[Tertaal]
) -> list[Punt]:
    """Return a point for each of `tertalen` in which it has a stand, in their order. `ingediend`: in which it submitted."""
    found = []
    for tertaal in tertalen:
        stand = stands[tertaal]
        landelijk = stand.average()
        if landelijk is None or code not in stand.bands.index:
            continue
        van = max(earlier for earlier in ingediend if earlier <= tertaal)
        banden = stand.bands_of(code)
        score = sum(band.edge for band in banden.values()) / len(banden)
        found.append(Punt(tertaal, van, score, banden, landelijk))
    return found
