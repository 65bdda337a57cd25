"""From which band to which, as a square of counts."""

import altair as alt
import pandas as pd

from landkaart.domein.band import BY_CODE, Band
from landkaart.domein.overgangen import FROM, NIEUW, TO, VERDWENEN, Overgangen
from landkaart.domein.stand import TOTAAL
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting
from landkaart.programma.namen import WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.beweging_figuur import vergelijking_with
from landkaart.rapport.chart_style import Spec, click, finish, outline
from landkaart.rapport.colours import GROUND, TEXT, TINTS
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.row_names import row_titles

ROW = 54


def overgangen_figuur(beeld: Tertaalbeeld, met: Tertaal, rij: str = TOTAAL) -> Figuur:
    """Draw it for one row: `rij` is the total, a fase (by naam) or a mijlpaal (by code)."""
    found = Overgangen(vergelijking_with(beeld, met), rij)
    counts = found.counts()
    title = f"Van welke band naar welke, van {met} naar {beeld.tertaal}: {row_titles()[rij]}"
    table = counts.reset_index(drop=True)
    table.insert(0, "van", [name_of(van) for van in FROM])
    return Figuur(title, square(counts, str(met), str(beeld.tertaal)), table)


def square(counts: pd.DataFrame, earlier: str, later: str) -> Spec:
    """Draw the counts. A click on a cell chooses `van` and `naar` (codes) in the selection "cel".

    Where nobody is new, or gone, there is no line for them.
    """
    rows = [van for van in FROM if van != NIEUW or counts.loc[van].any()]
    columns = [naar for naar in TO if naar != VERDWENEN or counts[naar].any()]
    cells = pd.DataFrame([cell(van, naar, int(counts.loc[van, naar])) for van in rows for naar in columns])
    chosen = click("cel", "van", "naar")
    words: Spec = {"labelAngle": 0, "labelFontSize": 12, "titleFontSize": 13, "titleFontWeight": "normal", "labelLimit": 150}
    words |= {"domain": False, "ticks": False, "labelExpr": "split(datum.label, '|')"}
    base = alt.Chart(cells).encode(
        x=alt.X("kolom:O", sort=None, title=f"naar ({later})", axis=alt.Axis(orient="top", labelPadding=36, **words)),
        y=alt.Y("rij:O", sort=None, title=f"van ({earlier})", axis=alt.Axis(labelPadding=8, **words)),
    )
    boxes = base.mark_rect(cursor="pointer").encode(
        color=alt.Color("kleur:N", scale=None),
        tooltip=[alt.Tooltip("zin:N", title="Overgang"), alt.Tooltip("aantal:Q", title=WERKPLEINEN_KOP, format=",")],
        **outline(chosen, usual=2),
    )
    texts = base.mark_text(fontSize=15, color=TEXT, cursor="pointer").encode(text="tekst:N")
    return finish(boxes.add_params(chosen), texts, height=alt.Step(ROW))


def cell(van: str, naar: str, count: int) -> Spec:
    """Return one cell: its count with the sign of its richting, and the tint."""
    kind = kind_of(van, naar)
    sign = "" if kind is Richting.GELIJK else f"{kind.sign} " if van != NIEUW and naar != VERDWENEN else ""
    text = f"{sign}{dutch.count(count)}" if count else dutch.DASH
    names = {"van": van, "naar": naar, "rij": on_lines(van), "kolom": plain_title(naar).replace(" ", "|")}
    said = f"{plain_title(van)} → {plain_title(naar)}"
    return names | {"aantal": count, "tekst": text, "kleur": TINTS[kind] if count else GROUND, "zin": said}


def kind_of(van: str, naar: str) -> Richting:
    """Return which way it is; who came and who left have the look of what is new."""
    if van == NIEUW or naar == VERDWENEN:
        return Richting.NIEUW
    return Richting.between(Band.parse(van), Band.parse(naar))


def plain_title(code: str) -> str:
    """Write it as a choice and a sentence have it: "● Gedeeltelijk"."""
    return BY_CODE[code].signed if code in BY_CODE else name_of(code)


def name_of(code: str) -> str:
    """Write it without its sign: "Gedeeltelijk"."""
    return BY_CODE[code].label if code in BY_CODE else code.capitalize()


def on_lines(code: str) -> str:
    """Break it at a bar, where a telephone has no room for one line."""
    return plain_title(code).replace(" ontwikkeling", "|ontwikkeling")
