"""Which files the program of a page is made of: those of Streamlit, two of them changed, and our own."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit

from landkaart.web.program import list_search
from landkaart.web.program.icons import without_icons
from landkaart.web.program.letters import as_rest
from landkaart.web.program.own_files import own_addresses, own_file
from landkaart.web.program.program_file import TEXTS, ProgramFile

STREAMLIT = Path(streamlit.__file__).parent / "static"


@cache
def streamlit_files() -> Mapping[str, Path]:
    """Return the texts of Streamlit's program by their address; the name of each changes with what is in it."""
    found = (path for path in (STREAMLIT / "static").rglob("*") if path.name.endswith(TEXTS))
    return {f"/{path.relative_to(STREAMLIT).as_posix()}": path for path in found}


def knows(address: str) -> bool:
    """Tell whether it is one of these files; what is not, Streamlit answers itself."""
    return address in own_addresses() or address in streamlit_files()


@cache
def file_at(address: str) -> ProgramFile:
    """Return the file at an address that is known."""
    if address in own_addresses():
        return own_file(own_addresses()[address])
    path = streamlit_files()[address]
    return ProgramFile(path.name, changed(path))


def changed(path: Path) -> bytes:
    """Return a file of Streamlit's as it goes out: always in the same way, for browsers keep it under its name."""
    if path == list_search.path_of_script():
        return list_search.script()
    return as_rest(without_icons(path.read_bytes())) if path.suffix == ".css" else path.read_bytes()
