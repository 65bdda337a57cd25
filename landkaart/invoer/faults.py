"""What is wrong with a delivered file: where, and why, in a sentence for whoever made it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from landkaart.domein.fouten import OngeldigBestand
from landkaart.domein.tertaal import Tertaal

# Beyond this nobody reads on, and a file made to be wrong would fill the memory.
MAX_FAULTS = 10_000
# Of a value that is quoted, in characters.
SHOWN = 40
# Of line numbers that do not follow each other, so many groups are written.
MOST_SPANS = 10


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong on one line; `str()` says it in a line."""

    # The name of the file, without its folder.
    bestand: str
    # As a text editor or Excel numbers it, the header being 1; None for the file as a whole.
    regel: int | None
    # None for the line as a whole.
    kolom: str | None
    # A Dutch sentence that goes on after a colon.
    reden: str

    def __str__(self) -> str:
        return str(Gathered(self.bestand, self.kolom, self.reden, [] if self.regel is None else [self.regel]))


@dataclass(frozen=True)
class Gathered:
    """One thing that is wrong on one line or on more, said once; the rest as in `Fault`."""

    bestand: str
    kolom: str | None
    reden: str
    # Rising; none for the file as a whole.
    regels: list[int]

    @property
    def numbers(self) -> str:
        """Return "7" or "2 t/m 15, 40"."""
        return spans(self.regels)

    def __str__(self) -> str:
        place = [self.bestand]
        if self.regels:
            place.append(f"{'regel' if len(self.regels) == 1 else 'regels'} {self.numbers}")
        if self.kolom is not None:
            place.append(f"kolom {self.kolom}")
        return f"{', '.join(place)}: {self.reden}"


class Onleesbaar(OngeldigBestand):
    """Nothing more can be read from this file."""

    def __init__(self, reden: str, regel: int | None = None):
        super().__init__(reden)
        # The line where it stops, where that is known.
        self.regel = regel


class Geweigerd(OngeldigBestand):
    """A delivery that the landkaart does not take in; says all that is wrong, a line each."""

    def __init__(self, faults: Sequence[Fault]):
        super().__init__("\n".join(map(str, gather(faults))))


def add(faults: list[Fault], fault: Fault) -> None:
    """Keep a fault, unless there are too many already."""
    if not full(faults):
        faults.append(fault)


def gather(faults: Sequence[Fault]) -> list[Gathered]:
    """Return the faults of which the sentence is the same as one, each at the place of its first line."""
    found: dict[tuple[str, str | None, str], set[int]] = {}
    for fault in faults:
        lines = found.setdefault((fault.bestand, fault.kolom, fault.reden), set())
        if fault.regel is not None:
            lines.add(fault.regel)
    return [Gathered(*said, sorted(lines)) for said, lines in found.items()]


def spans(numbers: Sequence[int]) -> str:
    """Write rising numbers in short: "16 t/m 29, 40"."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][1] + 1:
            groups[-1][1] = number
        else:
            groups.append([number, number])
    shown = [str(first) if first == last else f"{first} t/m {last}" for first, last in groups[:MOST_SPANS]]
    more = sum(last - first + 1 for first, last in groups[MOST_SPANS:])
    return ", ".join(shown) + (f" en nog {more} {'regel' if more == 1 else 'regels'}" if more else "")


class Loose(NamedTuple):
    """A werkplein that a row is about of which something else could not be read: it must be known all the same."""

    bestand: str
    regel: int
    werkplein: str
    kolom: str = "werkplein"


class Part(NamedTuple):
    """What could be read of a row of a table, or of the rows of one invulling, that is no record; None: it could not."""

    tabel: str
    bestand: str
    regel: int
    werkplein: str | None = None
    tertaal: Tertaal | None = None
    ingevuld_op: date | None = None


class Findings:
    """What reading one file (`bestand`) found: all that is wrong, and what there is to say of what was read all the same."""

    def __init__(self, bestand: str, faults: list[Fault], notes: list[str]):
        self.bestand, self.faults, self.notes = bestand, faults, notes
        # The name that may be meant, by what was said of one that is not known: looked for once.
        self.near: dict[str, str] = {}
        self.loose: list[Loose] = []
        self.parts: list[Part] = []

    def add(self, fault: Fault) -> None:
        """Keep a fault, unless there are too many already."""
        add(self.faults, fault)

    def note(self, *sentences: str) -> None:
        """Keep what somebody should know: each goes on after the name of the file."""
        self.notes.extend(f"{self.bestand}: {sentence}" for sentence in sentences)


def full(faults: list[Fault]) -> bool:
    """Say whether no more faults are kept."""
    return len(faults) >= MAX_FAULTS


def printable(text: str) -> str:
    """Return a text fit for a terminal: a file's may hold control codes that move the cursor or turn the writing round."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def quote(text: str) -> str:
    """Return the beginning of a value, between quotes, for in a sentence."""
    short = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return f"‘{printable(short)}’"


def thousands(number: int) -> str:
    """Return a number with a Dutch dot between thousands."""
    return f"{number:,}".replace(",", ".")


def order(fault: Fault) -> tuple[str, int]:
    """Return what to sort by: file and line; a fault of the whole file comes before those of its lines."""
    return fault.bestand, fault.regel or 0
