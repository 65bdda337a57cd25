"""What one row cannot show: the same thing twice, moments out of order, references to nothing."""

from collections.abc import Callable, Iterator

from landkaart.invoer.faults import Fault, add
from landkaart.invoer.records import UitvraagRecord, WerkpleinRecord
from landkaart.invoer.rows import UNREADABLE, Row
from landkaart.invoer.tables import Table

Problems = Iterator[tuple[str, str]]


def make_records(rows: Iterator[Row], table: Table, record: Callable, bestand: str, faults: list[Fault]) -> tuple:
    """One per row of which every cell could be read."""
    check = CHECKS.get(record, nothing)
    found = []
    for regel, values in unique(rows, table, bestand, faults):
        if UNREADABLE in values:
            continue
        made = record(*values, bestand, regel)
        for kolom, reden in check(made):
            add(faults, Fault(bestand, regel, kolom, reden))
        found.append(made)
    return tuple(found)


def unique(rows: Iterator[Row], table: Table, bestand: str, faults: list[Fault]) -> Iterator[Row]:
    """All rows, naming those whose key stood on an earlier line."""
    places = [table.names.index(name) for name in table.key]
    seen: dict[tuple, int] = {}
    for regel, values in rows:
        key = tuple([values[place] for place in places])
        first = regel if UNREADABLE in key else seen.setdefault(key, regel)
        if first != regel:
            reden = f"‘{', '.join(map(str, key))}’ staat ook op regel {first}."
            add(faults, Fault(bestand, regel, table.key[-1], reden))
        yield regel, values


def nothing(_) -> Problems:
    return iter(())


def werkplein_dates(record: WerkpleinRecord) -> Problems:
    if record.actief_van and record.actief_tot and not record.actief_van < record.actief_tot:
        yield "actief_tot", "actief_tot ligt niet na actief_van."


def uitvraag_order(record: UitvraagRecord) -> Problems:
    if not record.opent < record.herinnering:
        yield "herinnering", "de herinnering ligt niet na de opening."
    if not record.herinnering < record.sluit:
        yield "sluit", "de sluiting ligt niet na de herinnering."
    if record.actueel_vanaf > record.opent:
        yield "actueel_vanaf", "actueel_vanaf ligt na de opening."


CHECKS: dict[Callable, Callable[..., Problems]] = {WerkpleinRecord: werkplein_dates, UitvraagRecord: uitvraag_order}
