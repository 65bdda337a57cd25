"""The pictures of one werkplein: its score over the tertalen, and its 14 mijlpalen over the tertalen.

What it submitted in a tertaal is filled; what it carried over from an earlier one is open.
"""

from collections.abc import Iterator, Sequence

import altair as alt
import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.geschiedenis import Punt, geschiedenis
from landkaart.domein.stand import whole_percent
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.table_charts import PRIMARY, TEXT, finish
from landkaart.rapport.werkplein import history_table, mijlpalen_table

# As the signs of the bands, in their order.
SHAPES = ("triangle-down", "square", "circle", "diamond")
GREY = "#5c5c5c"
ROW = 42
MOST = 8


def score_figuur(naam: str, punten: Sequence[Punt]) -> Figuur:
    """`punten`: oldest first, at least one."""
    rows = pd.DataFrame(map(score_row, punten))
    base = alt.Chart(rows).encode(
        x=alt.X("tertaal:O", title=None).axis(labelAngle=0, labelFontSize=12),
        y=alt.Y("score:Q", title=None, scale=alt.Scale(domain=[0, 108])).axis(values=[0, 33, 66, 100]),
    )
    national = base.mark_line(color=GREY, strokeWidth=1.5, strokeDash=[4, 4]).encode(y="landelijk:Q")
    path = base.mark_line(color=PRIMARY, strokeWidth=2)
    told = {"tertaal:N": "Tertaal", "staat:N": "Ingediend in", "tekst:N": "Score", "naam:N": "Band", "land:N": "Landelijk"}
    marks = base.mark_point(size=150, strokeWidth=2, opacity=1).encode(
        shape=alt.Shape("naam:N", scale=alt.Scale(domain=labels(), range=list(SHAPES)), legend=None),
        stroke=alt.Stroke("kleur:N", scale=None),
        fill=alt.Fill("vulling:N", scale=None),
        tooltip=[alt.Tooltip(field, title=title) for field, title in told.items()],
    )
    text = base.mark_text(dy=-17, fontSize=13, fontWeight=600, color=TEXT).encode(text="tekst:N")
    # Under the line: the score stands above it.
    last = alt.Chart(rows.tail(1)).mark_text(dy=14, fontSize=11, color=TEXT, align="right", dx=14)
    named = last.encode(x="tertaal:O", y="landelijk:Q", text="landtekst:N")
    spec = finish(alt.layer(national, path, marks, text, named).properties(height=230, width="container"))
    first, now = punten[0].tertaal, punten[-1].tertaal
    return Figuur(f"Score van {naam}, {first} t/m {now}, naast het landelijk gemiddelde", spec, history_table(punten))


def score_row(punt: Punt) -> dict[str, object]:
    return {
        "tertaal": str(punt.tertaal),
        "staat": str(punt.van),
        "score": whole_percent(punt.score),
        "tekst": f"{whole_percent(punt.score)}%",
        "naam": punt.band.label,
        "kleur": punt.band.colour,
        "vulling": punt.band.colour if punt.is_own else "#ffffff",
        "landelijk": whole_percent(punt.landelijk),
        "land": f"{whole_percent(punt.landelijk)}%",
        "landtekst": f"landelijk {whole_percent(punt.landelijk)}%",
    }


def mijlpalen_figuur(naam: str, punten: Sequence[Punt]) -> Figuur:
    """A strip per mijlpaal under its title, a cell per tertaal; of many tertalen the last ones (the table has all)."""
    recent = punten[-MOST:]
    cells, titles = pd.DataFrame(cell_rows(recent)), pd.DataFrame(title_rows())
    lines = alt.Y("plek:O", axis=None, scale=alt.Scale(domain=list(range(len(titles))), padding=0))
    headings = {str(punt.tertaal): "" if punt.is_own else f"({punt.van})" for punt in recent}
    tertalen = alt.X("tertaal:O", title=None, sort=list(headings), scale=alt.Scale(paddingInner=0.04)).axis(
        orient="top", labelAngle=0, labelFontSize=12, ticks=False, domain=False, labelExpr=two_lines(headings)
    )
    told = {"titel:N": "Mijlpaal", "tertaal:N": "Tertaal", "staat:N": "Ingediend in", "naam:N": "Band"}
    cell = (
        alt.Chart(cells)
        .mark_rect(height={"band": 0.44}, yOffset=8, strokeWidth=1.5)
        .encode(
            x=tertalen,
            y=lines,
            fill=alt.Fill("vulling:N", scale=None),
            stroke=alt.Stroke("kleur:N", scale=None),
            tooltip=[alt.Tooltip(field, title=title) for field, title in told.items()],
        )
    )
    sign = (
        alt.Chart(cells)
        .mark_text(dy=8.5, fontSize=14)
        .encode(x=tertalen, y=lines, text="teken:N", color=alt.Color("tekstkleur:N", scale=None))
    )
    title = (
        alt.Chart(titles)
        .mark_text(align="left", baseline="middle", color=TEXT)
        .encode(
            y=lines,
            x=alt.value(0),
            text="tekst:N",
            size=alt.Size("grootte:Q", scale=None, legend=None),
            yOffset=alt.YOffset("hoogte:Q", scale=None),
        )
    )
    spec = finish(alt.layer(cell, sign, title).properties(height=alt.Step(ROW), width="container"))
    first, now = recent[0].tertaal, recent[-1].tertaal
    return Figuur(f"De 14 mijlpalen van {naam}, {first} t/m {now}", spec, mijlpalen_table(punten))


def cell_rows(punten: Sequence[Punt]) -> Iterator[dict[str, object]]:
    places = {row["code"]: row["plek"] for row in title_rows() if row["code"]}
    for punt in punten:
        for code, band in punt.banden.items():
            yield {
                "plek": places[code],
                "titel": catalogus()[code].titel,
                "tertaal": str(punt.tertaal),
                "staat": str(punt.van),
                "naam": band.label,
                "teken": band.sign,
                "kleur": band.colour,
                "vulling": band.colour if punt.is_own else "#ffffff",
                "tekstkleur": band.text_colour if punt.is_own else TEXT,
            }


def title_rows() -> list[dict[str, object]]:
    """A line per fase, and under it a line per mijlpaal."""
    rows: list[dict[str, object]] = []
    for fase in catalogus().fasen:
        rows.append({"code": "", "plek": len(rows), "tekst": fase.naam, "grootte": 16, "hoogte": 30})
        for mijlpaal in fase.mijlpalen:
            rows.append({"code": mijlpaal.code, "plek": len(rows), "tekst": mijlpaal.titel, "grootte": 13, "hoogte": 9})
    return rows


def two_lines(headings: dict[str, str]) -> str:
    """A Vega expression: the tertaal, and under it the one it still stands on."""
    carried = {tertaal: below for tertaal, below in headings.items() if below}
    tests = "".join(f"datum.value == '{tertaal}' ? ['{tertaal}', '{below}'] : " for tertaal, below in carried.items())
    return f"{tests}datum.value"


def labels() -> list[str]:
    return [band.label for band in Band]


def figuur(beeld: Tertaalbeeld, naam: str, code: str, ingediend: Sequence[Tertaal]) -> Figuur:
    """`ingediend`: the tertalen in which this werkplein submitted. Raises KeyError for an unknown name or werkplein."""
    if code not in beeld.stand.bands.index:
        raise KeyError(code)
    return FIGUREN[naam](beeld.namen[code], geschiedenis(beeld.stands, beeld.geschiedenis, code, ingediend))


FIGUREN = {"werkplein-score": score_figuur, "werkplein-mijlpalen": mijlpalen_figuur}
