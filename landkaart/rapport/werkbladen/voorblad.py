"""The sheets around the tables: what this is, what is in it, why a cell is empty, how it counts, where it comes from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from landkaart.domein.band import Band
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import NAAM, ONDERWERP, TERTAAL, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.explanation import RECONSTRUCTION, explanation, freshness
from landkaart.rapport.herkomst import SOURCE, TITLE, Herkomst
from landkaart.rapport.werkbladen.blad import Werkblad

SHEET, HOW = "Over dit bestand", "Hoe het telt"
ABOUT = (
    f"De {NAAM} laat per {TERTAAL} zien hoe ver de {WERKPLEINEN} zijn met {ONDERWERP}. Op elk blad staat "
    "één tabel, die u kunt sorteren, filteren en verder gebruiken. Percentages zijn echte percentages: 67% is 0,67."
)
EMPTY = "Een lege cel is nooit 0: er is geen cijfer."


@dataclass(frozen=True)
class Tekstregel:
    """A line of text; `blad`: of which sheet it is the way to; `is_kop`: it heads the lines below it."""

    naam: str = ""
    tekst: str = ""
    blad: str = ""
    is_kop: bool = False


@dataclass(frozen=True)
class Omslag:
    """What stands before and behind the tables; `voet` stands below each printed page."""

    titel: str
    voet: str
    voorblad: Sequence[Tekstregel]
    achterbladen: Mapping[str, Sequence[Tekstregel]]
    naam: str = SHEET
    bron: str = SOURCE


def omslag_of(beeld: Tertaalbeeld, bladen: Sequence[Werkblad], herkomst: Herkomst) -> Omslag:
    """Return it for the sheets of a tertaal."""
    titel = f"{SOURCE}: tabellen van {beeld.tertaal} ({beeld.tertaal.periode})"
    behind = {
        HOW: [Tekstregel(tekst=line) for line in explanation(beeld)],
        TITLE: [Tekstregel(naam, tekst) for naam, tekst in herkomst.velden.items()],
    }
    voet = f"{SOURCE}, {beeld.tertaal}, {freshness(beeld)}"
    return Omslag(titel, voet, list(cover(titel, beeld, bladen)), behind)


def cover(titel: str, beeld: Tertaalbeeld, bladen: Sequence[Werkblad]) -> Iterator[Tekstregel]:
    """Yield the lines of the first sheet."""
    yield Tekstregel(titel, is_kop=True)
    yield Tekstregel("Wat dit is", ABOUT)
    yield Tekstregel("Stand", freshness(beeld))
    if beeld.reconstructie:
        yield Tekstregel("Let op", RECONSTRUCTION.removeprefix("Let op: "))
    yield Tekstregel()
    yield Tekstregel("Inhoud", is_kop=True)
    for blad in bladen:
        rows = dutch.counted(len(blad.rijen), "rij", "rijen")
        yield Tekstregel(blad.naam, f"{blad.titel} ({rows})", blad.naam)
    for naam in (HOW, TITLE):
        yield Tekstregel(
            naam, "De rekenregels" if naam == HOW else f"Welk {TERTAAL}, hoe vast, door wie gemaakt en wanneer", naam
        )
    yield Tekstregel()
    yield Tekstregel("De banden", is_kop=True)
    yield from (Tekstregel(band.signed, band.range) for band in Band)
    yield Tekstregel()
    yield Tekstregel("Waarom een cel leeg is", is_kop=True)
    yield Tekstregel("Op elk blad", EMPTY)
    yield from (Tekstregel(blad.naam, blad.leeg) for blad in bladen if blad.leeg)
