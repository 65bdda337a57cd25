"""Files that came in through a page: loose ones and zips, read as the command line reads a folder."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from landkaart.invoer.aanlevering import Aanlevering, Progress, read_paths
from landkaart.invoer.faults import Fault, Onleesbaar, order, printable
from landkaart.invoer.files import shown_name
from landkaart.invoer.kinds import is_known, table_named
from landkaart.invoer.zip_guard import unpack_zip

# Of the name of a file, in bytes: what every disk takes.
LONGEST_NAME = 200


class Upload(NamedTuple):
    """One file as a browser sends it."""

    naam: str
    data: bytes


def read_uploads(
    files: Sequence[Upload], progress: Progress | None = None, namen: Mapping[str, str] | None = None
) -> Aanlevering:
    """Read them together, as `read_paths` does with a loose file each, and with a folder for each zip.

    They stand on the disk for as long as that takes, in a folder for their owner alone.
    """
    faults: list[Fault] = []
    with TemporaryDirectory(prefix="landkaart-") as folder:
        paths = [path for number, each in enumerate(files) for path in lay_down(each, Path(folder, str(number)), faults)]
        once = list(each_table_once(paths, faults))
        found = read_paths(once, progress, namen)
    return replace(found, faults=tuple(sorted([*faults, *found.faults], key=order)))


def lay_down(upload: Upload, folder: Path, faults: list[Fault]) -> Iterator[Path]:
    """Write an upload below a new folder; return where: the file, or of a zip the folder of what is in it."""
    path = folder / safe_name(upload.naam)
    folder.mkdir()
    if path.suffix.lower() != ".zip":
        path.write_bytes(upload.data)
        yield path
        return
    try:
        packed = unpack_zip(upload.data)
    except Onleesbaar as wrong:
        faults.append(Fault(shown_name(path), None, None, str(wrong)))
        return
    path.mkdir()
    for place, data in packed:
        lay_down_packed(path, place, data)
    yield path


def lay_down_packed(folder: Path, place: PurePosixPath, data: bytes) -> None:
    """Write a file of a zip; of one in a deeper folder in one folder below, where it is not read, and told of."""
    path = folder / safe_name(place.parts[0])
    if len(place.parts) > 1:
        if path.is_file():
            return
        path.mkdir(exist_ok=True)
        path = path / safe_name(place.name)
    if not path.exists():
        path.write_bytes(data)


def safe_name(naam: str) -> str:
    """Return the name of a file, without folders and signs that a disk refuses, and not too long for one."""
    shown = printable(PurePosixPath(naam.replace("\\", "/")).name).strip(".") or "bestand"
    suffix = PurePosixPath(shown).suffix[:20]
    stem = shown.removesuffix(suffix) if suffix else shown
    return stem.encode()[:LONGEST_NAME].decode("utf-8", "ignore") + suffix


def each_table_once(paths: Sequence[Path], faults: list[Fault]) -> Iterator[Path]:
    """Yield the paths without what came twice under one name, which is a fault."""
    came: dict[str, str] = {}
    for path in paths:
        where = f"in {shown_name(path)}" if path.is_dir() else "als los bestand"
        known = [file for file in (sorted(path.iterdir()) if path.is_dir() else [path]) if is_known(file)]
        again = [file for file in known if file.name.lower() in came]
        for file in again:
            faults.append(Fault(shown_name(file), None, None, twice(table_named(file), came[file.name.lower()], where)))
            file.unlink()
        came |= {file.name.lower(): where for file in known if file not in again}
        if len(again) < len(known) or not known:
            yield path


def twice(table: str, first: str, then: str) -> str:
    both = "twee keer als los bestand" if first == then else f"{first} en {then}"
    return f"de tabel {table} is meer dan eens aangeboden: {both}. Geef er één van de twee."
