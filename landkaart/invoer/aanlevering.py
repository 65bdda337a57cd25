"""A delivery: every file in the paths given, read and checked, with all that is wrong named at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from landkaart.invoer.checks import make_records
from landkaart.invoer.csv_file import MAX_BYTES as MAX_CSV
from landkaart.invoer.csv_file import read_csv
from landkaart.invoer.faults import Fault, Onleesbaar, add, order
from landkaart.invoer.files import find_files, read_bytes, shown_name
from landkaart.invoer.invullingen import make_invullingen
from landkaart.invoer.records import (
    AntwoordRecord,
    IndicatieRecord,
    InvullingRecord,
    UitvraagRecord,
    VraagRecord,
    WerkpleinRecord,
)
from landkaart.invoer.rows import Line, Row, parse_rows
from landkaart.invoer.tables import SCORES, Table
from landkaart.invoer.xlsx_file import read_xlsx
from landkaart.invoer.xlsx_guard import MAX_BYTES as MAX_XLSX

RECORDS = {
    "werkpleinen": WerkpleinRecord,
    "uitvragen": UitvraagRecord,
    "vragen": VraagRecord,
    "antwoorden": AntwoordRecord,
    "ako_indicatie": IndicatieRecord,
}
# Told which file comes next, how many are done, and of how many.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Aanlevering:
    """The records of what could be read. Only without faults is it whole, and fit to keep."""

    werkpleinen: tuple[WerkpleinRecord, ...] = ()
    uitvragen: tuple[UitvraagRecord, ...] = ()
    invullingen: tuple[InvullingRecord, ...] = ()
    vragen: tuple[VraagRecord, ...] = ()
    antwoorden: tuple[AntwoordRecord, ...] = ()
    indicaties: tuple[IndicatieRecord, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_paths(paths: Sequence[Path], progress: Progress | None = None) -> Aanlevering:
    """Read folders and single files together; whatever is wrong is in `faults`, by file and line."""
    faults: list[Fault] = []
    files = find_files(paths, faults)
    read: dict[str, tuple[Any, ...]] = dict.fromkeys(("scores", *RECORDS), ())
    for done, (table, path) in enumerate(files):
        if progress:
            progress(shown_name(path), done, len(files))
        read[table.naam] = read_file(table, path, faults)
    return Aanlevering(
        werkpleinen=read["werkpleinen"],
        uitvragen=read["uitvragen"],
        invullingen=read["scores"],
        vragen=read["vragen"],
        antwoorden=read["antwoorden"],
        indicaties=read["ako_indicatie"],
        faults=tuple(sorted(faults, key=order)),
    )


def read_file(table: Table, path: Path, faults: list[Fault]) -> tuple[object, ...]:
    """Return the records of one file: of scores an invulling each, of any other table one for each row."""
    bestand = shown_name(path)
    rows = parse_file(table, path, faults)
    if table is SCORES:
        return make_invullingen(rows, bestand, faults)
    return make_records(rows, table, RECORDS[table.naam], bestand, faults)


def parse_file(table: Table, path: Path, faults: list[Fault]) -> Iterator[Row]:
    """Return the rows of one file; ends, with a fault, where nothing more can be read."""
    bestand = shown_name(path)
    try:
        yield from parse_rows(lines_of(path, table), table, bestand, faults)
    except Onleesbaar as stop:
        add(faults, Fault(bestand, stop.regel, None, str(stop)))


def lines_of(path: Path, table: Table) -> Iterator[Line]:
    """Return the rows of one file as texts, with the line each begins on.

    Raises Onleesbaar.
    """
    if path.suffix.lower() == ".xlsx":
        return read_xlsx(read_bytes(path, MAX_XLSX))
    return read_csv(read_bytes(path, MAX_CSV), table.longest)
