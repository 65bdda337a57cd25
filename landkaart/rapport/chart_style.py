"""How every chart looks and answers to a click: colours, axes, legends, titles above bars, and what makes a spec of it."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from landkaart.rapport.colours import GRID, PAPER, TEXT

# A chart has a row per mark, never per answer; only the map has one per werkplein, of which there may be more than 5,000.
alt.data_transformers.disable_max_rows()

# A finished chart as Vega-Lite has it: ready to send, ready to keep.
Spec = dict[str, Any]

# Of text that stands with a mark.
BOLD: dict[str, Any] = {"fontSize": 13, "fontWeight": 600, "color": TEXT}
NUMBERS = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]}


def finish(*layers: alt.Chart, height: int | alt.Step) -> Spec:
    """Lay the layers over each other, as wide as the page, the first at the bottom; `height` in pixels or per row."""
    return with_style(alt.layer(*layers).properties(height=height, width="container"))


def with_style(chart: alt.LayerChart | alt.FacetChart) -> Spec:
    """Give it Dutch numbers, text that is dark enough to read, and no frame."""
    spec: Spec = (
        chart.configure(locale={"number": NUMBERS}, font="Source Sans, Arial, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(labelColor=TEXT, titleColor=TEXT, gridColor=GRID)
        .to_dict()
    )
    return spec


def tooltip(fields: Mapping[str, str]) -> list[alt.Tooltip]:
    """Tell what the pointer is on: `fields` has what each is called, by field with its type ("aantal:Q")."""
    return [alt.Tooltip(field, title=title) for field, title in fields.items()]


def click(selection: str, *fields: str) -> alt.Parameter:
    """Let a click choose `fields` of the mark in a selection of that name; nothing is chosen at first."""
    return alt.selection_point(name=selection, fields=list(fields), on="click", empty=False)


def outline(chosen: alt.Parameter, usual: float) -> dict[str, Any]:
    """Draw a dark edge around what was clicked; the others have a white one, `usual` pixels wide."""
    return {
        "stroke": alt.condition(chosen, alt.value(TEXT), alt.value(PAPER)),
        "strokeWidth": alt.condition(chosen, alt.value(3), alt.value(usual)),
    }


def square_legend() -> alt.Legend:
    """Put a legend of coloured squares above the chart."""
    return alt.Legend(title=None, orient="top", labelFontSize=13, symbolType="square", labelColor=TEXT)


def tertaal_axis(**axis: Any) -> alt.X:
    """Set the tertalen side by side, oldest first; `axis` for what differs from the usual."""
    return alt.X("tertaal:O", title=None).axis(**{"labelAngle": 0, "labelFontSize": 13} | axis)


def score_axis(field: str, ticks: Sequence[int] = (0, 25, 50, 75, 100), top: int = 100) -> alt.Y:
    """Set scores from 0 to 100 upwards; `top`: where the chart ends, for room above the highest."""
    return alt.Y(field, title=None, scale=alt.Scale(domain=[0, top])).axis(values=list(ticks))


def places_of(titles: Mapping[str, str], headings: Mapping[str, str]) -> dict[str, int]:
    """Number the line on which each row stands, from 0, by its label; a heading takes the line before its row."""
    places, line = {}, 0
    for label in titles:
        line += label in headings
        places[label] = line
        line += 1
    return places


def line_axis(places: Mapping[str, int]) -> alt.Y:
    """Set the lines of `places_of` below each other, all of the same height."""
    return alt.Y("plek:O", axis=None, scale=alt.Scale(domain=list(range(max(places.values()) + 1)), padding=0))


def title_lines(titles: Mapping[str, str], headings: Mapping[str, str], drop: int, heading_size: int = 16) -> list[Spec]:
    """Return a line of text per row and per heading, in the order of the chart; a heading has no `label`.

    The title stands above its bar, so that it reads on a phone as well: `drop` pixels below the top of its line.
    """
    places, lines = places_of(titles, headings), []
    for label, title in titles.items():
        if label in headings:
            above = {"plek": places[label] - 1, "tekst": headings[label]}
            lines.append({"label": "", **above, "grootte": heading_size, "hoogte": 30})
        lines.append({"label": label, "plek": places[label], "tekst": title, "grootte": 13, "hoogte": drop})
    return lines


def title_layer(texts: pd.DataFrame, lines: alt.Y) -> alt.Chart:
    """Write the texts of `title_lines`, a row each."""
    titles: alt.Chart = (
        alt.Chart(texts)
        .mark_text(align="left", baseline="middle", color=TEXT)
        .encode(
            y=lines,
            x=alt.value(0),
            text="tekst:N",
            size=alt.Size("grootte:Q", scale=None, legend=None),
            yOffset=alt.YOffset("hoogte:Q", scale=None),
        )
    )
    return titles
