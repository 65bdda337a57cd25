"""Which files of Streamlit's program our pages need, as its own list of them tells (`manifest.json`)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from landkaart.web.program.contents import STREAMLIT, file_at
from landkaart.web.program.own_files import OWN, WRITTEN, address_of
from landkaart.web.program.program_file import ProgramFile

ENTRY = "index.html"
# What nearly every page of ours shows as soon as it opens, as Streamlit calls the parts of its program.
AT_ONCE = ("Html", "Metric", "Selectbox", "ButtonGroup", "Button", "PageLink", "ArrowVegaLiteChart")
# What comes on some pages, or after a click.
LATER = (
    *("ReadOnlyGrid", "Table", "BidiComponent", "Multiselect", "Radio", "Checkbox", "TextInput", "TextArea", "DateInput"),
    *("NumberInput", "Slider", "FileUploader", "LinkButton", "MenuButton", "Spinner", "Progress", "Toast", "Pagination"),
)


@cache
def manifest() -> Mapping[str, Mapping[str, Any]]:
    """Return Streamlit's list: by source, its file and the sources that it imports."""
    found: Mapping[str, Mapping[str, Any]] = json.loads((STREAMLIT / "manifest.json").read_text(encoding="utf-8"))
    return found


def sources(parts: Sequence[str]) -> list[str]:
    """Return the sources of these parts."""
    return [name for name in manifest() for part in parts if name.endswith((f"/{part}.tsx", f"/{part}/index.ts"))]


def closure(wanted: Sequence[str]) -> Iterator[str]:
    """Yield these and all that they import, each once, in the order in which a browser comes across them."""
    seen, waiting = set[str](), list(wanted)
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            waiting += manifest()[name].get("imports", ())
            yield name


def addresses(wanted: Sequence[str]) -> list[str]:
    """Return where the files of these are, with the style that belongs to them."""
    found = [(entry["file"], *entry.get("css", ())) for entry in map(manifest().__getitem__, closure(wanted))]
    return [f"/{name}" for names in found for name in names]


@cache
def at_once() -> tuple[str, ...]:
    """Return the addresses of what a browser needs for nearly every page, so that it can have them beforehand."""
    return (*addresses([ENTRY]), *map(address_of, (*OWN, *WRITTEN)), *more_of(AT_ONCE))


@cache
def beforehand() -> tuple[tuple[str, str], ...]:
    """Return the same addresses, each with what a browser takes it for."""
    kinds = {"js": "script", "css": "style", "woff2": "font"}
    return tuple((address, kinds[address.rpartition(".")[2]]) for address in at_once())


def more_of(parts: Sequence[str]) -> list[str]:
    """Return the addresses of what these parts need on top of what every page begins with."""
    begun = set(addresses([ENTRY]))
    return [each for each in addresses(sources(parts)) if each not in begun]


def all_texts() -> Iterator[ProgramFile]:
    """Yield the texts that our pages need, those of the first page first."""
    for address in dict.fromkeys((*at_once(), *more_of(LATER))):
        if not address.endswith(".woff2"):
            yield file_at(address)
