"""Unpacking one part of a zip in small bites: what it says of its own size is not believed."""

import zipfile
from functools import partial

BLOCK = 1 << 16


def unpack_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes | None:
    """Return a part; None when more than `room` bytes come out of it.

    In bites: zipfile unpacks a part in one go when asked for all of it, however small it says it is.
    """
    blocks = []
    with archive.open(entry) as stream:
        for block in iter(partial(stream.read, BLOCK), b""):
            blocks.append(block)
            room -= len(block)
            if room < 0:
                return None
    return b"".join(blocks)
