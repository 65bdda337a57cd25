"""Searching in a list as people type: by letters alone. Streamlit compares sign by sign, so its script goes out changed."""

from functools import cache
from pathlib import Path

import streamlit

from landkaart.domein.fouten import OngeldigBestand

STATIC = Path(streamlit.__file__).parent / "static"
# The file that holds how a list is filtered, by what no other file has, and the function in it that levels both texts.
MARK = b"FILTER_MODE_CONTAINS?"
LEVEL, LETTERS = (
    b"=e=>e.toLowerCase();function",
    rb'=e=>e.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu,"").toLowerCase();function',
)


@cache
def path_of_script() -> Path:
    """Find the file of Streamlit's that holds the filter.

    Raises OngeldigBestand when it is not there, or not as it was: another version of Streamlit.
    """
    found = [path for path in sorted((STATIC / "static" / "js").glob("*.js")) if MARK in path.read_bytes()]
    if len(found) != 1 or found[0].read_bytes().count(LEVEL) != 1:
        raise OngeldigBestand(
            "Streamlit is veranderd: het script waarmee lijsten zoeken, is zoek. Zet de oude versie terug."
        )
    return found[0]


@cache
def script() -> bytes:
    """Return the script that `landkaart/web/program` sends in its stead: sudwest finds Súdwest-Fryslân, ij mond IJmond."""
    return path_of_script().read_bytes().replace(LEVEL, LETTERS)
