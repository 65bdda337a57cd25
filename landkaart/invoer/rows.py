"""From the lines of one file to rows of values, in the order of the table's columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from landkaart.domein.fouten import Fout
from landkaart.invoer.beside import Beside, is_repeated, is_total
from landkaart.invoer.choices import NietBekend
from landkaart.invoer.faults import Fault, Findings, Onleesbaar, full, quote, thousands
from landkaart.invoer.grid import Grid, Line
from landkaart.invoer.heading import LOOKED_AT, find_heading, find_places, has_all, heading_problems, sideways
from landkaart.invoer.tables import Column, Table
from landkaart.invoer.xlsx_layout import column_letters

# Stands for a cell that has been named as a fault; None is a cell that may be empty, and is.
UNREADABLE = object()
EMPTY = "het bestand is leeg."
ONLY_HEADER = "het bestand heeft alleen een kopregel."
# For so many values the name that may be meant is looked for, which takes time; more than these nobody reads.
HINTED = 100
# More rows that are none than this, and the file is something else than a table.
MOST_PASSED_OVER = 1_000
NO_TABLE = f"het bestand heeft meer dan {thousands(MOST_PASSED_OVER)} totaalregels of herhaalde kopregels. Haal ze weg."

# The line a row begins on, and its values in the order of the table's columns.
Row = tuple[int, list[Any]]


@dataclass
class Reading:
    """One file while it is read: where its columns stand, and what is passed over."""

    table: Table
    found: Findings
    header: list[str]
    places: list[tuple[Column, int]]
    beside: Beside
    totals: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)

    def pass_over(self, regel: int, lines: list[int]) -> None:
        """Keep that a row is none.

        Raises Onleesbaar when there are too many.
        """
        lines.append(regel)
        if len(self.totals) + len(self.repeated) > MOST_PASSED_OVER:
            raise Onleesbaar(NO_TABLE, regel)


def parse_rows(grid: Grid, table: Table, found: Findings) -> Iterator[Row]:
    """Return the line each row begins on, and its values; what is no row of the table is left out, and named.

    Raises Onleesbaar when there is nothing to read.
    """
    found.note(*grid.notes)
    head, rest = first_lines(grid.lines)
    if not head:
        raise Onleesbaar(EMPTY)
    texts = [fields for _, fields in head]
    place = find_heading(texts, table) or 0
    regel, header = head[place]
    header = without_empty_end(header)
    turned = None if has_all(header, table) else sideways(texts, table)
    for problem in [turned] if turned else (*unworked_heading(grid, regel), *heading_problems(header, table)):
        found.add(Fault(found.bestand, regel, None, problem))
    if place and not turned:
        found.note(f"de kopregel staat op regel {regel}; wat daarboven staat is niet gelezen.")
    if not has_all(header, table):
        return
    reading = Reading(table, found, header, find_places(header, table), Beside(header, grid.layout, found))
    yield from values_of(chain(head[place + 1 :], rest), reading)


def unworked_heading(grid: Grid, regel: int) -> Iterator[str]:
    """Say of each name of a column that is a formula without an outcome that it is one."""
    if grid.layout:
        yield from (unworked_text(regel, number - 1) for number in sorted(grid.layout.unworked.get(regel, ())))


def first_lines(lines: Iterator[Line]) -> tuple[list[Line], Iterator[Line]]:
    """Return the lines among which the header is, and those that follow: what cannot be read stops when it is its turn.

    Raises Onleesbaar when that is at once.
    """
    head: list[Line] = []
    try:
        for line in islice(lines, LOOKED_AT):
            head.append(line)
    except Onleesbaar as stop:
        if not head:
            raise
        return head, stopped(stop)
    return head, lines


def stopped(stop: Onleesbaar) -> Iterator[Line]:
    yield from ()
    raise stop


def without_empty_end(fields: Sequence[str]) -> list[str]:
    """Return the fields until the last that holds something: what has neither a name nor anything in it is no column."""
    last = max((number for number, text in enumerate(fields, start=1) if text.strip()), default=0)
    return list(fields[:last])


def values_of(lines: Iterator[Line], reading: Reading) -> Iterator[Row]:
    first = next(lines, None)
    if first is None:
        raise Onleesbaar(ONLY_HEADER)
    # Looked up once: the loop below runs for each of up to 200,000 rows.
    parsers = [(column.parse, place) for column, place in reading.places]
    unworked = reading.beside.unworked
    for regel, fields in of_width(chain([first], lines), reading):
        values: list[Any] | None
        try:
            values = [parse(fields[place]) for parse, place in parsers]
            # A formula without an outcome is a fault in a cell that may be empty too.
            if unworked.get(regel):
                values = parse_each(fields, regel, reading)
        except Fout:
            values = parse_each(fields, regel, reading)
        if values is not None:
            yield regel, values
        if full(reading.found.faults):
            return
    say_what_was_passed_over(reading)


def of_width(lines: Iterator[Line], reading: Reading) -> Iterator[Line]:
    """Pass on the rows as wide as the header, with an empty field at the end: there stand the columns that are left out."""
    width, beside = len(reading.header), reading.beside
    for regel, fields in lines:
        if len(fields) > width and not any(map(str.strip, fields[width:])):
            del fields[width:]
        if beside.is_watchful:
            beside.watch(regel, fields)
        if len(fields) != width:
            fields = beside.fitted(regel, fields)
        if len(fields) == width:
            fields.append("")
            yield regel, fields
        elif is_total(fields, reading.table):
            reading.pass_over(regel, reading.totals)
        elif full(reading.found.faults):
            return
        else:
            told = f"de regel heeft {fields_of(len(fields))}, de kopregel {width}."
            reading.found.add(Fault(reading.found.bestand, regel, None, told))


def fields_of(number: int) -> str:
    """Return "1 veld" or "2 velden"."""
    return "1 veld" if number == 1 else f"{number} velden"


def parse_each(fields: list[str], regel: int, reading: Reading) -> list[Any] | None:
    """Return the values of a row in which some cell is wrong; slower, and adds every such cell to the faults.

    None for what is no row of the table: a total, or the header once more.
    """
    if is_total(fields, reading.table):
        reading.pass_over(regel, reading.totals)
        return None
    if is_repeated(fields, reading.header, reading.table):
        reading.pass_over(regel, reading.repeated)
        return None
    filled = [text for place, text in enumerate(fields) if text.strip() or reading.beside.is_unworked(regel, place)]
    if not filled:
        return None  # What stands beside the table was named.
    if len(filled) == 1 and len(reading.table.needed) > 2:
        told = f"op deze regel staat alleen {quote(filled[0].strip())}. Haal de regel weg, of vul haar aan."
        reading.found.add(Fault(reading.found.bestand, regel, None, told))
        return [UNREADABLE] * len(reading.places)
    return [parse_cell(column, fields, regel, reading) for column in reading.places]


def parse_cell(wanted: tuple[Column, int], fields: Sequence[str], regel: int, reading: Reading) -> Any:
    (column, place), found = wanted, reading.found
    if not fields[place].strip() and reading.beside.is_unworked(regel, place):
        found.add(Fault(found.bestand, regel, column.naam, unworked_text(regel, place)))
        return UNREADABLE
    try:
        return column.parse(fields[place])
    except Fout as fout:
        found.add(Fault(found.bestand, regel, column.naam, f"{fout}{near(fout, found)}"))
        return UNREADABLE


def near(fout: Fout, found: Findings) -> str:
    """Return which name may be meant, where one is not known; the same each time that the same is said."""
    if not isinstance(fout, NietBekend):
        return ""
    if str(fout) not in found.near and len(found.near) < HINTED:
        found.near[str(fout)] = fout.near()
    return found.near.get(str(fout), "")


def unworked_text(regel: int, place: int) -> str:
    """Say of a cell, its place counted from 0, that it has a formula and not what that comes to."""
    return (
        f"in cel {column_letters(place + 1)}{regel} staat een formule zonder uitkomst. Typ er wat er moet staan, of open "
        "het bestand in Excel en bewaar het opnieuw."
    )


def say_what_was_passed_over(reading: Reading) -> None:
    reading.beside.say_what_was_hidden()
    for lines, what in ((reading.totals, "een totaalregel"), (reading.repeated, "de kopregel nog een keer")):
        for regel in lines[:3]:
            reading.found.note(f"regel {regel} is {what} en niet gelezen.")
        if len(lines) > 3:
            reading.found.note(f"nog {len(lines) - 3} zulke regels zijn niet gelezen.")
