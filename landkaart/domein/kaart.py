"""What a map shows: of each werkplein that was asked for its band, or which way it went, on one row of a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import BY_CODE, Band
from landkaart.domein.stand import TOTAAL
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting
from landkaart.domein.zoeken import row_by_slug, slug_by_row

# What is drawn for a werkplein; None: it is open and has no stand.
KaartSoort = Band | Richting | None


@dataclass(frozen=True)
class KaartKeuze:
    """`rij`: the total, a fase (by naam) or a mijlpaal (by code). The rest asks for some werkpleinen; None asks for all."""

    rij: str = TOTAAL
    verandering: bool = False
    provincie: str | None = None
    arbeidsmarktregio: str | None = None
    band: Band | None = None
    actualiteit: Actualiteit | None = None

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "KaartKeuze":
        """Read an address.

        Raises KeyError for what cannot be asked.
        """
        return cls(
            row_by_slug()[asked.get("rij", TOTAAL)],
            {"band": False, "verandering": True}[asked.get("toon", "band")],
            asked.get("provincie"),
            asked.get("arbeidsmarktregio"),
            BY_CODE[asked["band"]] if "band" in asked else None,
            Actualiteit.by_code()[asked["actualiteit"]] if "actualiteit" in asked else None,
        )

    @property
    def is_part(self) -> bool:
        """Say whether only some werkpleinen are asked for."""
        return self != KaartKeuze(self.rij, self.verandering)

    @property
    def asked(self) -> dict[str, str]:
        """Return what stands in an address: only what was asked."""
        found = {
            "rij": self.rij != TOTAAL and slug_by_row()[self.rij],
            "toon": self.verandering and "verandering",
            "provincie": self.provincie,
            "arbeidsmarktregio": self.arbeidsmarktregio,
            "band": self.band is not None and self.band.code,
            "actualiteit": self.actualiteit and self.actualiteit.value,
        }
        return {name: value for name, value in found.items() if value}


def soort_by_code(beeld: Tertaalbeeld, keuze: KaartKeuze) -> dict[str, KaartSoort]:
    """Return what is drawn for whom, by code, in order of their names: all that are open at the closing and asked for."""
    bands = bands_on(beeld, keuze.rij)
    shown = richtingen_on(beeld, keuze.rij) if keuze.verandering else bands
    return {code: shown.get(code) for code in open_then(beeld) if fits(beeld, keuze, code, bands.get(code))}


def open_then(beeld: Tertaalbeeld) -> list[str]:
    """Return who is open at the closing, by code in order of their names."""
    return [code for code in beeld.namen if code in beeld.ingediend_op]


def bands_on(beeld: Tertaalbeeld, rij: str) -> dict[str, Band]:
    bands = beeld.stand.bands_on(rij)
    return dict(zip(bands.index, map(Band, bands.tolist()), strict=True))


def richtingen_on(beeld: Tertaalbeeld, rij: str) -> dict[str, Richting]:
    """Return which way each went since the tertaal before, on one row; who had no stand then is new, never equal."""
    found = dict.fromkeys(beeld.stand.bands.index, Richting.NIEUW)
    for richting in (Richting.VOORUIT, Richting.GELIJK, Richting.ACHTERUIT):
        found |= dict.fromkeys(beeld.vergelijking.who_moved(rij, richting), richting)
    return found


def fits(beeld: Tertaalbeeld, keuze: KaartKeuze, code: str, band: Band | None) -> bool:
    place = beeld.werkpleinen.get(code)
    pairs = (
        (keuze.provincie, place and place.provincie),
        (keuze.arbeidsmarktregio, place and place.arbeidsmarktregio),
        (keuze.band, band),
        (keuze.actualiteit, beeld.actualiteit.get(code)),
    )
    return all(asked is None or asked == found for asked, found in pairs)
