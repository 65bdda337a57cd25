"""Sentences of a report: text with figures, each with the cell of a table that it must agree with."""

from collections.abc import Iterable, Sequence

from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN
from landkaart.rapport.rapportage.model import Bron, Cel, Cijfer, Notatie, Rijen, Value, Zin

# A part of a sentence, or some of them.
Part = str | Cijfer | Sequence[str | Cijfer]


def zin(*parts: Part) -> tuple[str | Cijfer, ...]:
    """Put parts behind each other."""
    return tuple(each for part in parts for each in ((part,) if isinstance(part, str | Cijfer) else part))


def aantal(waarde: Value, bron: Bron) -> Cijfer:
    return Cijfer(waarde, Notatie.AANTAL, bron)


def procent(waarde: Value, bron: Bron) -> Cijfer:
    return Cijfer(waarde, Notatie.PROCENT, bron)


def punten(waarde: int, bron: Bron) -> tuple[str | Cijfer, ...]:
    """Write the size of a difference: "2 punten", "1 punt"."""
    return zin(Cijfer(waarde, Notatie.GROOTTE, bron), " punt" if abs(waarde) == 1 else " punten")


def werkpleinen(waarde: int, bron: Bron) -> tuple[str | Cijfer, ...]:
    """Write "1 werkplein", "49 werkpleinen"."""
    return zin(aantal(waarde, bron), f" {WERKPLEIN}" if waarde == 1 else f" {WERKPLEINEN}")


def rows_of(tabel: str, count: int) -> Cijfer:
    """Write how many rows a table has, as they were counted elsewhere."""
    return aantal(count, Rijen(tabel))


def cel(tabel: str, rij: str, naam: str) -> Cel:
    return Cel(tabel, rij, naam)


def enumerated(parts: Sequence[Zin], last: str = "en") -> tuple[str | Cijfer, ...]:
    """Write "a, b en c" of parts that have figures in them."""
    found: list[Part] = []
    for place, part in enumerate(parts):
        if place:
            found.append(f" {last} " if place == len(parts) - 1 else ", ")
        found.append(part)
    return zin(*found)


def joined(zinnen: Iterable[Zin]) -> tuple[str | Cijfer, ...]:
    """Put sentences behind each other in one paragraph."""
    found: list[Part] = []
    for each in zinnen:
        found += [" ", each] if found else [each]
    return zin(*found)
