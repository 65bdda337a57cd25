"""The files in a .zip that somebody sends, and what such a zip must not be: a few kilobytes can unpack to gigabytes."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import PurePosixPath

from landkaart.invoer.faults import Onleesbaar
from landkaart.invoer.unpacking import unpack_entry

MAX_ENTRIES = 200
MAX_UNPACKED = 20_000_000
# What a Mac puts into every zip, beside the files.
MAC = "__MACOSX"

NOT_ZIP = "dit is geen zip, ook al eindigt de naam op .zip. Maak hem opnieuw."
DAMAGED = "de zip is beschadigd. Maak hem opnieuw."
LOCKED = "de zip heeft een wachtwoord. Maak hem opnieuw zonder wachtwoord."
ODD_KIND = "de zip is ingepakt op een manier die niet gelezen wordt. Maak hem opnieuw met Windows, macOS of 7-Zip (Deflate)."
TOO_MANY = f"in de zip zitten meer dan {MAX_ENTRIES} bestanden. Doe er alleen in wat ingelezen moet worden."
TOO_BIG = f"uitgepakt is de zip groter dan {MAX_UNPACKED // 1_000_000} MB. Verdeel de bestanden over meer zips."
SAME_NAMES = "in de zip staat een naam meer dan eens. Maak hem opnieuw."
ODD_NAMES = "in de zip staan namen die buiten een map wijzen, zoals ../bestand. Maak hem opnieuw."

# A file in a zip: where it stands in there, and what is in it.
Packed = tuple[PurePosixPath, bytes]


def unpack_zip(data: bytes) -> list[Packed]:
    """Return the files in a zip, without the one folder that all of them are in, if they are.

    Raises Onleesbaar.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            check(entries)
            return without_folder(unpack_all(archive, entries))
    except zipfile.BadZipFile:
        raise Onleesbaar(DAMAGED if data.startswith(b"PK") else NOT_ZIP) from None
    except (NotImplementedError, EOFError, OSError, ValueError, zlib.error):
        raise Onleesbaar(DAMAGED) from None


def check(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Let through what a zip of tables can be, by what it says of itself.

    Raises Onleesbaar.
    """
    if len(entries) > MAX_ENTRIES:
        raise Onleesbaar(TOO_MANY)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Onleesbaar(TOO_BIG)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Onleesbaar(LOCKED)
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise Onleesbaar(ODD_KIND)
    if any(is_odd(place_of(entry)) for entry in entries):
        raise Onleesbaar(ODD_NAMES)
    if len({entry.filename for entry in entries}) < len(entries):
        raise Onleesbaar(SAME_NAMES)


def unpack_all(archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo]) -> list[Packed]:
    """Return what each is and holds, together at most MAX_UNPACKED.

    Raises Onleesbaar.
    """
    found, room = [], MAX_UNPACKED
    for entry in entries:
        place = place_of(entry)
        if place.parts[0] == MAC:
            continue
        part = unpack_entry(archive, entry, room)
        if part is None:
            raise Onleesbaar(TOO_BIG)
        room -= len(part)
        found.append((place, part))
    return found


def place_of(entry: zipfile.ZipInfo) -> PurePosixPath:
    """Return where a file stands in its zip; old programs of Windows write \\ between folders."""
    return PurePosixPath(entry.filename.replace("\\", "/"))


def is_odd(place: PurePosixPath) -> bool:
    """Say whether a name leads out of the folder in which its zip would be unpacked."""
    return not place.parts or place.is_absolute() or ".." in place.parts or place.parts[0].endswith(":")


def without_folder(found: Sequence[Packed]) -> list[Packed]:
    """Leave out the folder that everything is in: who packs a folder means what is in it."""
    first = {place.parts[0] for place, _ in found}
    if len(first) != 1 or any(len(place.parts) == 1 for place, _ in found):
        return list(found)
    return [(PurePosixPath(*place.parts[1:]), part) for place, part in found]
