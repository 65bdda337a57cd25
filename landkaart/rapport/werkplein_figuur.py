"""The pictures of one werkplein: its score over the tertalen, and its 14 mijlpalen over the tertalen.

What it submitted in a tertaal is filled; what it carried over from an earlier one is open.
"""

from collections.abc import Iterator, Mapping, Sequence

import altair as alt
import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.geschiedenis import Punt, geschiedenis
from landkaart.domein.rounding import whole_percent
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTAAL_KOP
from landkaart.rapport.chart_style import (
    BOLD,
    Spec,
    finish,
    line_axis,
    places_of,
    score_axis,
    tertaal_axis,
    title_layer,
    title_lines,
    tooltip,
)
from landkaart.rapport.colours import PAPER, PRIMARY, QUIET, TEXT
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.row_names import fase_headings, mijlpaal_titles
from landkaart.rapport.werkplein import history_table, mijlpalen_table

# As the signs of the bands, in their order.
SHAPES = ("triangle-down", "square", "circle", "diamond")
ROW = 42
MOST = 8


def score_figuur(naam: str, punten: Sequence[Punt]) -> Figuur:
    """Draw its score over the tertalen beside the national average. `punten`: oldest first, at least one."""
    rows = pd.DataFrame(map(score_row, punten))
    base = alt.Chart(rows).encode(
        x=tertaal_axis(labelFontSize=12), y=score_axis("score:Q", ticks=[band.edge for band in Band], top=108)
    )
    national = base.mark_line(color=QUIET, strokeWidth=1.5, strokeDash=[4, 4]).encode(y="landelijk:Q")
    path = base.mark_line(color=PRIMARY, strokeWidth=2)
    told = {"tertaal:N": TERTAAL_KOP, "staat:N": "Ingediend in", "tekst:N": "Score", "naam:N": "Band", "land:N": "Landelijk"}
    marks = base.mark_point(size=150, strokeWidth=2, opacity=1).encode(
        shape=alt.Shape("naam:N", scale=alt.Scale(domain=labels(), range=list(SHAPES)), legend=None),
        stroke=alt.Stroke("kleur:N", scale=None),
        fill=alt.Fill("vulling:N", scale=None),
        tooltip=tooltip(told),
    )
    text = base.mark_text(dy=-17, **BOLD).encode(text="tekst:N")
    # Under the line: the score stands above it.
    last = alt.Chart(rows.tail(1)).mark_text(dy=14, fontSize=11, color=TEXT, align="right", dx=14)
    named = last.encode(x="tertaal:O", y="landelijk:Q", text="landtekst:N")
    spec = finish(national, path, marks, text, named, height=230)
    first, now = punten[0].tertaal, punten[-1].tertaal
    return Figuur(f"Score van {naam}, {first} t/m {now}, naast het landelijk gemiddelde", spec, history_table(punten))


def score_row(punt: Punt) -> Spec:
    """Return what is drawn and told of one tertaal."""
    return {
        "tertaal": str(punt.tertaal),
        "staat": str(punt.van),
        "score": whole_percent(punt.score),
        "tekst": f"{whole_percent(punt.score)}%",
        "naam": punt.band.label,
        "kleur": punt.band.colour,
        "vulling": punt.band.colour if punt.is_own else PAPER,
        "landelijk": whole_percent(punt.landelijk),
        "land": f"{whole_percent(punt.landelijk)}%",
        "landtekst": f"landelijk {whole_percent(punt.landelijk)}%",
    }


def mijlpalen_figuur(naam: str, punten: Sequence[Punt]) -> Figuur:
    """Draw a strip per mijlpaal under its title, a cell per tertaal; of many the last ones (the table has all)."""
    recent = punten[-MOST:]
    places = places_of(mijlpaal_titles(), fase_headings())
    cells, lines = pd.DataFrame(cell_rows(recent, places)), line_axis(places)
    headings = {str(punt.tertaal): "" if punt.is_own else f"({punt.van})" for punt in recent}
    axis: Spec = {"orient": "top", "labelFontSize": 12, "ticks": False, "domain": False}
    tertalen = tertaal_axis(**axis, labelExpr=two_lines(headings)).scale(paddingInner=0.04)
    told = {"titel:N": "Mijlpaal", "tertaal:N": TERTAAL_KOP, "staat:N": "Ingediend in", "naam:N": "Band"}
    cell = (
        alt.Chart(cells)
        .mark_rect(height={"band": 0.44}, yOffset=8, strokeWidth=1.5)
        .encode(
            x=tertalen,
            y=lines,
            fill=alt.Fill("vulling:N", scale=None),
            stroke=alt.Stroke("kleur:N", scale=None),
            tooltip=tooltip(told),
        )
    )
    sign = (
        alt.Chart(cells)
        .mark_text(dy=8.5, fontSize=14)
        .encode(x=tertalen, y=lines, text="teken:N", color=alt.Color("tekstkleur:N", scale=None))
    )
    titles = title_layer(pd.DataFrame(title_lines(mijlpaal_titles(), fase_headings(), drop=9)), lines)
    spec = finish(cell, sign, titles, height=alt.Step(ROW))
    first, now = recent[0].tertaal, recent[-1].tertaal
    return Figuur(f"De {N_MIJLPALEN} mijlpalen van {naam}, {first} t/m {now}", spec, mijlpalen_table(punten))


def cell_rows(punten: Sequence[Punt], places: Mapping[str, int]) -> Iterator[Spec]:
    """Yield a row per mijlpaal and tertaal; `places`: the line of each mijlpaal."""
    for punt in punten:
        for code, band in punt.banden.items():
            yield {
                "plek": places[code],
                "titel": mijlpaal_titles()[code],
                "tertaal": str(punt.tertaal),
                "staat": str(punt.van),
                "naam": band.label,
                "teken": band.sign,
                "kleur": band.colour,
                "vulling": band.colour if punt.is_own else PAPER,
                "tekstkleur": band.text_colour if punt.is_own else TEXT,
            }


def two_lines(headings: dict[str, str]) -> str:
    """Write a Vega expression: the tertaal, and under it the one it still stands on."""
    carried = {tertaal: below for tertaal, below in headings.items() if below}
    tests = "".join(f"datum.value == '{tertaal}' ? ['{tertaal}', '{below}'] : " for tertaal, below in carried.items())
    return f"{tests}datum.value"


def labels() -> list[str]:
    return [band.label for band in Band]


def figuur(beeld: Tertaalbeeld, naam: str, code: str, ingediend: Sequence[Tertaal]) -> Figuur:
    """Make one of FIGUREN. `ingediend`: the tertalen in which this werkplein submitted.

    Raises KeyError for an unknown name or werkplein.
    """
    if code not in beeld.stand.bands.index:
        raise KeyError(code)
    return FIGUREN[naam](beeld.namen[code], geschiedenis(beeld.stands, beeld.geschiedenis, code, ingediend))


FIGUREN = {"werkplein-score": score_figuur, "werkplein-mijlpalen": mijlpalen_figuur}
