"""Which signs the letters of the report have: a PDF/A refuses any other, and nobody may keep a report from being made.

Read from the table `cmap` of the TrueType file itself.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from struct import unpack_from

LETTERS = files("landkaart").joinpath("content/rapport/lettertypen")
# Of all that travel with the program, for a sign must be there in each.
NAMES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf")
# Typst brings letters along with the sign of a band, and with what stands for a sign that there is not.
BROUGHT, INSTEAD = "●□", "□"
UNICODE = ((3, 10), (0, 4), (3, 1), (0, 3))


def printable(text: str) -> str:
    """Return a text with only signs that can be printed: an empty square for another, nothing for what has no shape."""
    if text.isascii():
        return text
    known = signs()
    return "".join(sign if ord(sign) in known or sign in BROUGHT else instead_of(sign) for sign in text)


def instead_of(sign: str) -> str:
    """Return what stands for a sign that there is not; any other space is a space."""
    kind = unicodedata.category(sign)
    if sign in "\n\t":
        return sign
    return " " if kind == "Zs" else "" if kind in ("Cf", "Mn", "Me") else INSTEAD


@cache
def signs() -> frozenset[int]:
    """Return the numbers of all signs that every file has."""
    found = [frozenset(read_signs(LETTERS.joinpath(name).read_bytes())) for name in NAMES]
    return frozenset.intersection(*found) | set(map(ord, "\n\t"))


def read_signs(font: bytes) -> Iterator[int]:
    """Read which signs a TrueType file has a shape for."""
    (tables,) = unpack_from(">H", font, 4)
    records = (unpack_from(">4sIII", font, 12 + 16 * number) for number in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (subtables,) = unpack_from(">H", font, cmap + 2)
    places = [unpack_from(">HHI", font, cmap + 4 + 8 * number) for number in range(subtables)]
    offsets = {(platform, encoding): cmap + offset for platform, encoding, offset in places}
    yield from ranges_of(font, next(offsets[kind] for kind in UNICODE if kind in offsets))


def ranges_of(font: bytes, at: int) -> Iterator[int]:
    """Read a table of format 12 or 4: ranges of signs."""
    (form,) = unpack_from(">H", font, at)
    if form == 12:
        (groups,) = unpack_from(">I", font, at + 12)
        for number in range(groups):
            first, last, _ = unpack_from(">III", font, at + 16 + 12 * number)
            yield from range(first, last + 1)
    elif form == 4:
        (double,) = unpack_from(">H", font, at + 6)
        ends = unpack_from(f">{double // 2}H", font, at + 14)
        starts = unpack_from(f">{double // 2}H", font, at + 16 + double)
        for first, last in zip(starts, ends, strict=True):
            yield from range(first, min(last, 0xFFFE) + 1)
