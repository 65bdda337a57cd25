"""What drove the changes: per mijlpaal who fell and who rose, as bars to both sides."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from landkaart.domein.catalogus import catalogus
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting, Vergelijking
from landkaart.rapport import dutch
from landkaart.rapport.beweging_figuur import MOVED, vergelijking_with
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.table_charts import TEXT, finish, places_of

ROW = 44
KINDS = {Richting.ACHTERUIT: "↓ gedaald", Richting.VOORUIT: "↑ gestegen"}
COLUMNS = ["rij", "plek", "titel", "richting", "soort", "aantal", "tot", "tekst"]


def drijfveren_figuur(beeld: Tertaalbeeld, met: Tertaal, groep: str | None = None) -> Figuur:
    """Per mijlpaal who rose and who fell. `groep`: only among those that went "vooruit" or "achteruit" on their total."""
    vergelijking = among_groep(vergelijking_with(beeld, met), groep)
    n = len(vergelijking.in_both)
    whom = f"{dutch.werkpleinen(n)}{f' die {groep} gingen' if groep else ''}"
    title = f"Op welke mijlpalen stegen en daalden {whom}, van {met} naar {beeld.tertaal}?"
    table = vergelijking.drijfveren().reset_index(names="code")
    table.insert(0, "fase", [mijlpaal.fase for mijlpaal in catalogus().mijlpalen])
    table.insert(1, "mijlpaal", [mijlpaal.titel for mijlpaal in catalogus().mijlpalen])
    return Figuur(title, two_sided_bars(table), table.drop(columns="code"))


def among_groep(vergelijking: Vergelijking, groep: str | None) -> Vergelijking:
    return vergelijking.among(vergelijking.who_went(Richting(groep))) if groep else vergelijking


def two_sided_bars(table: pd.DataFrame) -> dict:
    """Bars from the middle: to the left who fell, to the right who rose. A click chooses `rij` and `richting` ("balk")."""
    titles = dict(zip(table["code"], table["mijlpaal"], strict=True))
    headings = {fase.mijlpalen[0].code: fase.naam for fase in catalogus().fasen}
    places = places_of(titles, headings)
    ends = int(table["gedaald"].max()), int(table["gestegen"].max())
    parts = pd.DataFrame(side_rows(table, places), columns=COLUMNS)
    lines = [{"plek": places[code], "tekst": title, "grootte": 13, "hoogte": 11} for code, title in titles.items()]
    lines += [{"plek": places[code] - 1, "tekst": text, "grootte": 16, "hoogte": 30} for code, text in headings.items()]
    rows = alt.Y("plek:O", axis=None, scale=alt.Scale(domain=list(range(max(places.values()) + 1)), padding=0))
    return finish(alt.layer(*side_layers(parts, rows, ends, list(places.values())), headline(lines, rows)).properties(
        height=alt.Step(ROW), width="container"
    ))  # fmt: skip


def side_rows(table: pd.DataFrame, places: Mapping[str, int]) -> list[dict]:
    """A row per side of a mijlpaal on which somebody moved."""
    found = []
    for row in table.itertuples():
        for richting, count in ((Richting.ACHTERUIT, row.gedaald), (Richting.VOORUIT, row.gestegen)):
            if count:
                sign = -1 if richting is Richting.ACHTERUIT else 1
                place = {"rij": row.code, "plek": places[row.code], "titel": row.mijlpaal, "richting": richting.value}
                kind = KINDS[richting]
                text = f"{richting.sign} {dutch.count(count)}"
                found.append(place | {"soort": kind, "aantal": count, "tot": sign * count, "tekst": text})
    return found


def side_layers(parts: pd.DataFrame, rows: alt.Y, ends: tuple[int, int], places: Sequence[int]) -> Sequence[alt.Chart]:
    colours = alt.Scale(domain=list(KINDS.values()), range=[richting.colour for richting in MOVED])
    pick = alt.selection_point(name="balk", fields=["rij", "richting"], on="click", empty=False)
    legend = alt.Legend(title=None, orient="top", labelFontSize=13, symbolType="square", labelColor=TEXT)
    told = {"titel:N": "Mijlpaal", "soort:N": "Wat", "aantal:Q": "Werkpleinen"}
    room = 0.13 * max(1, sum(ends))
    both = alt.Scale(domain=[-ends[0] - room, ends[1] + room], nice=False)
    base = alt.Chart(parts).encode(y=rows, x=alt.X("tot:Q", axis=None, scale=both))
    bars = base.mark_bar(cursor="pointer", height={"band": 0.38}, yOffset=8).encode(
        x2=alt.datum(0),
        color=alt.Color("soort:N", scale=colours, legend=legend),
        tooltip=[alt.Tooltip(field, title=title) for field, title in told.items()],
    )
    words = {"fontSize": 12, "fontWeight": 600, "dy": 8.5, "color": TEXT}
    left = base.transform_filter("datum.tot < 0").mark_text(align="right", dx=-4, **words).encode(text="tekst:N")
    right = base.transform_filter("datum.tot > 0").mark_text(align="left", dx=4, **words).encode(text="tekst:N")
    # A short line at each bar: a long one would cross the words.
    zero = alt.Chart(pd.DataFrame({"plek": places, "nul": 0})).mark_tick(color=TEXT, thickness=1, size=24, yOffset=8)
    middle = zero.encode(y=rows, x=alt.X("nul:Q", axis=None, scale=both))
    return bars.add_params(pick), middle, left, right


def headline(lines: list[dict], rows: alt.Y) -> alt.Chart:
    """The titles of the mijlpalen above their bars, and of the fasen above those."""
    return (
        alt.Chart(pd.DataFrame(lines))
        .mark_text(align="left", baseline="middle", color=TEXT)
        .encode(
            y=rows,
            x=alt.value(0),
            text="tekst:N",
            size=alt.Size("grootte:Q", scale=None, legend=None),
            yOffset=alt.YOffset("hoogte:Q", scale=None),
        )
    )
