"""A delivery: every file in the paths given, read and checked, with all that is wrong named at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from landkaart.invoer.checks import make_records
from landkaart.invoer.csv_file import MAX_BYTES as MAX_CSV
from landkaart.invoer.faults import Fault, Findings, Loose, Onleesbaar, Part, order, printable
from landkaart.invoer.files import find_files, read_bytes, shown_name
from landkaart.invoer.grid import Grid, csv_grid, xlsx_grid
from landkaart.invoer.invullingen import make_invullingen
from landkaart.invoer.records import (
    AccountRecord,
    AntwoordRecord,
    ContactRecord,
    IndicatieRecord,
    InvullingRecord,
    KengetalRecord,
    PlanRecord,
    UitvraagRecord,
    VraagRecord,
    WerkpleinRecord,
)
from landkaart.invoer.rows import Row, parse_rows
from landkaart.invoer.tables import SCORES, Table
from landkaart.invoer.werkpleinen import Werkpleinnamen
from landkaart.invoer.xlsx_guard import MAX_BYTES as MAX_XLSX
from landkaart.programma.namen import WERKPLEIN

RECORDS = {
    "werkpleinen": WerkpleinRecord,
    "uitvragen": UitvraagRecord,
    "vragen": VraagRecord,
    "antwoorden": AntwoordRecord,
    "ako_indicatie": IndicatieRecord,
    "accounts": AccountRecord,
    "contacten": ContactRecord,
    "kengetallen": KengetalRecord,
    "afspraken": PlanRecord,
}
# Of a list of namen, so many are written.
NAMED = 20
# Told which file comes next, how many are done, and of how many.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Aanlevering:
    """The records of what could be read. Only without faults is it whole, and fit to keep.

    `notes`: what somebody should know of what was read, or was not; a sentence each. `loose`: what rows that are no record
    refer to. `parts`: what else could be read of them.
    """

    werkpleinen: tuple[WerkpleinRecord, ...] = ()
    uitvragen: tuple[UitvraagRecord, ...] = ()
    invullingen: tuple[InvullingRecord, ...] = ()
    vragen: tuple[VraagRecord, ...] = ()
    antwoorden: tuple[AntwoordRecord, ...] = ()
    indicaties: tuple[IndicatieRecord, ...] = ()
    accounts: tuple[AccountRecord, ...] = ()
    contacten: tuple[ContactRecord, ...] = ()
    kengetallen: tuple[KengetalRecord, ...] = ()
    plan: tuple[PlanRecord, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    loose: tuple[Loose, ...] = ()
    parts: tuple[Part, ...] = ()

    def parts_of(self, tabel: str) -> Iterator[Part]:
        """Yield those of one table."""
        return (part for part in self.parts if part.tabel == tabel)


def read_paths(
    paths: Sequence[Path], progress: Progress | None = None, namen: Mapping[str, str] | None = None
) -> Aanlevering:
    """Read folders and single files together; whatever is wrong is in `faults`, by file and line.

    `namen`: the naam by code of the werkpleinen that there are, for who wrote a naam where a code belongs.
    """
    faults: list[Fault] = []
    notes: list[str] = []
    loose: list[Loose] = []
    parts: list[Part] = []
    files = find_files(paths, faults, notes)
    read: dict[str, tuple[Any, ...]] = dict.fromkeys(("scores", *RECORDS), ())
    for done, (table, path) in enumerate(files):
        if progress:
            progress(shown_name(path), done, len(files))
        known = Werkpleinnamen.of(namen or {}, read["werkpleinen"])
        found = Findings(shown_name(path), faults, notes)
        read[table.naam] = read_file(table.with_werkpleinen(known.code), path, found)
        loose += found.loose
        parts += found.parts
        if known.read:
            found.note(f"{WERKPLEIN} gelezen bij naam: {as_pairs(known.read)}.")
    return Aanlevering(
        werkpleinen=read["werkpleinen"],
        uitvragen=read["uitvragen"],
        invullingen=read["scores"],
        vragen=read["vragen"],
        antwoorden=read["antwoorden"],
        indicaties=read["ako_indicatie"],
        accounts=read["accounts"],
        contacten=read["contacten"],
        kengetallen=read["kengetallen"],
        plan=read["afspraken"],
        faults=tuple(sorted(faults, key=order)),
        notes=tuple(notes),
        loose=tuple(loose),
        parts=tuple(parts),
    )


def as_pairs(read: Mapping[str, str]) -> str:
    """Write which naam stood where which code belongs: "Assen (assen), …"."""
    pairs = [f"{printable(naam)} ({code})" for naam, code in read.items()]
    return ", ".join(pairs[:NAMED]) + (f" en nog {len(pairs) - NAMED}" if len(pairs) > NAMED else "")


def read_file(table: Table, path: Path, found: Findings) -> tuple[object, ...]:
    """Return the records of one file: of scores an invulling each, of any other table one for each row."""
    rows = parse_file(table, path, found)
    if table.naam == SCORES.naam:
        return make_invullingen(rows, found)
    return make_records(rows, table, RECORDS[table.naam], found)


def parse_file(table: Table, path: Path, found: Findings) -> Iterator[Row]:
    """Return the rows of one file; ends, with a fault, where nothing more can be read."""
    try:
        yield from parse_rows(grid_of(path, table), table, found)
    except Onleesbaar as stop:
        found.add(Fault(found.bestand, stop.regel, None, str(stop)))


def grid_of(path: Path, table: Table) -> Grid:
    """Return the table in a file.

    Raises Onleesbaar.
    """
    if path.suffix.lower() == ".xlsx":
        return xlsx_grid(read_bytes(path, MAX_XLSX), table)
    return csv_grid(read_bytes(path, MAX_CSV), table)
