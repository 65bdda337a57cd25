"""How many werkpleinen fall in each of a few classes that are no bands: a bar each, and the same as a table."""

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from landkaart.rapport import dutch
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.table_charts import PRIMARY, TEXT, finish

ROW = 34


class Telklasse(NamedTuple):
    """`code` is what a click on its bar selects."""

    code: str
    label: str
    aantal: int


def telling_figuur(titel: str, klassen: Sequence[Telklasse]) -> Figuur:
    """A click on a bar selects `code` in the selection "klasse"."""
    n = sum(klasse.aantal for klasse in klassen)
    data = pd.DataFrame(klassen, columns=["code", "label", "aantal"])
    data["tekst"] = [
        f"{dutch.count(klasse.aantal)} ({dutch.DASH if not n else share(klasse.aantal, n)})" for klasse in klassen
    ]
    tabel = data[["label", "aantal"]].rename(columns={"label": "Klasse", "aantal": "Werkpleinen"})
    tabel["Aandeel"] = [share(klasse.aantal, n) for klasse in klassen]
    return Figuur(titel, finish(class_bars(data)), tabel)


def class_bars(data: pd.DataFrame) -> alt.LayerChart:
    pick = alt.selection_point(name="klasse", fields=["code"], on="click", empty=False)
    names = alt.Axis(title=None, labelFontSize=13, labelLimit=220, ticks=False, domain=False, labelPadding=8)
    rows = alt.Y("label:N", sort=None, axis=names)
    # Room behind the longest bar for its number.
    wide = alt.Scale(domain=[0, max(data["aantal"].max(), 1) * 1.35], nice=False)
    bar = (
        alt.Chart(data)
        .mark_bar(cursor="pointer", color=PRIMARY, height={"band": 0.6})
        .encode(
            y=rows,
            x=alt.X("aantal:Q", scale=wide, axis=None),
            stroke=alt.condition(pick, alt.value(TEXT), alt.value("white")),
            strokeWidth=alt.condition(pick, alt.value(3), alt.value(0)),
            tooltip=[alt.Tooltip("label:N", title="Wat"), alt.Tooltip("tekst:N", title="Werkpleinen")],
        )
        .add_params(pick)
    )
    number = (
        alt.Chart(data)
        .mark_text(align="left", dx=6, fontSize=13, fontWeight=600, color=TEXT)
        .encode(y=rows, x=alt.X("aantal:Q", scale=wide, axis=None), text="tekst:N")
    )
    return alt.layer(bar, number).properties(height=alt.Step(ROW), width="container")


def share(number: int, n: int) -> str:
    """Of the werkpleinen, rounded half up; a dash where there are none."""
    return f"{(200 * number + n) // (2 * n)}%" if n else dutch.DASH
