"""Which files to read: known by their names, one for each table. Of all else in a folder it is said that it was not read."""

import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath

from landkaart.invoer.faults import Fault, Onleesbaar, add, printable
from landkaart.invoer.formulier import is_form
from landkaart.invoer.grid import held, holds
from landkaart.invoer.kinds import (
    KNOWN,
    SUFFIXES,
    is_known,
    is_left_behind,
    looks_like,
    other_name,
    table_named,
    what_to_do,
    wrong_name,
)
from landkaart.invoer.tables import TABLES, Table
from landkaart.invoer.zip_guard import unpack_zip
from landkaart.programma.namen import WERKPLEIN

NOT_READABLE = "deze map of dit bestand mag of kan niet gelezen worden."
# Of what was not read, so many names are told.
NAMED = 20
# Of what lies deeper, so many files are looked into.
MOST_BELOW = 200
MAX_ZIP = 20_000_000
# Texts about tables, which may show one.
WRITTEN = (".md", ".html", ".htm", ".pdf")
FORM = f"dit is het formulier van een {WERKPLEIN}. Bied het aan bij Invullen; namens een {WERKPLEIN} begint dat bij Respons."


def find_files(paths: Sequence[Path], faults: list[Fault], notes: list[str]) -> list[tuple[Table, Path]]:
    """Return which file is read for which table, in the order of the tables.

    Adds what cannot be used to `faults`, and what else lay there and was not read to `notes`.
    """
    found: dict[str, Path] = {}
    for path in (file for given in paths for file in files_at(Path(given), faults, notes)):
        # The same file may be given twice, once with its folder.
        first = found.setdefault(table_named(path), path)
        if not first.samefile(path):
            add(faults, Fault(shown_name(path), None, None, two_files(path, first)))
    return [(table, found[naam]) for naam, table in TABLES.items() if naam in found]


def files_at(path: Path, faults: list[Fault], notes: list[str]) -> Iterator[Path]:
    """Return the known files at one path that was given; add what cannot be used to `faults`."""
    try:
        if path.is_dir():
            yield from files_in(path, faults, notes)
        else:
            check_file(path)
            yield path
    except Onleesbaar as wrong:
        add(faults, Fault(shown_name(path), None, None, str(wrong)))
    except OSError:
        add(faults, Fault(shown_name(path), None, None, NOT_READABLE))


def files_in(folder: Path, faults: list[Fault], notes: list[str]) -> Iterator[Path]:
    """Return the known files in a folder; what looks like one is a fault, and of all else it is noted that it is not read.

    Raises Onleesbaar without any.
    """
    others, any_meant, any_known = [], False, False
    for path in sorted(folder.iterdir()):
        if is_known(path) and path.is_file():
            any_known = True
            yield path
        elif reden := misnamed(path):
            any_meant = True
            add(faults, Fault(shown_name(path), None, None, reden))
        else:
            others.append(shown_name(path) + ("/" if path.is_dir() else ""))
    if others:
        more = f" en nog {len(others) - NAMED}" if len(others) > NAMED else ""
        notes.append(f"{shown_name(folder)}: niet gelezen, want geen bekende tabel: {', '.join(others[:NAMED])}{more}.")
    if not any_known and not any_meant:
        raise Onleesbaar(f"in deze map staat geen bekend bestand. Bekend zijn {KNOWN}")


def misnamed(path: Path) -> str | None:
    """Return why what looks like a table, or has one in it, is not read; None for all else."""
    if is_left_behind(path):
        return None
    table = looks_like(path)
    if table is None:
        return misplaced(path)
    if path.is_dir():
        return f"dit is een map, en geen bestand met de tabel {table}. Geef haar zelf op, of noem haar anders."
    if is_known(path):
        return "dit is geen gewoon bestand."
    return wrong_name(path, table)


def misplaced(path: Path) -> str | None:
    """Return where in a file or folder whose name says nothing a table stands, and what to do; None without one."""
    if path.is_dir():
        return deeper(path)
    if path.is_file() and is_form(path):
        return FORM
    if path.suffix.lower() == ".zip":
        packed = packed_table(path)
        return packed and f"hierin zit de tabel {packed}, en een zip in een map wordt niet gelezen. Pak hem eerst uit."
    inside = holds(path) if path.is_file() and path.suffix.lower() not in WRITTEN else None
    if inside and path.suffix.lower() not in SUFFIXES:
        return f"hierin staat de tabel {inside}, maar die is niet gelezen: {what_to_do(path)}"
    return inside and f"hierin staat de tabel {inside}. {other_name(path, inside)}"


def deeper(folder: Path) -> str | None:
    """Return which table lies in a folder in a folder, and what to do; None without one."""
    for path in files_below(folder):
        table = None if is_left_behind(path) else table_in(path)
        if table:
            where = f"hierin staat de tabel {table} ({printable(str(path.relative_to(folder)))})"
            return f"{where}, en een map in een map wordt niet gelezen. Geef haar zelf op, of haal haar weg."
    return None


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the first files in a folder and those in it, by name: as many as there may be of tables, and more."""
    yield from islice((path for path in sorted(folder.rglob("*")) if path.is_file()), MOST_BELOW)


def table_in(path: Path) -> str | None:
    """Return the table that a file is or seems to be, by its name or else by what is in it."""
    by_name = looks_like(path)
    if by_name or path.suffix.lower() in WRITTEN:
        return by_name
    return packed_table(path) if path.suffix.lower() == ".zip" else holds(path)


def packed_table(path: Path) -> str | None:
    """Return the table that the name of a file in a zip says, or else what stands in one; None for what is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [Path(PurePosixPath(name).name) for name in archive.namelist()[:MOST_BELOW]]
        said = next((table for name in names if not is_left_behind(name) and (table := looks_like(name))), None)
        return said or next((table for _, data in unpack_zip(read_bytes(path, MAX_ZIP)) if (table := held(data))), None)
    except (zipfile.BadZipFile, Onleesbaar, OSError, ValueError, NotImplementedError):
        return None


def check_file(path: Path) -> None:
    """Let through a file of which the name says what is in it.

    Raises Onleesbaar with what is wrong with any other.
    """
    if not path.exists():
        raise Onleesbaar("dit bestand bestaat niet.")
    if not path.is_file():
        raise Onleesbaar("dit is geen gewoon bestand.")
    if is_known(path):
        return
    if table_named(path) in TABLES:
        raise Onleesbaar(what_to_do(path))
    table = looks_like(path)
    reden = wrong_name(path, table) if table else misplaced(path)
    raise Onleesbaar(reden or f"een bestand met deze naam is niet bekend. Bekend zijn {KNOWN}")


def read_bytes(path: Path, most: int) -> bytes:
    """Return what is in a file.

    Raises Onleesbaar for more than `most` bytes, by what it says or by what comes out.
    """
    try:
        big = path.stat().st_size > most
        with path.open("rb") as file:
            data = b"" if big else file.read(most + 1)
    except OSError:
        raise Onleesbaar("dit bestand mag of kan niet gelezen worden.") from None
    if big or len(data) > most:
        raise Onleesbaar(f"het bestand is groter dan {most // 1_000_000} MB.")
    return data


def two_files(path: Path, first: Path) -> str:
    """Return why a second file for the same table is refused."""
    other = first.name if first.name != path.name else str(first)
    return f"de tabel {table_named(path)} staat ook in {printable(other)}. Geef er één van de twee."


def shown_name(path: Path) -> str:
    """Return the name of a file, for in a sentence."""
    return printable(path.name or str(path))
