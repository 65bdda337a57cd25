"""What Leren van shows of the figures, prepared once per state of the data."""

from dataclasses import dataclass

import pyarrow as pa

from landkaart.domein import leren
from landkaart.domein.leren import Voorbeeld
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.leren import voorbeelden_table, weak_mijlpalen_table
from pages.shared.arrow_tables import as_arrow
from pages.shared.cache import figures_change, kept
from pages.shared.tertaalbeeld import tertaalbeeld

STEPS = (1, 2, 3, 6)
# As many as one looks through; a large country has more than anybody can visit.
LIMIT = 50


@dataclass(frozen=True)
class Zwak:
    """The mijlpalen of one werkplein that are below 100%."""

    mijlpalen: list[str]  # Their codes, in the order of the lines of `table`.
    table: pa.Table

    @property
    def with_examples(self) -> int:
        """Return on how many of them there is somebody to learn from."""
        return sum(count > 0 for count in self.table["voorbeelden"].to_pylist())


@kept(until=figures_change, most=200)
def zwak(tertaal: Tertaal, code: str, steps: int) -> Zwak | None:
    """Return them, with who came to 100% in the last `steps` tertalen; None without a stand."""
    beeld = tertaalbeeld(tertaal)
    if code not in beeld.stand.bands.index:
        return None
    return Zwak(leren.weak_mijlpalen(beeld.stand, code), as_arrow(weak_mijlpalen_table(beeld, code, steps)))


@dataclass(frozen=True)
class Voorbeelden:
    """From whom to learn about one mijlpaal."""

    nearest: list[Voorbeeld]  # The first ones, in the order of the lines of `table`.
    table: pa.Table
    totaal: int  # How many there are in all.
    came: bool  # Whether they came from below; else they are only near.


@kept(until=figures_change, most=400)
def voorbeelden(tertaal: Tertaal, code: str, mijlpaal: str, steps: int, by_profile: bool) -> Voorbeelden:
    """Return who came in the last `steps` tertalen, if anybody did: the nearest first or, `by_profile`, the most alike."""
    beeld = tertaalbeeld(tertaal)
    found = leren.voorbeelden(beeld.stands, code, mijlpaal, beeld.werkpleinen, steps)
    came = bool(found)
    if not came:
        found = leren.nearest_at_100(beeld.stand, code, mijlpaal, beeld.werkpleinen, LIMIT)
    if by_profile:
        found.sort(key=lambda each: each.by_profile)
    nearest = found[:LIMIT]
    table = as_arrow(voorbeelden_table(beeld, nearest))
    return Voorbeelden(nearest, table, len(found), came)
