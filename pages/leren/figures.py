"""What the page Leren van shows of the figures, made once per state of the database."""

from dataclasses import dataclass

import pyarrow as pa

from landkaart.domein import leren
from landkaart.domein.leren import Voorbeeld
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport.leren import voorbeelden_table, weak_mijlpalen_table
from pages.shared.arrow_tables import as_arrow
from pages.shared.beeld import Stempel, beeld_of, stempel
from pages.shared.remembered import remembered

STEPS = (1, 2, 3, 6)
# As many as one looks through; a large country has more than anybody can visit.
LIMIT = 50


@dataclass(frozen=True)
class Zwak:
    """`mijlpalen`: codes of those below 100%, in the order of the lines of `table`; None without a stand."""

    stempel: Stempel
    beeld: Tertaalbeeld
    mijlpalen: list[str] | None = None
    table: pa.Table | None = None

    @property
    def with_examples(self) -> int:
        return sum(count > 0 for count in self.table["voorbeelden"].to_pylist())


def zwak(code: str, tertaal: Tertaal, steps: int) -> Zwak:
    return weak_of(stempel(tertaal), code, steps)


@remembered(200)
def weak_of(stempel: Stempel, code: str, steps: int) -> Zwak:
    beeld = beeld_of(stempel)
    if code not in beeld.stand.bands.index:
        return Zwak(stempel, beeld)
    table = as_arrow(weak_mijlpalen_table(beeld, code, steps))
    return Zwak(stempel, beeld, leren.weak_mijlpalen(beeld.stand, code), table)


@dataclass(frozen=True)
class Voorbeelden:
    """The first ones of `totaal`, with their lines; `came` says whether they came from below, or are only near."""

    nearest: list[Voorbeeld]
    table: pa.Table
    totaal: int
    came: bool


@remembered(400)
def voorbeelden_of(stempel: Stempel, code: str, mijlpaal: str, steps: int, by_profile: bool) -> Voorbeelden:
    beeld = beeld_of(stempel)
    found = leren.voorbeelden(beeld.stands, code, mijlpaal, beeld.werkpleinen, steps)
    came = bool(found)
    if not came:
        found = leren.nearest_at_100(beeld.stand, code, mijlpaal, beeld.werkpleinen, LIMIT)
    if by_profile:
        found.sort(key=lambda each: each.by_profile)
    nearest = found[:LIMIT]
    table = as_arrow(voorbeelden_table(beeld, nearest))
    return Voorbeelden(nearest, table, len(found), came)
