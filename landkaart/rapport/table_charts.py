"""The pictures of tables 2, 3 and 4: a bar per row with its four bands, and the average over the tertalen."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import Verdeling
from landkaart.programma.namen import WERKPLEINEN_KOP
from landkaart.rapport.chart_style import (
    BOLD,
    Spec,
    click,
    finish,
    line_axis,
    outline,
    places_of,
    score_axis,
    tertaal_axis,
    title_layer,
    title_lines,
    tooltip,
)
from landkaart.rapport.colours import PRIMARY, TEXT

ROW = 46
# The average stands behind the bar, which is 1 wide.
END = 1.1
# A number needs this share of the bar to stand in its segment, with the sign of its band and without.
FITS_WITH_SIGN, FITS = 0.1, 0.04


def band_bars(verdeling: Verdeling, titles: Mapping[str, str], headings: Mapping[str, str] | None = None) -> Spec:
    """Draw a 100% bar per row under its title: the four bands with their counts, and the average at the end.

    `titles`: what each row is called, by its label in `verdeling`; `headings`: what stands above a row, by that label.
    A click on a segment selects `rij` (the label) and `band` (the code) in the selection "segment". Not for an n of 0: there
    is nothing to draw.
    """
    places = places_of(titles, headings or {})
    lines = line_axis(places)
    parts = pd.DataFrame(segments(verdeling, titles, places))
    whole = {label: " ".join([title, *too_small(verdeling, label)]) for label, title in titles.items()}
    texts = pd.DataFrame(title_lines(whole, headings or {}, drop=8, heading_size=17))
    means = {label: f"{whole_percent(verdeling.gemiddelde[label])}%" for label in titles}
    texts["gemiddelde"] = [means.get(label, "") for label in texts["label"]]
    return finish(*segment_layers(parts, lines), title_layer(texts, lines), mean_layer(texts, lines), height=alt.Step(ROW))


def segments(verdeling: Verdeling, titles: Mapping[str, str], places: Mapping[str, int]) -> list[Spec]:
    """Return a row per segment that is not empty: where it begins and ends (0 to 1) and what stands in it."""
    found, shares = [], verdeling.aandeel
    for label, title in titles.items():
        counts = verdeling.aantal.loc[label].to_numpy()
        for band, count, end in zip(Band, counts.tolist(), (counts.cumsum() / verdeling.n).tolist(), strict=True):
            if not count:
                continue
            width = count / verdeling.n
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
                    "aandeel": f"{shares[band.code][label]}%",
                    "tekst": segment_text(band, count, width),
                    "kleur": band.text_colour,
                }
            )
    return found


def segment_text(band: Band, count: int, width: float) -> str:
    """Write the count in its segment, with the sign of the band where both fit; nothing where neither does (`too_small`)."""
    if width >= FITS_WITH_SIGN:
        return f"{band.sign} {count}"
    return str(count) if width >= FITS else ""


def too_small(verdeling: Verdeling, label: str) -> list[str]:
    """Return the counts of a row that have no room in their segment, each with the sign of its band: they stand above it."""
    counts = zip(Band, verdeling.aantal.loc[label].to_numpy().tolist(), strict=True)
    return [f"{band.sign} {count}" for band, count in counts if count and not segment_text(band, count, count / verdeling.n)]


def segment_layers(parts: pd.DataFrame, lines: alt.Y) -> list[alt.Chart]:
    """Draw the bars, which can be clicked, and the numbers in them."""
    wide = alt.Scale(domain=[0, END], nice=False)
    chosen = click("segment", "rij", "band")
    colours = alt.Scale(domain=[band.label for band in Band], range=[band.colour for band in Band])
    bar = (
        alt.Chart(parts)
        .mark_bar(cursor="pointer", height={"band": 0.46}, yOffset=7)
        .encode(
            y=lines,
            x=alt.X("van:Q", scale=wide, axis=None),
            x2="tot:Q",
            color=alt.Color("naam:N", scale=colours, legend=None),
            tooltip=tooltip({"titel:N": "Onderdeel", "naam:N": "Band", "aantal:Q": WERKPLEINEN_KOP, "aandeel:N": "Aandeel"}),
            **outline(chosen, usual=1),
        )
        .add_params(chosen)
    )
    number = (
        alt.Chart(parts)
        .mark_text(fontSize=12, fontWeight=600, dy=7.5, cursor="pointer")
        .encode(y=lines, x=alt.X("midden:Q", scale=wide), text="tekst:N", color=alt.Color("kleur:N", scale=None))
    )
    return [bar, number]


def mean_layer(texts: pd.DataFrame, lines: alt.Y) -> alt.Chart:
    """Write the average behind each bar."""
    text = alt.Chart(texts).mark_text(align="right", dy=7.5, fontSize=15, fontWeight=700, color=TEXT)
    means: alt.Chart = text.encode(y=lines, x=alt.datum(END), text="gemiddelde:N")
    return means


def average_line(tertalen: Sequence[str], averages: Sequence[int | None]) -> Spec:
    """Draw the average over the tertalen, oldest first; a tertaal without an average is a gap."""
    data = pd.DataFrame({"tertaal": tertalen, "gemiddelde": pd.array(averages, dtype="Int64")})
    data["tekst"] = [f"{mean}%" if mean is not None else "" for mean in averages]
    base = alt.Chart(data).encode(x=tertaal_axis(), y=score_axis("gemiddelde:Q"))
    path = base.mark_line(color=PRIMARY, strokeWidth=2.5)
    points = base.mark_point(color=PRIMARY, filled=True, size=70)
    return finish(path, points, base.mark_text(dy=-14, **BOLD).encode(text="tekst:N"), height=240)
