"""Our own files that go with every page, at addresses that say what is in them."""

from collections.abc import Callable, Mapping
from functools import cache

from landkaart.surroundings import CONTENT
from landkaart.web.program import look
from landkaart.web.program.program_file import PREFIX, ProgramFile

# By the name in their address: what they are made of.
OWN: Mapping[str, tuple[str, ...]] = {
    "nl.js": ("nl.js", "getypt.js", "meetypen.js"),
    "tabellen.js": ("tabellen.js",),
    "afdruk.css": ("afdruk.css",),
    "iconen.woff2": ("iconen/iconen.woff2",),
    "letters.woff2": ("letters/letters.woff2",),
}
# Those that are written by the program.
WRITTEN: Mapping[str, Callable[[], str]] = {"kleuren.css": look.stylesheet}


@cache
def own_file(name: str) -> ProgramFile:
    """Return one of `OWN` or `WRITTEN`."""
    if name in WRITTEN:
        return ProgramFile(name, WRITTEN[name]().encode())
    return ProgramFile(name, b"\n".join((CONTENT / part).read_bytes() for part in OWN[name]))


@cache
def address_of(name: str) -> str:
    """Return the address of one of them: another content has another, so that a browser may keep what it has."""
    stem, dot, kind = name.rpartition(".")
    return f"{PREFIX}eigen/{stem}.{own_file(name).digest}{dot}{kind}"


@cache
def own_addresses() -> Mapping[str, str]:
    """Return their names by their address."""
    return {address_of(name): name for name in (*OWN, *WRITTEN)}
