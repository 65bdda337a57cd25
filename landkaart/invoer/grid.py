"""A table as it lies in a file: its rows as texts, what is hidden of it, and which sheet it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from landkaart.invoer.csv_file import SEPARATORS, read_csv
from landkaart.invoer.encoding import encoding_of
from landkaart.invoer.faults import Onleesbaar, quote
from landkaart.invoer.heading import LOOKED_AT, find_heading, tidy
from landkaart.invoer.tables import TABLES, Table
from landkaart.invoer.xlsx_file import Sheet, read_sheets
from landkaart.invoer.xlsx_guard import MAX_BYTES as MAX_XLSX
from landkaart.invoer.xlsx_layout import SheetLayout

# The line a row begins on, with its fields as texts.
Line = tuple[int, list[str]]
# Of a .csv of another name, in bytes: more than its first rows.
PEEKED = 20_000
# With what a workbook begins, as any zip does.
ZIPPED = b"PK"
# A list of names in a sentence goes no further.
NAMED = 5


@dataclass(frozen=True)
class Grid:
    """`lines`: the rows that are not blank. `layout`: of a sheet. `notes`: what there is to say of how it was found."""

    lines: Iterator[Line]
    layout: SheetLayout | None = None
    notes: Sequence[str] = field(default_factory=list)


def csv_grid(data: bytes, table: Table) -> Grid:
    """Return the table in a .csv.

    Raises Onleesbaar, also while its lines are read.
    """
    return Grid(read_csv(data, table))


def xlsx_grid(data: bytes, table: Table) -> Grid:
    """Return the table in an .xlsx: on the sheet that has its name or, without one, on the only one that has its columns.

    Raises Onleesbaar.
    """
    sheets, hidden = read_sheets(data)
    chosen = choose(sheets, table)
    others = [sheet.naam for sheet in sheets if sheet is not chosen]
    notes = []
    if others:
        notes.append(f"gelezen is werkblad {quote(chosen.naam)}; niet gelezen: {named(others)}.")
    if hidden:
        notes.append(f"verborgen en niet gelezen: werkblad {named(hidden)}.")
    return Grid(iter(chosen.rows), chosen.layout, notes)


def choose(sheets: Sequence[Sheet], table: Table) -> Sheet:
    """Return the sheet with the table.

    Raises Onleesbaar when more than one could be it.
    """
    of_name = [sheet for sheet in sheets if sheet.naam.strip().casefold().replace(" ", "_") == table.naam]
    fitting = [sheet for sheet in sheets if find_heading([row for _, row in sheet.rows], table) is not None]
    if of_name or not fitting:
        return (of_name or list(sheets))[0]
    if len(fitting) > 1:
        names = named([sheet.naam for sheet in fitting])
        raise Onleesbaar(
            f"{len(fitting)} werkbladen hebben de kolommen van {table.naam}: {names}. Zet alles op één werkblad, of noem "
            f"het ene dat gelezen moet worden {table.naam}."
        )
    return fitting[0]


def holds(path: Path) -> str | None:
    """Return the name of the table that a file has, whatever it is called itself; None when it has none, or is not read."""
    try:
        with path.open("rb") as file:
            begin = file.read(PEEKED)
            return held(begin + file.read(MAX_XLSX) if begin.startswith(ZIPPED) else begin)
    except OSError:
        return None


def held(data: bytes) -> str | None:
    """Return the name of the table that the contents of a file are; None when they are none, or cannot be read."""
    try:
        heads = heads_of(data)
    except Onleesbaar:
        return None
    for naam, table in TABLES.items():
        if any(set(table.needed) <= set(tidy(row, table)) for head in heads for row in head):
            return naam
    return None


def heads_of(data: bytes) -> list[list[list[str]]]:
    """Return the first rows of each sheet of a workbook or, of a .csv, of each way to split it.

    Raises Onleesbaar.
    """
    if data.startswith(ZIPPED):
        sheets, _ = read_sheets(data)
        return [[row for _, row in sheet.rows[:LOOKED_AT]] for sheet in sheets]
    begin = data[:PEEKED]
    lines = begin.decode(encoding_of(begin), "replace").splitlines()[:LOOKED_AT]
    return [[[field.strip(' "') for field in line.split(separator)] for line in lines] for separator in SEPARATORS]


def named(names: Sequence[str]) -> str:
    """Return some names, each between quotes, and how many more there are."""
    more = f" en nog {len(names) - NAMED}" if len(names) > NAMED else ""
    return ", ".join(map(quote, names[:NAMED])) + more
