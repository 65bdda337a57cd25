"""The pictures, as finished Vega-Lite specs: ready to send, ready to keep."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.stand import Verdeling, whole_percent

# A chart has a row per mark, never per answer; only the map has one per werkplein, of which there may be more than 5,000.
alt.data_transformers.disable_max_rows()

TEXT = "#1a1a1a"
GROUND = "#f5f3ee"
PRIMARY = "#154273"
ROW = 46
# The average stands behind the bar, which is 1 wide.
END = 1.1
# A number needs this share of the bar to stand in its segment, with the sign of its band and without.
FITS_WITH_SIGN, FITS = 0.1, 0.04
NUMBERS = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]}


def bars(verdeling: Verdeling, titles: Mapping[str, str], headings: Mapping[str, str] | None = None) -> dict:
    """A 100% bar per row under its title: the four bands with their counts, and the average at the end.

    `titles`: what each row is called, by its label in `verdeling`; `headings`: what stands above a row, by that label.
    A click on a segment selects `rij` (the label) and `band` (the code) in the selection "segment". The title stands
    above the bar, so that it reads on a phone as well. Not for an n of 0: there is nothing to draw.
    """
    places = places_of(titles, headings or {})
    parts = pd.DataFrame(segments(verdeling, titles, places))
    texts = pd.DataFrame(label_rows(verdeling, titles, headings or {}, places))
    rows = alt.Y("plek:O", axis=None, scale=alt.Scale(domain=list(range(max(places.values()) + 1)), padding=0))
    layers = alt.layer(*segment_layers(parts, rows), *label_layers(texts, rows))
    return finish(layers.properties(height=alt.Step(ROW), width="container"))


def segment_layers(parts: pd.DataFrame, rows: alt.Y) -> list[alt.Chart]:
    """The bars, which can be clicked, and the numbers in them."""
    wide = alt.Scale(domain=[0, END], nice=False)
    pick = alt.selection_point(name="segment", fields=["rij", "band"], on="click", empty=False)
    told = {"titel:N": "Onderdeel", "naam:N": "Band", "aantal:Q": "Werkpleinen", "aandeel:N": "Aandeel"}
    bar = (
        alt.Chart(parts)
        .mark_bar(cursor="pointer", height={"band": 0.46}, yOffset=7)
        .encode(
            y=rows,
            x=alt.X("van:Q", scale=wide, axis=None),
            x2="tot:Q",
            color=alt.Color("naam:N", scale=scale_of_bands(), legend=None),
            stroke=alt.condition(pick, alt.value(TEXT), alt.value("white")),
            strokeWidth=alt.condition(pick, alt.value(3), alt.value(1)),
            tooltip=[alt.Tooltip(field, title=title) for field, title in told.items()],
        )
        .add_params(pick)
    )
    number = (
        alt.Chart(parts)
        .mark_text(fontSize=12, fontWeight=600, dy=7.5, cursor="pointer")
        .encode(y=rows, x=alt.X("midden:Q", scale=wide), text="tekst:N", color=alt.Color("kleur:N", scale=None))
    )
    return [bar, number]


def label_layers(texts: pd.DataFrame, rows: alt.Y) -> list[alt.Chart]:
    """The titles above the bars, and the averages behind them."""
    base = alt.Chart(texts)
    title = base.mark_text(align="left", baseline="middle", color=TEXT).encode(
        y=rows,
        x=alt.value(0),
        text="tekst:N",
        size=alt.Size("grootte:Q", scale=None, legend=None),
        yOffset=alt.YOffset("hoogte:Q", scale=None),
    )
    mean = base.mark_text(align="right", dy=7.5, fontSize=15, fontWeight=700, color=TEXT).encode(
        y=rows, x=alt.datum(END), text="gemiddelde:N"
    )
    return [title, mean]


def places_of(titles: Mapping[str, str], headings: Mapping[str, str]) -> dict[str, int]:
    """On which line each row stands; a heading takes the line before its row."""
    places, line = {}, 0
    for label in titles:
        line += label in headings
        places[label] = line
        line += 1
    return places


def label_rows(
    verdeling: Verdeling, titles: Mapping[str, str], headings: Mapping[str, str], places: Mapping[str, int]
) -> list[dict]:
    """The text of every row and of every heading."""
    rows = []
    for label, title in titles.items():
        mean = f"{whole_percent(verdeling.gemiddelde[label])}%"
        rows.append({"plek": places[label], "tekst": title, "gemiddelde": mean, "grootte": 13, "hoogte": 8})
        if label in headings:
            place = {"plek": places[label] - 1, "hoogte": 30}
            rows.append({"tekst": headings[label], "gemiddelde": "", "grootte": 17, **place})
    return rows


def segments(verdeling: Verdeling, titles: Mapping[str, str], places: Mapping[str, int]) -> list[dict]:
    """A row per segment that is not empty: where it begins and ends (0 to 1) and what stands in it."""
    found = []
    for label, title in titles.items():
        ends = verdeling.aantal.loc[label].cumsum() / verdeling.n
        for band in Band:
            count = int(verdeling.aantal.loc[label, band.code])
            if not count:
                continue
            width, end = count / verdeling.n, float(ends[band.code])
            sign = f"{band.sign} {count}" if width >= FITS_WITH_SIGN else str(count) if width >= FITS else ""
            found.append(
                {
                    "rij": label,
                    "plek": places[label],
                    "titel": title,
                    "band": band.code,
                    "naam": band.label,
                    "van": end - width,
                    "tot": end,
                    "midden": end - width / 2,
                    "aantal": count,
                    "aandeel": f"{verdeling.aandeel.loc[label, band.code]}%",
                    "tekst": sign,
                    "kleur": band.text_colour,
                }
            )
    return found


def line(tertalen: Sequence[str], averages: Sequence[int | None]) -> dict:
    """The average over the tertalen, oldest first; a tertaal without an average is a gap."""
    data = pd.DataFrame({"tertaal": tertalen, "gemiddelde": pd.array(averages, dtype="Int64")})
    data["tekst"] = [f"{mean}%" if mean is not None else "" for mean in averages]
    base = alt.Chart(data).encode(
        x=alt.X("tertaal:O", title=None).axis(labelAngle=0, labelFontSize=13),
        y=alt.Y("gemiddelde:Q", title=None, scale=alt.Scale(domain=[0, 100])).axis(values=[0, 25, 50, 75, 100]),
    )
    path = base.mark_line(color=PRIMARY, strokeWidth=2.5)
    points = base.mark_point(color=PRIMARY, filled=True, size=70)
    labels = base.mark_text(dy=-14, fontSize=13, fontWeight=600, color=TEXT).encode(text="tekst:N")
    return finish(alt.layer(path, points, labels).properties(height=240, width="container"))


def scale_of_bands() -> alt.Scale:
    return alt.Scale(domain=[band.label for band in Band], range=[band.colour for band in Band])


def finish(chart: alt.LayerChart) -> dict:
    """Dutch numbers, text that is dark enough to read, no frame."""
    return (
        chart.configure(locale={"number": NUMBERS}, font="Source Sans, Arial, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(labelColor=TEXT, titleColor=TEXT, gridColor="#e3e0d8")
        .to_dict()
    )
