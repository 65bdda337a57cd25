"""The report as one page that anybody can read: pictures and style are in it, and nothing is fetched from anywhere."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from landkaart.programma.namen import NAMEN
from landkaart.rapport.rapportage.grafieken import Drawn
from landkaart.rapport.rapportage.model import Block, Chapter, Rapport, RapportChart, RapportGrid, Subheading

CONTENT = files("landkaart").joinpath("content/rapport")
# What reads well on a screen, in pixels for a centimetre on paper.
PX_PER_CM = 45


class Picture(NamedTuple):
    """A drawing as an image within the page, and what stands below it."""

    src: str
    width: int
    height: int
    noten: tuple[str, ...]


def html(rapport: Rapport, drawings: Mapping[str, Drawn]) -> bytes:
    """Write it; the same report gives the same bytes. `drawings`: by title of the chart."""
    chapters = [chapter_data(place, each, drawings) for place, each in enumerate(rapport.hoofdstukken, start=1)]
    said: str = template().render(rapport=rapport, hoofdstukken=chapters, style=style(), rows=rows)
    return said.encode()


@cache
def template() -> Template:
    """Return the page; what is put in is escaped, whoever typed it."""
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals |= NAMEN
    return made.from_string(CONTENT.joinpath("rapport.html").read_text(encoding="utf-8"))


@cache
def style() -> Markup:
    return Markup(CONTENT.joinpath("rapport.css").read_text(encoding="utf-8"))


def rows(grid: RapportGrid) -> Iterator[tuple[str, list[str]]]:
    """Yield each row: its key and what its cells say."""
    return zip(grid.rijen, grid.text_rows(), strict=True)


def chapter_data(place: int, chapter: Chapter, drawings: Mapping[str, Drawn]) -> dict[str, Any]:
    """Return a chapter as the page takes it: every block with its kind, and its anchor or its picture."""
    anker = f"hoofdstuk-{place}"
    found: list[tuple[str, Block, Any]] = []
    koppen: list[tuple[str, str]] = []
    for block in chapter.blokken:
        beside: Any = None
        if isinstance(block, Subheading):
            beside = f"{anker}-{len(koppen) + 1}"
            koppen.append((beside, block.tekst))
        elif isinstance(block, RapportChart):
            beside = picture_of(drawings[block.titel])
        found.append((type(block).__name__, block, beside))
    return {"titel": chapter.titel, "anker": anker, "koppen": koppen, "blokken": found}


def picture_of(drawn: Drawn) -> Picture:
    src = f"data:image/svg+xml;base64,{b64encode(drawn.svg.encode()).decode()}"
    noten = tuple(filter(None, [drawn.vermelding]))
    return Picture(src, round(drawn.width * PX_PER_CM), round(drawn.height * PX_PER_CM), noten)
