"""The report as a document, whatever it is written as: chapters of paragraphs, tables, charts and notes. Plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from landkaart.domein.band import Band
from landkaart.domein.rapportage import RapportDeel
from landkaart.rapport import dutch

# So many parts of a width fill a page; so many rows stay together.
WHOLE, SHORT = 7.5, 22
# What a cell of a table can hold; None is what is not known, or what there is nothing of.
Value = str | int | None


class Notatie(Enum):
    """How a figure is written."""

    TEKST = "tekst"
    AANTAL = "aantal"
    PROCENT = "procent"
    PUNTEN = "punten"  # A difference, with its sign.
    GROOTTE = "grootte"  # A difference, whichever way it goes.
    GEDRUKT = "gedrukt"  # Text: a figure as its source prints it.

    def write(self, value: Value) -> str:
        """Write it as a Dutch reader does; a dash for what is not there."""
        if value is None or value == "":
            return dutch.DASH
        if isinstance(value, str):
            return value
        shapes = {
            Notatie.PROCENT: f"{value}%",
            Notatie.PUNTEN: dutch.change(value),
            Notatie.GROOTTE: dutch.count(abs(value)),
        }
        return shapes.get(self, dutch.count(value))


@dataclass(frozen=True)
class Vindplaats:
    """Where in the landkaart a figure can be checked: what the page is called, and its path with what it is asked."""

    pagina: str
    pad: str


@dataclass(frozen=True)
class Cel:
    """The cell of a table that holds a figure: by the name of the table, the key of the row and the name of the value."""

    tabel: str
    rij: str
    naam: str


@dataclass(frozen=True)
class Rijen:
    """How many rows a table has or, with a name and a value, how many of them hold that value."""

    tabel: str
    naam: str = ""
    waarde: Value = None


@dataclass(frozen=True)
class Som:
    """What some cells of a table hold together."""

    cellen: tuple[Cel, ...]

    @property
    def tabel(self) -> str:
        return self.cellen[0].tabel


Bron = Cel | Rijen | Som


@dataclass(frozen=True)
class Cijfer:
    """A figure in a sentence: counted for the sentence, and held against the table that it must agree with."""

    waarde: Value
    vorm: Notatie
    bron: Bron

    @property
    def tekst(self) -> str:
        return self.vorm.write(self.waarde)


# A sentence, or some: text with figures in it.
Zin = Sequence[str | Cijfer]


def plain(zin: Zin) -> str:
    """Write it as text."""
    return "".join(part if isinstance(part, str) else part.tekst for part in zin)


@dataclass(frozen=True)
class Subheading:
    tekst: str


@dataclass(frozen=True)
class Paragraph:
    """`getypt`: the AKO's own words. `nadruk`: stands out, as a message that must not be missed."""

    zin: Zin
    getypt: bool = False
    nadruk: bool = False


@dataclass(frozen=True)
class Bullets:
    zinnen: Sequence[Zin]


@dataclass(frozen=True)
class GridColumn:
    """What a column is called and which values of a row it shows: one, or a count with its share ("7 (6%)")."""

    titel: str
    namen: tuple[str, ...]
    vorm: Notatie = Notatie.TEKST
    breed: float = 1  # In parts of the width.
    band: Band | None = None

    @property
    def ground(self) -> str | None:
        """Return the colour behind its heading, where it is about a band; the worst band counts as 0, and is one too."""
        return None if self.band is None else self.band.colour

    @property
    def ink(self) -> str | None:
        """Return the colour of its heading on that."""
        return None if self.band is None else self.band.text_colour

    @property
    def is_number(self) -> bool:
        return self.vorm is not Notatie.TEKST

    def write(self, row: Mapping[str, Value]) -> str:
        """Write its cell of a row."""
        first = self.vorm.write(row[self.namen[0]])
        if len(self.namen) == 1 or first == dutch.DASH:
            return first
        return f"{first} ({Notatie.PROCENT.write(row[self.namen[1]])})"


@dataclass(frozen=True)
class RapportGrid:
    """A table. `rijen`: the values of each row, by its key; `plaats`: the page that shows the same.

    `nadruk`: the keys of the rows that stand out, such as a total.
    """

    naam: str
    titel: str
    kolommen: tuple[GridColumn, ...]
    rijen: Mapping[str, Mapping[str, Value]]
    plaats: Vindplaats
    noten: tuple[str, ...] = ()
    nadruk: frozenset[str] = frozenset()
    leeg: str = "Geen."  # What stands there when there are no rows.

    @property
    def share(self) -> float:
        """Return what part of the width of a page it takes: names and figures far apart do not read."""
        return min(1, sum(column.breed for column in self.kolommen) / WHOLE)

    @property
    def is_short(self) -> bool:
        """Say whether it fits on a page, so that it need not be broken over two."""
        return len(self.rijen) <= SHORT

    def text_rows(self) -> list[list[str]]:
        """Write every cell, a row each, without the headings."""
        return [[column.write(row) for column in self.kolommen] for row in self.rijen.values()]


@dataclass(frozen=True)
class RapportChart:
    """A picture of figures, by its name and choices as in an address; drawn only when it is written.

    `alt`: what it shows, for who cannot see it.
    """

    naam: str
    keuzes: Mapping[str, str]
    titel: str
    alt: str
    plaats: Vindplaats
    banden: bool = False


Block = Subheading | Paragraph | Bullets | RapportGrid | RapportChart


@dataclass(frozen=True)
class Chapter:
    deel: RapportDeel
    titel: str
    blokken: tuple[Block, ...]

    @property
    def cijfers(self) -> list[Cijfer]:
        """Return every figure that its sentences name."""
        zinnen = [zin for block in self.blokken for zin in sentences(block)]
        return [part for zin in zinnen for part in zin if isinstance(part, Cijfer)]


def sentences(block: Block) -> Sequence[Zin]:
    """Return the sentences of a block."""
    if isinstance(block, Bullets):
        return block.zinnen
    return [block.zin] if isinstance(block, Paragraph) else []


@dataclass(frozen=True)
class Rapport:
    """The whole document. `merk` stands on every page; empty for an edition, which needs none.

    `gedateerd`: the moment of the figures, and the only one in the files: the same report gives the same bytes.
    """

    titel: str
    ondertitel: str
    stempel: tuple[tuple[str, str], ...]  # What it is made from: a name and what it says, a pair each.
    merk: str
    gedateerd: datetime
    adres: str  # Where the landkaart is found.
    hoofdstukken: tuple[Chapter, ...]
    naslag: Mapping[str, RapportGrid] = field(
        default_factory=dict
    )  # Every table there is, by name, also of what was left out.

    def link(self, plaats: Vindplaats) -> str:
        return self.adres + plaats.pad

    def link_of(self, cijfer: Cijfer) -> str:
        """Return the address of the page where a figure can be checked."""
        return self.link(self.naslag[cijfer.bron.tabel].plaats)
