"""From the lines of one file to rows of values, in the order of the table's columns."""

from collections.abc import Iterator
from itertools import chain

from landkaart.domein.fouten import Fout
from landkaart.invoer.faults import Fault, Onleesbaar, add, full
from landkaart.invoer.header import find_places, header_problems
from landkaart.invoer.tables import Column, Table

# Stands for a cell that has been named as a fault; None is a cell that may be empty, and is.
UNREADABLE = object()
EMPTY = "het bestand is leeg."
ONLY_HEADER = "het bestand heeft alleen een kopregel."

Line = tuple[int, list[str]]
Row = tuple[int, list]


def parse_rows(lines: Iterator[Line], table: Table, bestand: str, faults: list[Fault]) -> Iterator[Row]:
    """The line each row begins on, and its values; a row with too many or too few fields is left out."""
    regel, header = next(lines, (None, None))
    if header is None:
        raise Onleesbaar(EMPTY)
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
    """With an empty field put after the last, where the columns stand that the file leaves out."""
    for regel, fields in lines:
        if len(fields) == width:
            fields.append("")
            yield regel, fields
        elif full(faults):
            return
        else:
            faults.append(Fault(bestand, regel, None, f"de regel heeft {fields_of(len(fields))}, de kopregel {width}."))


def fields_of(number: int) -> str:
    return "1 veld" if number == 1 else f"{number} velden"


def parse_each(fields: list[str], places: list[tuple[Column, int]], bestand: str, regel: int, faults: list[Fault]) -> list:
    """Slower, and names every cell that is wrong."""
    values = []
    for column, place in places:
        try:
            values.append(column.parse(fields[place]))
        except Fout as fout:
            values.append(UNREADABLE)
            add(faults, Fault(bestand, regel, column.naam, str(fout)))
    return values
