"""How many werkpleinen fall in each of a few classes that are no bands: a bar each, and the same as a table."""

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from landkaart.programma.namen import WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.chart_style import BOLD, Spec, click, finish, outline, tooltip
from landkaart.rapport.colours import PRIMARY
from landkaart.rapport.figuur import Figuur

ROW = 34


class Telklasse(NamedTuple):
    """`code` is what a click on its bar selects."""

    code: str
    label: str
    aantal: int


def telling_figuur(titel: str, klassen: Sequence[Telklasse]) -> Figuur:
    """Draw a bar per class, with its number and its share. A click on one selects `code` in the selection "klasse"."""
    n = sum(klasse.aantal for klasse in klassen)
    data = pd.DataFrame(klassen, columns=["code", "label", "aantal"])
    data["tekst"] = [f"{dutch.count(klasse.aantal)} ({dutch.share_of(klasse.aantal, n)})" for klasse in klassen]
    tabel = data[["label", "aantal"]].rename(columns={"label": "Klasse", "aantal": WERKPLEINEN_KOP})
    tabel["Aandeel"] = [dutch.share_of(klasse.aantal, n) for klasse in klassen]
    return Figuur(titel, class_bars(data), tabel)


def class_bars(data: pd.DataFrame) -> Spec:
    """Draw a row of `data` as a bar with its name before it and its text behind it."""
    chosen = click("klasse", "code")
    names = alt.Axis(title=None, labelFontSize=13, labelLimit=220, ticks=False, domain=False, labelPadding=8)
    rows = alt.Y("label:N", sort=None, axis=names)
    # Room behind the longest bar for its number.
    wide = alt.Scale(domain=[0, max(int(data["aantal"].max()), 1) * 1.35], nice=False)
    bar = (
        alt.Chart(data)
        .mark_bar(cursor="pointer", color=PRIMARY, height={"band": 0.6})
        .encode(
            y=rows,
            x=alt.X("aantal:Q", scale=wide, axis=None),
            tooltip=tooltip({"label:N": "Wat", "tekst:N": WERKPLEINEN_KOP}),
            **outline(chosen, usual=0),
        )
        .add_params(chosen)
    )
    number = alt.Chart(data).mark_text(align="left", dx=6, **BOLD)
    return finish(
        bar,
        number.encode(y=rows, x=alt.X("aantal:Q", scale=wide, axis=None), text="tekst:N"),
        height=alt.Step(ROW),
    )
