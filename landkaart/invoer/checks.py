"""What one row cannot show: the same thing twice, moments out of order, references to nothing."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.planning import order_problems
from landkaart.domein.werkplein import require_later_closing
from landkaart.invoer.faults import Fault, add
from landkaart.invoer.records import UitvraagRecord, WerkpleinRecord
from landkaart.invoer.rows import UNREADABLE, Row
from landkaart.invoer.tables import Table

# Column and reason of each thing that is wrong with a record.
Problems = Iterator[tuple[str, str]]
Made = TypeVar("Made")


def make_records(
    rows: Iterator[Row], table: Table, record: Callable[..., Made], bestand: str, faults: list[Fault]
) -> tuple[Made, ...]:
    """Return a record for each row of which every cell could be read; add what is wrong to `faults`."""
    found = []
    for regel, values in unique(rows, table, bestand, faults):
        if UNREADABLE in values:
            continue
        made = record(*values, bestand, regel)
        for kolom, reden in problems_of(made):
            add(faults, Fault(bestand, regel, kolom, reden))
        found.append(made)
    return tuple(found)


def unique(rows: Iterator[Row], table: Table, bestand: str, faults: list[Fault]) -> Iterator[Row]:
    """Pass all rows on, adding those whose key stood on an earlier line to `faults`."""
    places = [table.names.index(name) for name in table.key]
    seen: dict[tuple[object, ...], int] = {}
    for regel, values in rows:
        key = tuple([values[place] for place in places])
        first = regel if UNREADABLE in key else seen.setdefault(key, regel)
        if first != regel:
            reden = f"‘{', '.join(map(str, key))}’ staat ook op regel {first}."
            add(faults, Fault(bestand, regel, table.key[-1], reden))
        yield regel, values


def problems_of(record: object) -> Problems:
    """Return what is wrong with a record of which each cell is right."""
    if isinstance(record, WerkpleinRecord):
        try:
            require_later_closing(record.naam, record.actief_van, record.actief_tot)
        except OngeldigeInvoer as wrong:
            yield "actief_tot", str(wrong)
    elif isinstance(record, UitvraagRecord):
        yield from order_problems(record.uitvraag)
