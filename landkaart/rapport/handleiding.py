"""What each role reads to work with the landkaart: texts and pictures of `content/handleiding`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from landkaart.domein.rollen import Rol
from landkaart.programma import OWN, is_own, programma
from landkaart.programma.namen import in_own_words

OURS = OWN.parent / "handleiding"
# A picture stands on a line of its own: what it shows, and its file.
PICTURE = re.compile(r"^!\[(.+)\]\(([a-z]+\.png)\)$", re.MULTILINE)


@dataclass(frozen=True)
class Beeld:
    """A picture of the running app, taken by `make beeld`."""

    toont: str
    file: Path


@cache
def handleiding(rol: Rol) -> tuple[str | Beeld, ...]:
    """Return the texts (Markdown) and the pictures for a role, in the order in which they are read.

    A programme may bring its own; without, it is ours in its words, without the pictures of our mijlpalen.
    """
    own = programma().map / "handleiding"
    folder = own if own.is_dir() else OURS
    found = parts(folder, in_own_words((folder / f"{rol.value}.md").read_text(encoding="utf-8")))
    return tuple(each for each in found if is_own() or folder == own or isinstance(each, str))


def parts(folder: Path, text: str) -> Iterator[str | Beeld]:
    found = PICTURE.split(text)
    for before, toont, file in zip(found[::3], found[1::3], found[2::3], strict=False):
        yield from filter(None, [before.strip()])
        yield Beeld(toont, folder / file)
    yield from filter(None, [found[-1].strip()])
