"""Which files to read: known by their names, one for each table."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from landkaart.invoer.faults import Fault, Onleesbaar, add, printable
from landkaart.invoer.tables import TABLES, Table

SUFFIXES = (".csv", ".xlsx")
KNOWN = f"{', '.join(list(TABLES)[:-1])} en {list(TABLES)[-1]}, elk als .csv of .xlsx."


def find_files(paths: Sequence[Path], faults: list[Fault]) -> list[tuple[Table, Path]]:
    """Return which file is read for which table, in the order of the tables; add what cannot be used to `faults`."""
    found: dict[str, Path] = {}
    for path in (file for given in paths for file in files_at(Path(given), faults)):
        # The same file may be given twice, once with its folder.
        first = found.setdefault(path.stem.lower(), path)
        if not first.samefile(path):
            add(faults, Fault(shown_name(path), None, None, two_files(path, first)))
    return [(table, found[naam]) for naam, table in TABLES.items() if naam in found]


def files_at(path: Path, faults: list[Fault]) -> Iterator[Path]:
    """Return the known files at one path that was given; add what cannot be used to `faults`."""
    try:
        if path.is_dir():
            yield from files_in(path)
        else:
            check_file(path)
            yield path
    except Onleesbaar as wrong:
        add(faults, Fault(shown_name(path), None, None, str(wrong)))
    except OSError:
        add(faults, Fault(shown_name(path), None, None, "deze map of dit bestand mag of kan niet gelezen worden."))


def files_in(folder: Path) -> list[Path]:
    """Return the known files in a folder; whatever else lies there is nobody's business.

    Raises Onleesbaar without any.
    """
    found = sorted(path for path in folder.iterdir() if is_known(path) and path.is_file())
    if not found:
        raise Onleesbaar(f"in deze map staat geen bekend bestand. Bekend zijn {KNOWN}")
    return found


def check_file(path: Path) -> None:
    """Let through a file of which the name says what is in it.

    Raises Onleesbaar with what is wrong with any other.
    """
    if not path.exists():
        raise Onleesbaar("dit bestand bestaat niet.")
    if not path.is_file():
        raise Onleesbaar("dit is geen gewoon bestand.")
    if path.stem.lower() not in TABLES:
        raise Onleesbaar(f"een bestand met deze naam is niet bekend. Bekend zijn {KNOWN}")
    if not is_known(path):
        raise Onleesbaar("alleen .csv en .xlsx worden gelezen. Bewaar het bestand als een van die twee.")


def is_known(path: Path) -> bool:
    """Say whether a name is that of a table that can be read."""
    return path.stem.lower() in TABLES and path.suffix.lower() in SUFFIXES


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
    return f"de tabel {path.stem.lower()} staat ook in {printable(other)}. Geef er één van de twee."


def shown_name(path: Path) -> str:
    """Return the name of a file, for in a sentence."""
    return printable(path.name or str(path))
