"""The charts of a report, drawn once for all that it is written as: as SVG, and as a PNG that is sharp on paper."""

import json
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.figuur_by_name import figuur
from landkaart.rapport.figuur_image import LINE, SIZE, legend, sheet, spec_for_print
from landkaart.rapport.kengetal_figuur import kengetal_figuur
from landkaart.rapport.rapportage.chapters_beside import KENGETAL, kengetal_tabel
from landkaart.rapport.rapportage.letters import LETTERS
from landkaart.rapport.rapportage.model import Rapport, RapportChart
from landkaart.rapport.rapportage.typesetting import to_png

# That of the report first, which travels with the program; then what other machines have, who show the SVG by themselves.
FONTS = "Source Sans Pro, Verdana, DejaVu Sans, sans-serif"
# In pixels, and in centimetres on paper: letters of 13 pixels are then 9 points high.
WIDTH, PAPER_CM, HIGHEST_CM = 640, 16.0, 18.5
GAP, LEGEND = 8, 12
# So many drawings are kept in the process that makes reports, one report after the other: some 20 MB.
MOST = 100
KEPT: "OrderedDict[str, Drawn]" = OrderedDict()


@dataclass(frozen=True)
class Drawn:
    """A chart as pictures; `vermelding`: whom to name under it. Sizes on paper, in centimetres."""

    svg: str
    png: bytes
    width: float
    height: float
    vermelding: str = ""


def draw_all(rapport: Rapport, found: RapportGegevens) -> Iterator[tuple[RapportChart, Drawn]]:
    """Draw every chart of a report, in order, one at a time."""
    for chapter in rapport.hoofdstukken:
        for block in chapter.blokken:
            if isinstance(block, RapportChart):
                yield block, draw(block, figuur_of(block, found))


def figuur_of(chart: RapportChart, found: RapportGegevens) -> Figuur:
    """Return the figures behind a chart: of the landkaart, or of a table of kengetallen.

    Raises KeyError for one that there is not.
    """
    if chart.naam != KENGETAL:
        return figuur(found.beeld, chart.naam, chart.keuzes)
    made = kengetal_figuur(kengetal_tabel(found, chart.keuzes["tabel"]))
    if made is None:
        raise KeyError(chart.keuzes["tabel"])
    return made


def draw(chart: RapportChart, found: Figuur) -> Drawn:
    """Draw one, or return it as it was drawn before: of a report that is made again most are the same."""
    spec = spec_for_print(found.spec, WIDTH, FONTS)
    key = repr((chart.titel, chart.banden, found.vermelding)) + json.dumps(spec, sort_keys=True, default=str)
    if key not in KEPT:
        KEPT[key] = draw_now(chart, found)
    KEPT.move_to_end(key)
    while len(KEPT) > MOST:
        KEPT.popitem(last=False)
    return KEPT[key]


def draw_now(chart: RapportChart, found: Figuur) -> Drawn:
    """Draw one, with the legend of the bands where its own has none."""
    svg = svg_of(chart, found)
    width, height = (float(size.strip("'")) for size in sizes(svg))
    paper = min(PAPER_CM, PAPER_CM * width / WIDTH, HIGHEST_CM * width / height)
    return Drawn(svg, to_png(svg, paper), paper, paper * height / width, found.vermelding)


def svg_of(chart: RapportChart, found: Figuur) -> str:
    drawn = to_svg(spec_for_print(found.spec, WIDTH, FONTS))
    width, height = (float(size) for size in SIZE.findall(drawn)[0])
    top = LEGEND * LINE + GAP if chart.banden else 0
    parts = [legend(0, 0)] if chart.banden else []
    parts.append(f"<svg x='0' y='{top:.1f}' width='{width:g}' height='{height:g}'>{drawn}</svg>")
    return sheet(max(width, WIDTH), height + top, chart.titel, parts, FONTS)


def sizes(svg: str) -> tuple[str, str]:
    """Read how large a sheet is, in pixels."""
    begin = svg.index("width=")
    width, height = svg[begin:].split(" ")[:2]
    return width.removeprefix("width="), height.removeprefix("height=")


def to_svg(spec: dict[str, Any]) -> str:
    """Draw a chart of Vega-Lite, measured in the letters of the report; nothing is fetched from anywhere."""
    drawn: str = library().vegalite_to_svg(spec, allowed_base_urls=[])
    return drawn


@cache
def library() -> Any:
    """Load what draws, with the letters of the report: it holds Python's lock, so only a process of its own may."""
    import vl_convert

    vl_convert.register_font_directory(str(LETTERS))
    return vl_convert
