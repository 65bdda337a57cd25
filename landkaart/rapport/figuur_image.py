"""A figure on paper: the chart with its title above it and where it comes from below, as SVG and as PNG.

Drawn by vl-convert, which loads nothing from anywhere, in a process of its own.
"""

import re
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any
from xml.sax.saxutils import escape

from landkaart.domein.band import Band
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTAAL
from landkaart.rapport import drawing
from landkaart.rapport.chart_style import Spec
from landkaart.rapport.colours import TEXT
from landkaart.rapport.explanation import RECONSTRUCTION, stand_moment
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.herkomst import SOURCE as BRON
from landkaart.rapport.herkomst import Herkomst

# In pixels; a chart that fills its container gets WIDTH.
WIDTH, MARGIN, GAP = 760, 28, 14
TITLE, LEGEND, SOURCE, STAMP = 16, 12, 11, 9
# Of the herkomst: what the lines above it already say.
SAID = ("Bron", "Let op")
LINE = 1.35
# Of a letter, on average, in parts of its size: where a line is broken.
LETTER = 0.62
# One of these is on every machine and has the signs of the bands: another would borrow those, and the words beside them.
FONTS = "Verdana, DejaVu Sans, sans-serif"
SCALE = 2
SIZE = re.compile(r'<svg[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"')


def png(figuur: Figuur, beeld: Tertaalbeeld, herkomst: Herkomst) -> bytes:
    """Draw the sheet of `svg` at twice its size, sharp on paper."""
    return drawing.to_png(svg(figuur, beeld, herkomst), SCALE)


def svg(figuur: Figuur, beeld: Tertaalbeeld, herkomst: Herkomst) -> str:
    """Draw a white sheet as wide as the chart needs: title, legend, chart, and where it comes from."""
    chart = drawing.to_svg(spec_for_print(figuur.spec))
    drawn_width, drawn_height = (float(size) for size in SIZE.findall(chart)[0])
    width = max(drawn_width, WIDTH)
    parts, y = text_lines(figuur.titel, MARGIN, width, TITLE, "font-weight='700'")
    if figuur.banden:
        parts.append(legend(y + GAP / 2))
        y += GAP / 2 + LEGEND * LINE
    parts.append(f"<svg x='{MARGIN}' y='{y + GAP:.1f}' width='{drawn_width:g}' height='{drawn_height:g}'>{chart}</svg>")
    y += GAP + drawn_height + GAP
    for said, size in [(said, SOURCE) for said in source_lines(figuur, beeld) if said] + [(stamp(herkomst), STAMP)]:
        lines, y = text_lines(said, y, width, size)
        parts += lines
    return sheet(width + 2 * MARGIN, y + MARGIN, figuur.titel, parts)


def sheet(width: float, height: float, titel: str, parts: Sequence[str], fonts: str = FONTS) -> str:
    """Lay the parts on a white ground, with the title for who cannot see them."""
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='{width:.0f}' "
        f"height='{height:.0f}' viewBox='0 0 {width:.0f} {height:.0f}' font-family='{fonts}' fill='{TEXT}' role='img'>"
        f"<title>{escape(titel)}</title><rect width='100%' height='100%' fill='white'/>{''.join(parts)}</svg>"
    )


def source_lines(figuur: Figuur, beeld: Tertaalbeeld) -> list[str]:
    """Say where it comes from, how fresh it is, and that it is reconstructed, where it is."""
    moment = f"{figuur.levend}: ook van na de sluiting" if figuur.levend and beeld.gesloten else stand_moment(beeld)
    return [
        f"{BRON}, {TERTAAL} {beeld.tertaal}, {moment}",
        figuur.vermelding,
        RECONSTRUCTION if beeld.reconstructie else "",
    ]


def stamp(herkomst: Herkomst) -> str:
    """Write the herkomst as one paragraph."""
    return " · ".join(f"{name}: {text}" for name, text in herkomst.velden.items() if name not in SAID)


def text_lines(text: str, y: float, width: float, size: int, more: str = "") -> tuple[list[str], float]:
    """Break a paragraph that begins at `y` into lines; return them, and where they end."""
    found = wrap(text, int(width / (size * LETTER))) or [""]
    step = size * LINE
    lines = [
        f"<text x='{MARGIN}' y='{y + size + step * place:.1f}' font-size='{size}' {more}>{escape(line)}</text>"
        for place, line in enumerate(found)
    ]
    return lines, y + step * len(found)


def legend(y: float, x: float = MARGIN) -> str:
    """Draw the four bands, each with its shape, its colour, its name and its edges."""
    parts = "".join(f"<tspan fill='{band.colour}'>{band.sign}</tspan> {band.label} ({band.range}) \u2003" for band in Band)
    return f"<text x='{x:g}' y='{y + LEGEND:.1f}' font-size='{LEGEND}' xml:space='preserve'>{parts}</text>"


def spec_for_print(spec: Mapping[str, Any], width: int = WIDTH, fonts: str = FONTS) -> Spec:
    """Return the same chart for a sheet: as wide as it, on white, in fonts that every machine has."""
    found: Spec = wide({key: value for key, value in spec.items() if key != "datasets"}, width)
    config = found.get("config", {}) | {"font": fonts}
    return found | {"datasets": spec["datasets"], "background": "white", "config": config}


def wide(part: Any, width: int) -> Any:
    """Return a part of a spec in which nothing fills its container any more: on a sheet there is none."""
    if isinstance(part, dict):
        return {key: width if (key, value) == ("width", "container") else wide(value, width) for key, value in part.items()}
    return [wide(each, width) for each in part] if isinstance(part, list | tuple) else part
