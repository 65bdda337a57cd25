"""Where colours stand: a look is changed in one place, in light and in the dark."""

import re
from pathlib import Path

from landkaart.web.program.look import VARIABLES
from tests.house.source import ROOT

LITERAL = re.compile(r"""(?<![\w&])#(?:[0-9a-f]{6}|[0-9a-f]{3})\b""", re.IGNORECASE)
KINDS = {".py", ".css", ".js", ".html", ".typ", ".svg"}
# Those of bands are content (programma.toml), those of directions are in the domein, all others in rapport.
PLACES = {"landkaart/domein/vergelijking.py", "landkaart/rapport/colours.py"}
# What is paper is light always, and looks alone like itself.
PAPER = {
    "landkaart/content/icoon.svg",
    "landkaart/content/rapport/rapport.css",
    "landkaart/content/rapport/rapport.typ",
    "landkaart/content/rapport/werkplein.typ",
    "landkaart/web/paper/html/formulier.html",
    "landkaart/web/paper/html/uitnodigingen.html",
}


def sources() -> dict[str, str]:
    """What the program is written in, by name."""
    found = (path for folder in ("landkaart", "pages", "db") for path in (ROOT / folder).rglob("*") if path.suffix in KINDS)
    return {str(Path(path).relative_to(ROOT)): path.read_text(encoding="utf-8") for path in sorted(found)}


def without_docstrings(name: str, text: str) -> str:
    return re.sub(r'""".*?"""', "", text, flags=re.DOTALL) if name.endswith(".py") else text


def test_a_colour_stands_in_one_of_two_places_or_on_paper():
    found = {name for name, text in sources().items() if LITERAL.search(without_docstrings(name, text))}
    assert found == PLACES | PAPER, "name it in landkaart/rapport/colours.py, with what it is in the dark"


def test_every_colour_that_a_style_asks_for_is_there():
    asked = {each for text in sources().values() for each in re.findall(r"var\(--lk-([\w-]+)", text)}
    assert asked - {"…"} <= set(VARIABLES)
    assert asked >= {"tekst", "blad", "fout"}
