"""What one row cannot show: the same thing twice, moments out of order, references to nothing."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from landkaart.domein.account import require_werkpleinen
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.planning import order_problems
from landkaart.domein.werkplein import require_later_closing
from landkaart.invoer import kengetallen
from landkaart.invoer.faults import Fault, Findings, Loose, Part, quote
from landkaart.invoer.records import AccountRecord, KengetalRecord, UitvraagRecord, WerkpleinRecord
from landkaart.invoer.rows import UNREADABLE, Row
from landkaart.invoer.tables import Table
from landkaart.invoer.werkplein_lists import ALL
from landkaart.programma.namen import WERKPLEINEN

# Column and reason of each thing that is wrong with a record.
Problems = Iterator[tuple[str, str]]
Made = TypeVar("Made")


def make_records(rows: Iterator[Row], table: Table, record: Callable[..., Made], found: Findings) -> tuple[Made, ...]:
    """Return a record for each row of which every cell could be read; add what is wrong to the faults."""
    made = []
    for regel, values in unique(rows, table, found):
        if UNREADABLE in values:
            found.loose += loose_ends(regel, values, table, found.bestand)
            found.parts.append(part_of(regel, values, table, found.bestand))
            continue
        each = record(*values, found.bestand, regel)
        for kolom, reden in problems_of(each):
            found.add(Fault(found.bestand, regel, kolom, reden))
        made.append(each)
    return tuple(made)


def loose_ends(regel: int, values: Sequence[Any], table: Table, bestand: str) -> Iterator[Loose]:
    """Yield each werkplein that a row names of which something else could not be read."""
    for column, value in zip(table.columns, values, strict=True):
        if column.of_werkplein and value is not UNREADABLE:
            codes = value if isinstance(value, tuple) else [value]
            yield from (Loose(bestand, regel, code, column.naam) for code in codes if code not in (None, ALL))


def part_of(regel: int, values: Sequence[Any], table: Table, bestand: str) -> Part:
    """Return what could be read of a row that is no record, as far as it is judged by itself."""
    read = {name: value for name, value in zip(table.names, values, strict=True) if value is not UNREADABLE}
    return Part(table.naam, bestand, regel, read.get("werkplein"), read.get("tertaal"))


def unique(rows: Iterator[Row], table: Table, found: Findings) -> Iterator[Row]:
    """Pass all rows on, adding those whose key stood on an earlier line to the faults."""
    places = [table.names.index(name) for name in table.key]
    seen: dict[tuple[object, ...], int] = {}
    for regel, values in rows:
        key = tuple([values[place] for place in places])
        first = regel if UNREADABLE in key else seen.setdefault(key, regel)
        if first != regel:
            reden = f"‘{', '.join(str(part) for part in key if part)}’ staat ook op regel {first}."
            found.add(Fault(found.bestand, regel, table.key[-1], reden))
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
    elif isinstance(record, KengetalRecord):
        yield from kengetallen.problems(record)
    elif isinstance(record, AccountRecord):
        yield from account_problems(record)


def account_problems(record: AccountRecord) -> Problems:
    try:
        require_werkpleinen(record.rol, record.werkpleinen)
    except OngeldigeInvoer as wrong:
        yield "werkpleinen", str(wrong)
    others = set(record.coordinator or ()) - set(record.werkpleinen) if record.coordinator != ALL else set()
    for code in sorted(others):
        yield "coordinator", f"{quote(code)} is geen van de {WERKPLEINEN} op deze regel."
