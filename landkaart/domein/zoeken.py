"""Looking for werkpleinen by where they stand: conditions on bands, all of them or any, and what else is known of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

import numpy as np

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.labelled import Labelled
from landkaart.domein.stand import TOTAAL, Stand
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.typed_text import by_naam, without_accents
from landkaart.domein.vergelijking import Richting


class Hoe(Enum):
    """How a band is compared; the value stands in an address and is what readers see."""

    IS = "is"
    MINSTENS = "minstens"
    HOOGSTENS = "hoogstens"


@dataclass(frozen=True)
class Voorwaarde:
    """On one row of a table: the total, a fase (by naam) or a mijlpaal (by code)."""

    rij: str
    hoe: Hoe
    band: Band

    def __str__(self) -> str:
        """Write it as in an address: "ketenjaarplan:volledig", "realiseren:minstens-gedeeltelijk"."""
        how = "" if self.hoe is Hoe.IS else f"{self.hoe.value}-"
        return f"{slug_by_row()[self.rij]}:{how}{self.band.code}"

    @classmethod
    def parse(cls, text: str) -> "Voorwaarde":
        """Read what stands in an address.

        Raises KeyError or ValueError for what is none.
        """
        slug, _, rest = text.partition(":")
        how, _, band = rest.rpartition("-")
        return cls(row_by_slug()[slug], Hoe(how or "is"), Band.parse(band))

    def holds(self, stand: Stand) -> np.ndarray:
        """Judge every werkplein of the stand; bool, shape (n,)."""
        bands: np.ndarray = stand.bands_on(self.rij).to_numpy()
        compare = {Hoe.IS: np.equal, Hoe.MINSTENS: np.greater_equal, Hoe.HOOGSTENS: np.less_equal}[self.hoe]
        holds: np.ndarray = compare(bands, self.band)
        return holds


@dataclass(frozen=True)
class Zoekvraag:
    """What is asked for; None asks nothing. All the rest must hold beside the voorwaarden."""

    voorwaarden: tuple[Voorwaarde, ...] = ()
    alle: bool = True  # Whether all voorwaarden must hold, or any.
    provincie: str | None = None
    arbeidsmarktregio: str | None = None
    actualiteit: Actualiteit | None = None
    indicatie: Indicatie | None = None
    richting: Richting | None = None

    @property
    def is_empty(self) -> bool:
        return self == Zoekvraag(alle=self.alle)

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Return what stands in an address: only what was asked, conditions as `w`."""
        found = [("w", str(each)) for each in self.voorwaarden]
        if not self.alle:
            found.append(("hoe", "een"))
        found += [(name, getattr(self, name)) for name in REGIONS if getattr(self, name)]
        return (*found, *((name, getattr(self, name).value) for name in KINDS if getattr(self, name)))

    def found(self, beeld: Tertaalbeeld) -> list[str]:
        """Return the codes of who fits, of all that are open at the closing; one without a stand is in no band."""
        fits = set(beeld.ingediend_op)
        if self.voorwaarden:
            held = np.array([each.holds(beeld.stand) for each in self.voorwaarden])
            holds: np.ndarray = np.all(held, axis=0) if self.alle else np.any(held, axis=0)
            fits &= set(beeld.stand.bands.index[holds])
        for name in REGIONS:
            wanted = getattr(self, name)
            if wanted:
                fits &= {code for code, place in beeld.werkpleinen.items() if getattr(place, name) == wanted}
        if self.actualiteit:
            fits &= set(beeld.in_class(self.actualiteit))
        if self.indicatie:
            fits &= {code for code, given in beeld.indicaties.items() if given is self.indicatie}
        if self.richting:
            richtingen = beeld.vergelijking.richtingen()
            fits &= set(richtingen.index[richtingen == self.richting.value])
        return [code for code in beeld.ingediend_op if code in fits]


REGIONS = ("provincie", "arbeidsmarktregio")
KINDS: dict[str, type[Labelled]] = {"actualiteit": Actualiteit, "indicatie": Indicatie, "richting": Richting}
WORDS = {"een": False, "alle": True}


def read_zoekvraag(
    asked: Mapping[str, Sequence[str]], regions: Mapping[str, Collection[str]]
) -> tuple[Zoekvraag, list[str]]:
    """Read what an address asks, and the parts of it that cannot be, as they stood there.

    `asked`: every value by name, names that are not ours are left alone; `regions`: those that exist, by REGIONS.
    """
    bad: list[str] = []
    voorwaarden: list[Voorwaarde] = []
    for text in dict.fromkeys(asked.get("w", ())):
        try:
            voorwaarden.append(Voorwaarde.parse(text))
        except (KeyError, ValueError):
            bad.append(f"w={text}")
    allowed: dict[str, Mapping[str, Any]] = {"hoe": WORDS} | {
        name: {each: each for each in regions[name]} for name in REGIONS
    }
    allowed |= {name: kind.by_code() for name, kind in KINDS.items()}
    what: dict[str, Any] = {}
    for name, values in allowed.items():
        for text in asked.get(name, ())[:1]:
            if text not in values:
                bad.append(f"{name}={text}")
            else:
                what["alle" if name == "hoe" else name] = values[text]
    return Zoekvraag(tuple(voorwaarden), **what), bad


def regions_of(beeld: Tertaalbeeld) -> dict[str, list[str]]:
    """Return what there is to choose from by REGIONS, in alphabetical order."""
    places = [beeld.werkpleinen[code] for code in beeld.ingediend_op if code in beeld.werkpleinen]
    return {name: sorted({getattr(place, name) for place in places}, key=by_naam) for name in REGIONS}


def possible_voorwaarden() -> list[Voorwaarde]:
    """Return every condition that asks something, in the order of the catalogue; each is said in one way only."""
    plain = [(Hoe.IS, band) for band in reversed(Band)]
    middle = [(hoe, band) for hoe in (Hoe.MINSTENS, Hoe.HOOGSTENS) for band in list(Band)[-2:0:-1]]
    return [Voorwaarde(row, hoe, band) for row in slug_by_row() for hoe, band in plain + middle]


@cache
def slug_by_row() -> dict[str, str]:
    """Return how each row is called in an address: the total, then each fase with its mijlpalen."""
    found = {TOTAAL: TOTAAL}
    for fase in catalogus().fasen:
        found[fase.naam] = slug(fase.naam)
        found |= {mijlpaal.code: mijlpaal.code for mijlpaal in fase.mijlpalen}
    return found


@cache
def row_by_slug() -> dict[str, str]:
    return {text: row for row, text in slug_by_row().items()}


def slug(naam: str) -> str:
    """Write a name without capitals, accents and spaces: betrokkenheid-creeren."""
    return without_accents(naam).casefold().replace(" ", "-")
