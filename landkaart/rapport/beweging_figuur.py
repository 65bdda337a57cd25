"""Who moved, and how far: the changes of the werkpleinen as a histogram, and everybody in a table."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting, Vergelijking
from landkaart.programma.namen import WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch, tables
from landkaart.rapport.chart_style import BOLD, Spec, click, finish, square_legend, tooltip
from landkaart.rapport.figuur import Figuur

# As in the column richting; who left since has no richting of his own.
VERDWENEN = "verdwenen"
ORDER = [Richting.ACHTERUIT.value, Richting.VOORUIT.value, Richting.NIEUW.value, VERDWENEN, Richting.GELIJK.value]
MOVED = (Richting.ACHTERUIT, Richting.VOORUIT)
MOST_BARS = 40
WIDTHS = (1, 2, 5, 10, 20)
NAMED = 6


def vergelijking_with(beeld: Tertaalbeeld, met: Tertaal) -> Vergelijking:
    """Compare with `met`, one of the earlier tertalen of `beeld.geschiedenis`."""
    return beeld.compared_with(met).vergelijking


def beweging_figuur(beeld: Tertaalbeeld, met: Tertaal) -> Figuur:
    """Draw how far who moved went: a bar per number of points. The table has everybody, also who came and who left."""
    vergelijking = vergelijking_with(beeld, met)
    table = movements(beeld, vergelijking)
    numbers = vergelijking.aantallen()
    told = ", ".join(f"{dutch.count(numbers[richting])} {richting.value}" for richting in reversed(MOVED))
    n = dutch.werkpleinen(vergelijking.nu.n)
    title = f"Hoeveel punten schoven {WERKPLEINEN} op van {met} naar {beeld.tertaal}? {told}, van {n}"
    return Figuur(title, histogram(table), table)


def movements(beeld: Tertaalbeeld, vergelijking: Vergelijking) -> pd.DataFrame:
    """Give code, naam, score_vorig, score, verschil (shown figures), richting; by ORDER, the largest changes first."""
    now = vergelijking.per_werkplein()
    gone = vergelijking.vorig.among(vergelijking.verdwenen).scores()
    left = pd.DataFrame({"score_vorig": gone.astype("int64").astype("Int64"), "richting": VERDWENEN})
    table = tables.with_names(beeld, pd.concat([now, left.astype({"richting": "str"})]))
    rank = table["richting"].map(ORDER.index)
    size = -table["verschil"].abs().fillna(0)
    return table.assign(rank=rank, size=size).sort_values(["rank", "size"], kind="stable", ignore_index=True).iloc[:, :6]


def histogram(table: pd.DataFrame) -> Spec:
    """Draw who moved. A click chooses `richting` in the selection "balk".

    Who stayed where he was is not in it: there are so many that he would hide the rest.
    """
    moved = table[table["richting"].isin([richting.value for richting in MOVED])]
    width = bar_width(moved["verschil"])
    places = [place_of(points, width) for points in moved["verschil"]]
    behind: dict[tuple[int, str], list[str]] = {}
    for place, richting, naam in zip(places, moved["richting"].tolist(), moved["naam"].tolist(), strict=True):
        behind.setdefault((place, richting), []).append(naam)
    rows = [bar(place, Richting(richting), names, width) for (place, richting), names in sorted(behind.items())]
    steps = range(min([*places, -1]), max([*places, 1]) + 1)
    axis = alt.Axis(
        labelAngle=0, labelFontSize=12, labelOverlap=True, grid=False, ticks=False, titlePadding=10, titleFontWeight="normal"
    )
    x = alt.X("punten:O", sort=None, axis=axis, title=axis_title(width))
    domain = [points_text(place, width) for place in steps]
    signs = [richting.signed for richting in MOVED]
    colours = alt.Scale(domain=signs, range=[richting.colour for richting in MOVED])
    chosen = click("balk", "richting")
    base = alt.Chart(pd.DataFrame(rows, columns=["punten", "richting", "soort", "aantal", "namen"])).encode(
        x=x.scale(domain=domain, paddingInner=0.15), y=alt.Y("aantal:Q", axis=None, stack="zero")
    )
    bars = base.mark_bar(cursor="pointer").encode(
        color=alt.Color("soort:N", scale=colours, legend=square_legend()),
        tooltip=tooltip({"punten:N": "Punten", "aantal:Q": WERKPLEINEN_KOP, "namen:N": "Wie"}),
    )
    total = base.mark_text(dy=-8, **BOLD)
    texts = total.encode(y=alt.Y("sum(aantal):Q", axis=None), text=alt.Text("sum(aantal):Q", format=","))
    return finish(bars.add_params(chosen), texts, height=250)


def bar(place: int, richting: Richting, names: Sequence[str], width: int) -> Spec:
    """Return one bar: how many went so far that way, and the first of their names."""
    more = len(names) - NAMED
    said = ", ".join(names[:NAMED]) + (f" en nog {dutch.count(more)}" if more > 0 else "")
    kind = {"richting": richting.value, "soort": richting.signed}
    return {"punten": points_text(place, width), **kind, "aantal": len(names), "namen": said}


def bar_width(changes: pd.Series) -> int:
    """Choose a width in points, so that the bars are not more than MOST_BARS."""
    span = int(changes.max() - changes.min()) + 1 if len(changes) else 0
    return next((width for width in WIDTHS if span <= width * MOST_BARS), WIDTHS[-1])


def place_of(points: int, width: int) -> int:
    """Return which bar a change is in, counted from 0 for no whole point: with a width of 5, 1 to 5 is bar 1."""
    away = -(-abs(points) // width)
    return away if points > 0 else -away


def points_text(place: int, width: int) -> str:
    """Write the edge of a bar that lies furthest from 0."""
    return dutch.change(place * width)


def axis_title(width: int) -> str:
    """Say what stands along the bars."""
    return "punten verschil" if width == 1 else f"punten verschil, per {width}: tot en met het getal onder de balk"
