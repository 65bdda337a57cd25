"""From the lines of one file to rows of values, in the order of the table's columns."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from landkaart.domein.fouten import Fout
from landkaart.invoer.faults import Fault, Onleesbaar, add, full
from landkaart.invoer.header import find_places, header_problems
from landkaart.invoer.tables import Column, Table

# Stands for a cell that has been named as a fault; None is a cell that may be empty, and is.
UNREADABLE = object()
EMPTY = "het bestand is leeg."
ONLY_HEADER = "het bestand heeft alleen een kopregel."

# The line a row begins on, with its fields as texts, and then as values in the order of the table's columns.
Line = tuple[int, list[str]]
Row = tuple[int, list[Any]]


def parse_rows(lines: Iterator[Line], table: Table, bestand: str, faults: list[Fault]) -> Iterator[Row]:
    """Return the line each row begins on, and its values; a row with too many or too few fields is left out.

    Adds what is wrong to `faults`.

    Raises Onleesbaar when there is nothing to read.
    """
    top = next(lines, None)
    if top is None:
        raise Onleesbaar(EMPTY)
    regel, header = top
    problems = [Fault(bestand, regel, None, problem) for problem in header_problems(header, table)]
    faults.extend(problems)
    if problems:
        return
    first = next(lines, None)
    if first is None:
        raise Onleesbaar(ONLY_HEADER)
    places = find_places(header, table)
    # Looked up once: the loop below runs for each of up to 200,000 rows.
    parsers = [(column.parse, place) for column, place in places]
    for regel, fields in of_width(len(header), chain([first], lines), bestand, faults):
        try:
            values = [parse(fields[place]) for parse, place in parsers]
        except Fout:
            values = parse_each(fields, places, bestand, regel, faults)
        yield regel, values
        if full(faults):
            return


def of_width(width: int, lines: Iterator[Line], bestand: str, faults: list[Fault]) -> Iterator[Line]:
    """Pass on the rows of this width, with an empty field at the end: there stand the columns that the file leaves out."""
    for regel, fields in lines:
        if len(fields) == width:
            fields.append("")
            yield regel, fields
        elif full(faults):
            return
        else:
            faults.append(Fault(bestand, regel, None, f"de regel heeft {fields_of(len(fields))}, de kopregel {width}."))


def fields_of(number: int) -> str:
    """Return "1 veld" or "2 velden"."""
    return "1 veld" if number == 1 else f"{number} velden"


def parse_each(
    fields: list[str], places: list[tuple[Column, int]], bestand: str, regel: int, faults: list[Fault]
) -> list[object]:
    """Return the values of a row in which some cell is wrong; slower, and adds every such cell to `faults`."""
    values: list[object] = []
    for column, place in places:
        try:
            values.append(column.parse(fields[place]))
        except Fout as fout:
            values.append(UNREADABLE)
            add(faults, Fault(bestand, regel, column.naam, str(fout)))
    return values
