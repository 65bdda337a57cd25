"""What each role reads to work with the landkaart: texts and pictures of `content/handleiding`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from landkaart.domein.rollen import Rol

FOLDER = Path(__file__).parents[1] / "content" / "handleiding"
# A picture stands on a line of its own: what it shows, and its file.
PICTURE = re.compile(r"^!\[(.+)\]\(([a-z]+\.png)\)$", re.MULTILINE)


@dataclass(frozen=True)
class Beeld:
    """A picture of the running app, taken by `make beeld`."""

    toont: str
    file: Path


@cache
def handleiding(rol: Rol) -> tuple[str | Beeld, ...]:
    """Return the texts (Markdown) and the pictures for a role, in the order in which they are read."""
    return tuple(parts((FOLDER / f"{rol.value}.md").read_text(encoding="utf-8")))


def parts(text: str) -> Iterator[str | Beeld]:
    found = PICTURE.split(text)
    for before, toont, file in zip(found[::3], found[1::3], found[2::3], strict=False):
        yield from filter(None, [before.strip()])
        yield Beeld(toont, FOLDER / file)
    yield from filter(None, [found[-1].strip()])
