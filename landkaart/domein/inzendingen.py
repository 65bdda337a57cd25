"""Two figures about one uitvraag that are not one: who submitted about its tertaal, and who responded since it opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.tertaalbeeld import Tertaalbeeld


@dataclass(frozen=True)
class Inzendingen:
    """Codes of who is open at the closing. `gereageerd`: whose invulling that counts at the closing is from the opening on.

    The rest says why the two are not the same: who submitted `ervoor`, before the opening, or `erna`, from the closing on;
    and who responded about an earlier tertaal (`over_eerder`).
    """

    ingediend: frozenset[str]
    gereageerd: frozenset[str]
    ervoor: frozenset[str]
    erna: frozenset[str]

    @property
    def over_eerder(self) -> frozenset[str]:
        return self.gereageerd - self.ingediend


def inzendingen_of(beeld: Tertaalbeeld, first: Mapping[str, datetime]) -> Inzendingen | None:
    """Compare the two; None without an uitvraag. `first`: when each first submitted about this tertaal, by code."""
    if beeld.uitvraag is None:
        return None
    ingediend = frozenset(code for code in beeld.ingediend_op if code in first)
    gereageerd = frozenset(beeld.in_class(Actualiteit.DEZE_UITVRAAG))
    others = ingediend - gereageerd
    erna = frozenset(code for code in others if first[code] >= beeld.uitvraag.sluit)
    return Inzendingen(ingediend, gereageerd, others - erna, erna)
