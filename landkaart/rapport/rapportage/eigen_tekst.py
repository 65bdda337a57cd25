"""What the AKO typed, as paragraphs; and which figures in it stand in no table of the report."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from landkaart.domein.band import BIJNA_GROEN, Band
from landkaart.domein.catalogus import N_MIJLPALEN, catalogus
from landkaart.domein.rapportage import Rapportage, RapportPlek, TekstPlek
from landkaart.domein.rapportage import RapportDeel as Deel
from landkaart.rapport import dutch
from landkaart.rapport.rapportage.model import Block, Bullets, GridColumn, Notatie, Paragraph, RapportGrid, Value

PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s?(?:%|procent\b)")
# A whole number, with dots for thousands; what stands around it says whether it counts something.
WHOLE = re.compile(r"(?<![\w.,\-/])(\d{1,3}(?:\.\d{3})+|\d+)(?![\w%]|[.,]\d|[\-/]\d|\s?(?:%|procent\b))")
# As a source prints it.
PRINTED = re.compile(r"[-−]?(\d{1,3}(?:\.\d{3})+|\d+)(%?)")
# Not counts: a day, a year, an hour, the number of a table, a part of a year.
DATE = re.compile(
    rf"\b\d{{1,2}}\s(?:{'|'.join((*dutch.MAANDEN, *(month[:3] for month in dutch.MAANDEN)))})\b\.?(?:\s\d{{4}})?"
    r"|\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\suur\b|\b\d{1,2}-\d{1,2}-\d{4}\b"
    r"|\b(?:[Tt]abel|[Ff]iguur|[Hh]oofdstuk|[Pp]aragraaf|[Aa]rtikel|[Bb]ijlage|[Pp]agina)\s\d+(?:\.\d+)*",
)
# What is always so: mijlpalen, fasen, bands, and their edges.
KNOWN_COUNTS = {N_MIJLPALEN, len(catalogus().fasen), len(Band), 1}
KNOWN_PERCENTS = {band.edge for band in Band} | {band.edge - 1 for band in Band if band.edge} | {BIJNA_GROEN}


@dataclass(frozen=True)
class Melding:
    """A figure that somebody typed and no table has; `dichtstbij`: the nearest that exists, with where it stands."""

    plek: RapportPlek
    cijfer: str
    dichtstbij: str

    @property
    def zin(self) -> str:
        """Write it as readers get it."""
        near = f" Het dichtst erbij: {self.dichtstbij}." if self.dichtstbij else ""
        return f"{self.plek.label}: ‘{self.cijfer}’ staat in geen enkele tabel.{near}"


@dataclass(frozen=True)
class InTabel:
    """A figure that a table has, and where."""

    waarde: int
    waar: str


def blocks_of(tekst: str) -> list[Block]:
    """Return paragraphs, parted by an empty line, and lists of lines that begin with "- "."""
    found: list[Block] = []
    for part in re.split(r"\n\s*\n", tekst.strip()):
        lines = part.splitlines()
        if lines and all(line.startswith("- ") for line in lines):
            found.append(Bullets([(line[2:].strip(),) for line in lines]))
        elif lines:
            found.append(Paragraph((part,), getypt=True))
    return found


def typed_blocks(rapportage: Rapportage, deel: Deel, plek: TekstPlek) -> list[Block]:
    """Return what was typed at a place; nothing when nothing was."""
    found = rapportage.teksten.get(RapportPlek(deel, plek))
    return blocks_of(found.tekst) if found else []


def meldingen(rapportage: Rapportage, grids: Mapping[str, RapportGrid]) -> list[Melding]:
    """Return each percentage and count in what was typed that no table has; of what goes into the report."""
    found = []
    for plek in (RapportPlek(deel, plek) for deel in rapportage.opzet.delen for plek in TekstPlek):
        if plek in rapportage.teksten:
            typed = rapportage.teksten[plek].tekst
            for pattern, vorm, usual in (
                (PERCENT, Notatie.PROCENT, KNOWN_PERCENTS),
                (WHOLE, Notatie.AANTAL, KNOWN_COUNTS),
            ):
                known = list(held(grids.values(), vorm, typed))
                found += [Melding(plek, *each) for each in unknown(pattern, DATE.sub(" ", typed), known, usual)]
    return found


def unknown(pattern: re.Pattern[str], text: str, known: list[InTabel], usual: set[int]) -> Iterator[tuple[str, str]]:
    """Yield what is quoted and not known, each once, with the nearest that is."""
    there = {each.waarde for each in known} | usual
    for quoted, number in {found[0].strip(): found[1] for found in pattern.finditer(text)}.items():
        value = float(number.replace(".", "") if pattern is WHOLE else number.replace(",", "."))
        if value not in there:
            yield quoted, nearest(value, known, pattern is PERCENT)


def nearest(value: float, known: list[InTabel], percent: bool) -> str:
    """Write the nearest figure with where it stands; of two as near the one that was found first."""
    if not known:
        return ""
    found = min(known, key=lambda each: abs(each.waarde - value))
    shown = f"{found.waarde}%" if percent else dutch.count(found.waarde)
    return f"{shown} ({found.waar})"


def held(grids: Iterable[RapportGrid], vorm: Notatie, typed: str) -> Iterator[InTabel]:
    """Yield every figure of one kind in the tables, a column with a count and a share as both, and how long each is.

    What is said of one werkplein counts only where it is named in what was typed: among so many scores any figure can be
    found.
    """
    for grid in grids:
        for row in grid.rijen.values():
            first = str(next(iter(row.values())))
            if "naam" in row and first not in typed:
                continue
            for column in grid.kolommen:
                for naam in names_of_kind(column, vorm):
                    value = printed(row[naam], vorm) if column.vorm is Notatie.GEDRUKT else row[naam]
                    if isinstance(value, int):
                        yield InTabel(value, f"{grid.titel}: {first}, {column.titel}")
        if vorm is Notatie.AANTAL and grid.rijen:
            yield InTabel(len(grid.rijen), f"{grid.titel}: aantal rijen")


def printed(value: Value, vorm: Notatie) -> int | None:
    """Read a whole figure that stands in a table as its source prints it; None for what is another kind, or no figure."""
    found = PRINTED.fullmatch(value) if isinstance(value, str) else None
    fits = found and bool(found[2]) is (vorm is Notatie.PROCENT)
    return int(found[1].replace(".", "")) if found and fits else None


def names_of_kind(column: GridColumn, vorm: Notatie) -> tuple[str, ...]:
    """Return which values of a column are of this kind; differences in points count as counts."""
    if column.vorm is Notatie.GEDRUKT:
        return column.namen
    if vorm is Notatie.PROCENT:
        return column.namen if column.vorm is Notatie.PROCENT else column.namen[1:]
    return column.namen[:1] if column.vorm in (Notatie.AANTAL, Notatie.PUNTEN) else ()
