"""The programme that this landkaart belongs to, read from a folder: its fasen, mijlpalen, bands, periods and names."""

from functools import cache

from landkaart import settings
from landkaart.programma.inhoud import Programma
from landkaart.programma.reading import OngeldigProgramma, read_programma

OWN = settings.CONTENT / "programma"


def is_own() -> bool:
    """Say whether it is the SUWI-landkaart itself, which brings data of 2009."""
    return programma().map == OWN


@cache
def programma() -> Programma:
    """Return it; read once, when the bands are made of it.

    Raises SystemExit with every fault of the folder: nothing can be shown or counted without it.
    """
    try:
        return read_programma(settings.programma_folder() or OWN)
    except OngeldigProgramma as error:
        raise SystemExit(str(error)) from None
