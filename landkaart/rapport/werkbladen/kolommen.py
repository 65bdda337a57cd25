"""What every column of the tables is called above a sheet, and how its figures look."""

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import BY_CODE
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.vergelijking import Richting
from landkaart.programma.namen import AKO, TERTAAL_KOP, WERKPLEIN_KOP, WERKPLEINEN_KOP
from landkaart.rapport.werkbladen.blad import BladKolom, CelSoort

PERCENT = CelSoort.PROCENT
KOPPEN: dict[str, tuple[str, CelSoort]] = {
    "fase": ("Fase", CelSoort.TEKST),
    "mijlpaal": ("Mijlpaal", CelSoort.TEKST),
    "aantal_werkpleinen": (WERKPLEINEN_KOP, CelSoort.GETAL),
    "gemiddelde": ("Gemiddelde (%)", PERCENT),
    "tertaal": (TERTAAL_KOP, CelSoort.TEKST),
    "periode": ("Periode", CelSoort.TEKST),
    "code": ("Code", CelSoort.TEKST),
    "naam": (WERKPLEIN_KOP, CelSoort.TEKST),
    "score_vorig": ("Score vorige keer (%)", PERCENT),
    "score": ("Score (%)", PERCENT),
    "richting": ("Richting", CelSoort.TEKST),
    "redenen": ("Redenen", CelSoort.TEKST),
    "ako_indicatie": (f"{AKO}-indicatie", CelSoort.TEKST),
    "ingevuld_op": ("Ingevuld op", CelSoort.DAG),
    "klasse": ("Actualiteit", CelSoort.TEKST),
    "gestegen": ("Gestegen", CelSoort.GETAL),
    "gedaald": ("Gedaald", CelSoort.GETAL),
    "verschil": ("Verschil (punten)", CelSoort.PUNTEN),
    "van": ("Van band", CelSoort.TEKST),
    "vraag": ("Vraag", CelSoort.TEKST),
    "tekst": ("Tekst van de vraag", CelSoort.TEKST),
    "antwoord": ("Antwoord", CelSoort.TEKST),
    "toelichting": ("Toelichting", CelSoort.TEKST),
    "soort": ("Soort vraag", CelSoort.TEKST),
    "eenheid": ("Eenheid", CelSoort.TEKST),
}
# Of columns that hold codes: what readers see for each.
LABELS: dict[str, dict[str, str]] = {
    "richting": Richting.labels(),
    "ako_indicatie": Indicatie.labels(),
    "klasse": Actualiteit.labels(),
    "van": {code: band.label for code, band in BY_CODE.items()},
}


def kolom(naam: str) -> BladKolom:
    """Return the column of this name; of a band with its colour, its share as "Niet (%)"."""
    band = BY_CODE.get(naam.removesuffix("_pct"))
    if band is not None and naam.endswith("_pct"):
        return BladKolom(naam, f"{band.label} (%)", PERCENT, band)
    if band is not None:
        return BladKolom(naam, band.label, CelSoort.GETAL, band)
    kop, soort = KOPPEN[naam]
    return BladKolom(naam, kop, soort)
