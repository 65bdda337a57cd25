"""What is wrong with a delivered file: where, and why, in a sentence for whoever made it."""

from collections.abc import Sequence
from dataclasses import dataclass

from landkaart.domein.fouten import OngeldigBestand

# Beyond this nobody reads on, and a file made to be wrong would fill the memory.
MAX_FAULTS = 10_000
SHOWN = 40


@dataclass(frozen=True)
class Fault:
    """`regel` is the line as a text editor or Excel numbers it; the header is line 1."""

    bestand: str
    regel: int | None
    kolom: str | None
    reden: str

    def __str__(self) -> str:
        place = [self.bestand]
        if self.regel is not None:
            place.append(f"regel {self.regel}")
        if self.kolom is not None:
            place.append(f"kolom {self.kolom}")
        return f"{', '.join(place)}: {self.reden}"


class Onleesbaar(OngeldigBestand):
    """Nothing more can be read from this file; `regel` is the line where it stops, where that is known."""

    def __init__(self, reden: str, regel: int | None = None):
        super().__init__(reden)
        self.regel = regel


class Geweigerd(OngeldigBestand):
    """A delivery that the landkaart does not take in; says all that is wrong, a line each."""

    def __init__(self, faults: Sequence[Fault]):
        super().__init__("\n".join(map(str, faults)))


def add(faults: list[Fault], fault: Fault) -> None:
    if not full(faults):
        faults.append(fault)


def full(faults: list[Fault]) -> bool:
    return len(faults) >= MAX_FAULTS


def printable(text: str) -> str:
    """Fit for a terminal: a file's text may hold control codes that move the cursor or turn the writing round."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def quote(text: str) -> str:
    short = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return f"‘{printable(short)}’"


def thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def order(fault: Fault) -> tuple[str, int]:
    """By file and line; a fault of the whole file comes before those of its lines."""
    return fault.bestand, fault.regel or 0
