"""What drove the changes: per mijlpaal who fell and who rose, as bars to both sides."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting, Vergelijking
from landkaart.programma.namen import WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.beweging_figuur import MOVED, vergelijking_with
from landkaart.rapport.chart_style import (
    Spec,
    click,
    finish,
    line_axis,
    places_of,
    square_legend,
    title_layer,
    title_lines,
    tooltip,
)
from landkaart.rapport.colours import TEXT
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.row_names import fase_headings, mijlpaal_titles
from landkaart.rapport.tables import mijlpaal_columns

ROW = 44
KINDS = {Richting.ACHTERUIT: "↓ gedaald", Richting.VOORUIT: "↑ gestegen"}
COLUMNS = ["rij", "plek", "titel", "richting", "soort", "aantal", "tot", "tekst"]


def drijfveren_figuur(beeld: Tertaalbeeld, met: Tertaal, groep: str | None = None) -> Figuur:
    """Draw per mijlpaal who rose and who fell.

    `groep`: only among those that went "vooruit" or "achteruit" on their total.
    """
    vergelijking = among_groep(vergelijking_with(beeld, met), groep)
    n = len(vergelijking.in_both)
    whom = f"{dutch.werkpleinen(n)}{f' die {groep} gingen' if groep else ''}"
    title = f"Op welke mijlpalen stegen en daalden {whom}, van {met} naar {beeld.tertaal}?"
    figures = vergelijking.drijfveren()
    return Figuur(title, two_sided_bars(figures), mijlpaal_columns().join(figures.reset_index(drop=True)))


def among_groep(vergelijking: Vergelijking, groep: str | None) -> Vergelijking:
    """Compare only those that went that way on their total; everybody for no groep."""
    return vergelijking.among(vergelijking.who_went(Richting(groep))) if groep else vergelijking


def two_sided_bars(figures: pd.DataFrame) -> Spec:
    """Draw who fell to the left and who rose to the right. A click chooses `rij` and `richting` in the selection "balk"."""
    titles = mijlpaal_titles()
    places = places_of(titles, fase_headings())
    lines = line_axis(places)
    ends = int(figures["gedaald"].max()), int(figures["gestegen"].max())
    parts = pd.DataFrame(side_rows(figures, places), columns=COLUMNS)
    texts = pd.DataFrame(title_lines(titles, fase_headings(), drop=11))
    sides = side_layers(parts, lines, ends, list(places.values()))
    return finish(*sides, title_layer(texts, lines), height=alt.Step(ROW))


def side_rows(figures: pd.DataFrame, places: Mapping[str, int]) -> list[Spec]:
    """Return a row per side of a mijlpaal on which somebody moved; `figures` as `Vergelijking.drijfveren`."""
    found = []
    titles = mijlpaal_titles()
    for code, fell, rose in zip(places, figures["gedaald"].tolist(), figures["gestegen"].tolist(), strict=True):
        for richting, count, sign in ((Richting.ACHTERUIT, fell, -1), (Richting.VOORUIT, rose, 1)):
            if count:
                place = {"rij": code, "plek": places[code], "titel": titles[code], "richting": richting.value}
                text = f"{richting.sign} {dutch.count(count)}"
                found.append(place | {"soort": KINDS[richting], "aantal": count, "tot": sign * count, "tekst": text})
    return found


def side_layers(parts: pd.DataFrame, rows: alt.Y, ends: tuple[int, int], places: Sequence[int]) -> Sequence[alt.Chart]:
    """Draw the bars from the middle with their numbers.

    `ends`: the longest bar of each side; `places`: the lines that have bars.
    """
    colours = alt.Scale(domain=list(KINDS.values()), range=[richting.colour for richting in MOVED])
    chosen = click("balk", "rij", "richting")
    room = 0.13 * max(1, sum(ends))
    both = alt.Scale(domain=[-ends[0] - room, ends[1] + room], nice=False)
    base = alt.Chart(parts).encode(y=rows, x=alt.X("tot:Q", axis=None, scale=both))
    bars = base.mark_bar(cursor="pointer", height={"band": 0.38}, yOffset=8).encode(
        x2=alt.datum(0),
        color=alt.Color("soort:N", scale=colours, legend=square_legend()),
        tooltip=tooltip({"titel:N": "Mijlpaal", "soort:N": "Wat", "aantal:Q": WERKPLEINEN_KOP}),
    )
    words: Spec = {"fontSize": 12, "fontWeight": 600, "dy": 8.5, "color": TEXT}
    left = base.transform_filter("datum.tot < 0").mark_text(align="right", dx=-4, **words).encode(text="tekst:N")
    right = base.transform_filter("datum.tot > 0").mark_text(align="left", dx=4, **words).encode(text="tekst:N")
    # A short line at each bar: a long one would cross the words.
    zero = alt.Chart(pd.DataFrame({"plek": places, "nul": 0})).mark_tick(color=TEXT, thickness=1, size=24, yOffset=8)
    middle = zero.encode(y=rows, x=alt.X("nul:Q", axis=None, scale=both))
    return bars.add_params(chosen), middle, left, right
