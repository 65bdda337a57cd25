"""The programme that this landkaart belongs to, read from a folder: its fasen, mijlpalen, bands, periods and names."""

from functools import cache
from pathlib import Path

from landkaart.programma.inhoud import Programma
from landkaart.programma.reading import OngeldigProgramma, read_programma
from landkaart.surroundings import CONTENT, Setting, read

OWN = CONTENT / "programma"


def is_own() -> bool:
    """Say whether it is the SUWI-landkaart itself, which brings data of 2009."""
    return programma().map == OWN


@cache
def programma() -> Programma:
    """Return it; read once, when the bands are made of it.

    Raises SystemExit with every fault of the folder: nothing can be shown or counted without it.
    """
    folder = read(Setting.LANDKAART_PROGRAMMA)
    try:
        return read_programma(Path(folder) if folder else OWN)
    except OngeldigProgramma as error:
        raise SystemExit(str(error)) from None
