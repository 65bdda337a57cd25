"""The description of an archive for people, as a plain text that opens everywhere."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from landkaart.programma.namen import AKO, NAAM, ONDERWERP, TERTAAL, WERKPLEINEN
from landkaart.rapport.archief.beschrijving import KolomBeschrijving, TabelBeschrijving
from landkaart.rapport.explanation import RULES

FILE = "LEESMIJ.txt"
WIDTH = 100
ABOUT = (
    f"Dit archief bewaart de cijfers van één vastgesteld {TERTAAL} van de {NAAM}: hoe ver de {WERKPLEINEN} zijn met "
    f"{ONDERWERP}. Het programma van de landkaart is er niet voor nodig: het rapport is een PDF, de "
    "tabellen zijn CSV."
)
LIVING = (
    f"De scores zijn vastgesteld en veranderen niet meer. De {AKO}-indicaties, de antwoorden op extra vragen, de "
    f"kengetallen en de teksten van het {AKO} in het rapport zijn zoals ze waren toen dit archief werd gemaakt. "
    "Van dezelfde gegevens is het archief altijd hetzelfde, byte voor byte; daarom staat er niet in wie het maakte "
    "en wanneer."
)
HOW = (
    "De tabellen zijn UTF-8, met komma's tussen de velden en de kolomnamen op de eerste regel. Een lege cel is nooit 0: er "
    "is geen cijfer. Een tekst die een rekenprogramma voor een formule zou houden, heeft een apostrof (') ervoor."
)
CHECK = "Of er niets is veranderd, zegt in de uitgepakte map: sha256sum -c SHA256SUMS"


def leesmij(
    titel: str, stempel: Sequence[tuple[str, str]], rapport: str, tabellen: Mapping[str, TabelBeschrijving]
) -> bytes:
    """Write it. `rapport`: the name of its file; `tabellen`: by the name of theirs."""
    lines = [*first(titel, stempel), *contents(rapport, tabellen), *columns(tabellen)]
    return ("\n".join(lines) + "\n").encode()


def first(titel: str, stempel: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield what this is and where it comes from."""
    yield from heading(titel, "=")
    yield from wrapped(ABOUT)
    yield ""
    yield from (line for name, tekst in stempel for line in wrapped(f"{name}: {tekst}"))
    yield ""
    yield from wrapped(LIVING)


def contents(rapport: str, tabellen: Mapping[str, TabelBeschrijving]) -> Iterator[str]:
    """Yield which files there are, how they are to be read, and how it counts."""
    yield from heading("Wat erin zit")
    yield from wrapped(f"{rapport}: de {TERTAAL}rapportage, met conclusies, tabellen en figuren")
    yield from (line for name, tabel in tabellen.items() for line in wrapped(f"{name}: {tabel.titel}"))
    yield from wrapped("herkomst.txt: waar de cijfers vandaan komen en hoe vast ze zijn")
    yield from wrapped("datapackage.json: wat er in de tabellen staat, voor programma's (Data Package 2.0)")
    yield from wrapped("SHA256SUMS: de controlegetallen van alle bestanden")
    yield ""
    yield from wrapped(HOW)
    yield from wrapped(CHECK)
    yield from heading("Hoe het telt")
    yield from (line for rule in RULES for line in wrapped(rule))


def columns(tabellen: Mapping[str, TabelBeschrijving]) -> Iterator[str]:
    """Yield of each table what its rows and its columns are."""
    yield from heading("De kolommen")
    for name, tabel in tabellen.items():
        yield ""
        yield name
        yield from wrapped(f"{tabel.titel}. Elke rij: {tabel.rij}", "  ")
        yield from (line for kolom in tabel.kolommen for line in column(kolom))


def column(kolom: KolomBeschrijving) -> Iterator[str]:
    unit = f", in {kolom.eenheid}" if kolom.eenheid else ""
    yield from wrapped(f"{kolom.naam} ({kolom.soort.label.lower()}{unit}): {kolom.tekst}", "  - ")
    if kolom.codes:
        codes = "; ".join(f"{code} = {label}" for code, label in kolom.codes.items())
        yield from wrapped(f"Codes: {codes}.", "    ")


def heading(text: str, sign: str = "-") -> list[str]:
    above = [] if sign == "=" else [""]
    return [*above, text, sign * len(text)]


def wrapped(text: str, begin: str = "") -> list[str]:
    """Break a text into lines; `begin`: before the first, and as much room before the others."""
    return textwrap.wrap(text, WIDTH, initial_indent=begin, subsequent_indent=" " * len(begin), break_on_hyphens=False)
