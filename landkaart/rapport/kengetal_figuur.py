"""A small chart of a table of kengetallen: lines over the periodes, or bars with the target as a mark on each."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

import altair as alt
import pandas as pd

from landkaart.domein.kengetal import TOTAAL, Kengetal
from landkaart.domein.kengetal_controles import REALISATIE
from landkaart.rapport.chart_style import BOLD, Spec, finish, line_axis, places_of, title_layer, title_lines, tooltip
from landkaart.rapport.colours import PRIMARY, SERIES, TEXT
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.kengetal_text import BESIDE, TARGETS
from landkaart.rapport.kengetallen import KengetalTabel, regel_of, value_text

ROW = 42
# More lines than this cannot be told apart: then those of all groups together, the first of them.
LINES = 6
# Of the height of a chart: figures nearer to each other than this cannot both be read.
TOO_NEAR = 0.09
DASHES = [[1, 0], [6, 3], [2, 2], [8, 2, 2, 2], [4, 4], [10, 4]]


class Balk(NamedTuple):
    """One row of a bar chart; `doel` is None where there is no target."""

    naam: str
    waarde: float
    doel: float | None
    tekst: str
    periode: str


@dataclass(frozen=True)
class KengetalFiguur(Figuur):
    """`met_doel`: bars have a mark for their target."""

    met_doel: bool = False


def can_be_drawn(tabel: KengetalTabel) -> bool:
    """Say whether there is anything to draw; `kengetal_figuur` draws it."""
    return bool(same_unit(tabel))


def kengetal_figuur(tabel: KengetalTabel) -> KengetalFiguur | None:
    """Draw the figures that can be laid beside each other, those in the unit that most have; None where there are none."""
    drawn = same_unit(tabel)
    if not drawn:
        return None
    bars = bars_of(tabel, drawn)
    lines = lines_of(drawn)
    has_targets = any(bar.doel is not None for bar in bars)
    spec = line_chart(lines) if not has_targets and len(lines) > 1 else bar_chart(bars, has_targets)
    return KengetalFiguur(tabel.titel, spec, tabel.table, met_doel=has_targets)


def same_unit(tabel: KengetalTabel) -> list[Kengetal]:
    """Return the figures that are numbers in the most common unit."""
    numbers = [each for each in tabel.kengetallen if each.getal is not None]
    if not numbers:
        return []
    unit = Counter(each.eenheid for each in numbers).most_common(1)[0][0]
    return [each for each in numbers if each.eenheid == unit]


def lines_of(drawn: list[Kengetal]) -> list[Kengetal]:
    """Return what was realised over the periodes; nothing while there are fewer than two of them."""
    found = [each for each in drawn if each.soort == REALISATIE]
    often = Counter(regel_of(each) for each in found)
    found = [each for each in found if often[regel_of(each)] > 1]
    if len({regel_of(each) for each in found}) > LINES:
        found = [each for each in found if each.uitsplitsing == TOTAAL]
    kept = list(dict.fromkeys(regel_of(each) for each in found))[:LINES]
    return [each for each in found if regel_of(each) in kept]


def bars_of(tabel: KengetalTabel, drawn: list[Kengetal]) -> list[Balk]:
    """Return a row for each indicator and group: its last figure and the target of that periode."""
    rows = []
    for regel in tabel.regels:
        group = [each for each in drawn if regel_of(each) == regel]
        found = next((each for each in reversed(group) if each.soort not in BESIDE), None)
        targets = {each.periode: each for each in group if each.soort in TARGETS}
        if found is None:
            continue
        target = targets.get(found.periode)
        text = f"{value_text(found)}" + (f" ({target.soort} {value_text(target)})" if target else "")
        naam = regel.indicator + (f": {regel.uitsplitsing}" if regel.uitsplitsing != TOTAAL else "")
        if tabel.only("uitsplitsing"):
            naam = regel.indicator
        rows.append(Balk(naam, float(found.getal or 0), as_float(target), text, found.periode))
    return rows


def as_float(kengetal: Kengetal | None) -> float | None:
    return None if kengetal is None or kengetal.getal is None else float(kengetal.getal)


def bar_chart(bars: list[Balk], has_targets: bool) -> Spec:
    """Draw a bar under each name with its figure behind it and, where there is one, the target as a mark across it."""
    titles = {str(place): bar.naam for place, bar in enumerate(bars)}
    places = places_of(titles, {})
    lines = line_axis(places)
    data = pd.DataFrame(bars).assign(plek=list(places.values()))
    ends = [*data["waarde"], *data["doel"].dropna(), 0.0]
    # Room behind the longest bar for its figure, in front of the lowest where one is below zero.
    wide = alt.Scale(domain=[min(ends) * 1.15, max(max(ends), 1) * (1.6 if has_targets else 1.25)], nice=False)
    base = alt.Chart(data).encode(y=lines, x=alt.X("waarde:Q", scale=wide, axis=None))
    told = tooltip({"naam:N": "Wat", "periode:N": "Periode", "tekst:N": "Cijfer"})
    bar = base.mark_bar(color=PRIMARY, height={"band": 0.36}, yOffset=8).encode(x2=alt.datum(0), tooltip=told)
    ends_at = data.assign(einde=data[["waarde", "doel"]].max(axis=1).clip(lower=0))
    figure = alt.Chart(ends_at).mark_text(align="left", dx=8, dy=8.5, **BOLD)
    layers = [bar, figure.encode(y=lines, x=alt.X("einde:Q", scale=wide, axis=None), text="tekst:N")]
    if has_targets:
        mark = alt.Chart(data.dropna(subset="doel")).mark_tick(color=TEXT, thickness=3, size=24, yOffset=8)
        layers.append(mark.encode(y=lines, x=alt.X("doel:Q", scale=wide, axis=None), tooltip=told))
    texts = pd.DataFrame(title_lines(titles, {}, drop=8))
    return finish(*layers, title_layer(texts, lines), height=alt.Step(ROW))


def line_chart(found: list[Kengetal]) -> Spec:
    """Draw a line for each indicator and group over the periodes, as they came; each ends with its last figure."""
    names = line_names(found)
    rows = [
        {"naam": name, "periode": each.periode, "waarde": float(each.getal or 0), "tekst": value_text(each)}
        for each, name in zip(found, names, strict=True)
    ]
    data = pd.DataFrame(rows)
    series, periodes = list(dict.fromkeys(names)), list(dict.fromkeys(data["periode"]))
    last = without_collisions(data.drop_duplicates("naam", keep="last"))
    x = alt.X("periode:O", title=None, sort=periodes).axis(labelAngle=0, labelFontSize=12, labelOverlap="greedy")
    y = alt.Y("waarde:Q", title=None, scale=alt.Scale(zero=True)).axis(tickCount=4)
    words: Spec = {"labelFontSize": 13, "labelLimit": 600, "symbolType": "stroke", "symbolSize": 300}
    legend = alt.Legend(title=None, orient="top", columns=1, **words) if len(series) > 1 else None
    colour = alt.Color("naam:N", scale=alt.Scale(domain=series, range=list(SERIES)), legend=legend)
    dash = alt.StrokeDash("naam:N", scale=alt.Scale(domain=series, range=DASHES), legend=legend)
    base = alt.Chart(data).encode(x=x, y=y, color=colour)
    told = tooltip({"naam:N": "Wat", "periode:N": "Periode", "tekst:N": "Cijfer"})
    ends = alt.Chart(last).mark_text(dx=12, align="left", **BOLD).encode(x=x, y=y, text="tekst:N")
    path = base.mark_line(strokeWidth=2.5).encode(strokeDash=dash)
    return finish(path, base.mark_point(filled=True, size=55, opacity=1).encode(tooltip=told), ends, height=190)


def without_collisions(last: pd.DataFrame) -> pd.DataFrame:
    """Leave out the figures at the end of lines that would be written over each other; the table has them all."""
    room, kept = float(last["waarde"].max()) * TOO_NEAR, list[int]()
    for place, value in enumerate(last["waarde"]):
        if all(abs(value - last["waarde"].iloc[other]) >= room for other in kept):
            kept.append(place)
    return last.iloc[kept]


def line_names(found: list[Kengetal]) -> list[str]:
    """Name each line by what tells it from the others."""
    if len({each.indicator for each in found}) == 1:
        return [each.uitsplitsing for each in found]
    alone = len({each.uitsplitsing for each in found}) == 1
    return [each.indicator if alone else f"{each.indicator}: {each.uitsplitsing}" for each in found]
