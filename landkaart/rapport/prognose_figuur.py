"""How many werkpleinen are at 100%, tertaal by tertaal: counted so far, computed from there."""

import altair as alt
import pandas as pd

from landkaart.domein.band import HOOGSTE
from landkaart.domein.prognose import Prognoses
from landkaart.domein.stand import TOTAAL
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTAAL_KOP, WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.chart_style import BOLD, Spec, finish, tertaal_axis, tooltip
from landkaart.rapport.colours import PAPER, PRIMARY, RANGE
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.prognose import end_of

COUNTED, COMPUTED = "geteld", "berekend"


def groen_per_tertaal(beeld: Tertaalbeeld, found: Prognoses) -> Figuur:
    """Draw it until the end of next year."""
    table = counts(beeld, found)
    n = dutch.werkpleinen(len(found.totals))
    title = f"{WERKPLEINEN_KOP} op 100%: geteld tot en met {beeld.tertaal}, daarna berekend bij het eigen tempo ({n})"
    return Figuur(title, draw(table), table)


def counts(beeld: Tertaalbeeld, found: Prognoses) -> pd.DataFrame:
    """Give tertaal, soort, aantal, and van and tot, the ends of the range (for a count the same figure)."""
    rows = []
    for tertaal in beeld.geschiedenis:
        n = len(beeld.stands[tertaal].who(TOTAAL, HOOGSTE))
        rows.append((str(tertaal), COUNTED, n, n, n))
    tertaal, last = beeld.tertaal.after(), end_of(beeld.tertaal.year + 1)
    while tertaal <= last:
        slow, own, fast = found.groen_in(tertaal)
        rows.append((str(tertaal), COMPUTED, own, slow, fast))
        tertaal = tertaal.after()
    return pd.DataFrame(rows, columns=["tertaal", "soort", "aantal", "van", "tot"])


def draw(table: pd.DataFrame) -> Spec:
    """Draw a whole line with what was counted, a broken one on a band with what is computed."""
    table = table.assign(tekst=table["aantal"].map(dutch.count))
    now = int((table["soort"] == COUNTED).sum()) - 1
    top = max(int(table["tot"].max()), 4)
    x = tertaal_axis(labelOverlap="greedy", labelSeparation=10)
    y = alt.Y("aantal:Q", title=None, scale=alt.Scale(domain=[0, top * 1.15], nice=False)).axis(tickMinStep=1, format=",d")
    past, ahead = alt.Chart(table[: now + 1]), alt.Chart(table[now:])
    told = {"tertaal:N": TERTAAL_KOP, "soort:N": "Hoe", "aantal:Q": "Op 100%", "van:Q": "Van", "tot:Q": "Tot"}
    points = alt.Chart(table).encode(x=x, y=y)
    layers = [
        ahead.mark_area(color=RANGE, opacity=0.7).encode(x=x, y=alt.Y("van:Q", title=None), y2="tot:Q"),
        past.mark_line(color=PRIMARY, strokeWidth=2.5).encode(x=x, y=y),
        ahead.mark_line(color=PRIMARY, strokeWidth=2.5, strokeDash=[6, 4]).encode(x=x, y=y),
        points.mark_point(color=PRIMARY, size=70, filled=True, opacity=1).encode(
            fill=alt.Fill("soort:N", scale=alt.Scale(domain=[COUNTED, COMPUTED], range=[PRIMARY, PAPER]), legend=None),
            stroke=alt.value(PRIMARY),
            tooltip=tooltip(told),
        ),
        points.mark_text(dy=-14, **BOLD).encode(text="tekst:N"),
    ]
    return finish(*layers, height=280)
