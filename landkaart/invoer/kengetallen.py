"""The cells of kengetallen.csv, and what a row of it must be as a whole."""

from collections.abc import Iterator

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.kengetal import LONGEST_LINE, LONGEST_NOTE, TOTAAL, optional_text, read_waarde, require_fitting
from landkaart.invoer.cells import optional_text as filled
from landkaart.invoer.cells import parse_day
from landkaart.invoer.damage import require_whole
from landkaart.invoer.faults import quote
from landkaart.invoer.records import KengetalRecord


def line(text: str) -> str:
    """Read a text on one line, which may be empty.

    Raises OngeldigeInvoer.
    """
    require_whole(text)
    return optional_text(filled(text), LONGEST_LINE)


def note(text: str) -> str:
    """Read a note or a source, which may be empty.

    Raises OngeldigeInvoer.
    """
    require_whole(text)
    return optional_text(filled(text), LONGEST_NOTE)


def uitsplitsing(text: str) -> str:
    """Read of whom a figure is; empty is of all together.

    Raises OngeldigeInvoer.
    """
    return line(text) or TOTAAL


def periode(text: str) -> str:
    """Read a periode as it is printed: "2009-2" as well, but not what Excel makes of that.

    Raises OngeldigeInvoer.
    """
    if parse_day(text.strip()) is not None:
        raise OngeldigeInvoer(
            f"{quote(text)} is een datum. Maak de kolom in Excel op als tekst en schrijf de periode opnieuw."
        )
    return line(text)


def waarde(text: str) -> str:
    """Read a figure: a number, n.b., or a text.

    Raises OngeldigeInvoer for an empty cell, and for what is damaged.
    """
    return read_waarde(filled(text) or "")


def problems(record: KengetalRecord) -> Iterator[tuple[str, str]]:
    """Return what is wrong with a row of which each cell is right."""
    try:
        require_fitting(record.waarde, record.eenheid)
    except OngeldigeInvoer as wrong:
        yield "waarde", str(wrong)
