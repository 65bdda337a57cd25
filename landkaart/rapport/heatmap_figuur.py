"""Every werkplein on every mijlpaal, a page of rows at a time: where it stands, or what changed."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.labelled import Labelled
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting, Vergelijking
from landkaart.programma.namen import WERKPLEIN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.beweging_figuur import vergelijking_with
from landkaart.rapport.chart_style import Spec, click, finish, tooltip
from landkaart.rapport.colours import GROUND, PAPER, TEXT, UNCHANGED
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.row_names import mijlpaal_titles
from landkaart.rapport.tables import cells

PER_PAGE = 40
ROW = 22
# Of the titles of the mijlpalen, which stand upright.
HEAD = 280
# Room for the names, and for the legend above them.
SIDE = 165
LONGEST = 22
# On what stands in a cell that did not change, and on a page in print.


class Volgorde(Labelled):
    """In which order the werkpleinen stand; `label` is the choice. Equal ones stand in the order of their names."""

    SCORE = "score", "Score, hoogste eerst"
    LAAGSTE = "laagste", "Score, laagste eerst"
    DALING = "daling", "Grootste daling eerst"
    GROEI = "groei", "Grootste groei eerst"
    NAAM = "naam", "Naam"
    REGIO = "regio", "Arbeidsmarktregio"


class Toon(Labelled):
    """What a cell shows."""

    BAND = "band"
    VERANDERING = "verandering"


# Ground of every kind of cell, in the order of the legend.
KINDS = {band.signed: band.colour for band in Band} | {
    kind.signed: GROUND if kind is Richting.GELIJK else kind.colour for kind in Richting
}


def codes_in_order(beeld: Tertaalbeeld, met: Tertaal, volgorde: Volgorde, regio: str | None = None) -> list[str]:
    """Return who has a stand, or those of one arbeidsmarktregio, by code."""
    now = vergelijking_with(beeld, met).per_werkplein()
    rows = pd.DataFrame({"score": beeld.stand.sums(), "verschil": now["verschil"].fillna(0)})
    rows["naam"] = pd.Series(range(len(beeld.namen)), list(beeld.namen))
    rows["regio"] = [region_of(beeld, code) for code in rows.index]
    if regio is not None:
        rows = rows[rows["regio"] == regio]
    column, ascending = {
        Volgorde.SCORE: ("score", False),
        Volgorde.LAAGSTE: ("score", True),
        Volgorde.DALING: ("verschil", True),
        Volgorde.GROEI: ("verschil", False),
        Volgorde.NAAM: ("naam", True),
        Volgorde.REGIO: ("regio", True),
    }[volgorde]
    return list(rows.sort_values([column, "naam"], ascending=[ascending, True]).index)


def region_of(beeld: Tertaalbeeld, code: str) -> str:
    """Return its arbeidsmarktregio; a dash for a werkplein of which nothing is known now."""
    return beeld.werkpleinen[code].arbeidsmarktregio if code in beeld.werkpleinen else dutch.DASH


def regions(beeld: Tertaalbeeld) -> list[str]:
    """Return those in which a werkplein has a stand."""
    return sorted({region_of(beeld, code) for code in beeld.stand.bands.index})


def pages_of(codes: Sequence[str]) -> int:
    """Count the pages; there is always one."""
    return max(1, -(-len(codes) // PER_PAGE))


def heatmap_figuur(beeld: Tertaalbeeld, met: Tertaal, codes: Sequence[str], toon: Toon = Toon.BAND) -> Figuur:
    """Draw one page. `codes`: its werkpleinen in their order; not for nobody at all. The table says what the cells do."""
    kind = "band" if toon is Toon.BAND else f"verandering sinds {met}"
    title = f"{len(codes)} van {dutch.werkpleinen(beeld.stand.n)} in {beeld.tertaal}: {kind} per mijlpaal"
    vergelijking = vergelijking_with(beeld, met)
    cells = drawn_cells(vergelijking, codes, toon)
    table = table_of(beeld, vergelijking, codes, cells)
    return Figuur(title, grid(table, cells), table, van=beeld.stand.n)


def heatmap_table(beeld: Tertaalbeeld, met: Tertaal, codes: Sequence[str], toon: Toon) -> pd.DataFrame:
    """Give code, naam, arbeidsmarktregio, score, verschil, and per mijlpaal in words what its cell shows."""
    vergelijking = vergelijking_with(beeld, met)
    return table_of(beeld, vergelijking, codes, drawn_cells(vergelijking, codes, toon))


def table_of(beeld: Tertaalbeeld, vergelijking: Vergelijking, codes: Sequence[str], cells: Sequence[Spec]) -> pd.DataFrame:
    """Give the same of `cells`, which are drawn by now."""
    scores = vergelijking.per_werkplein().loc[list(codes)]
    table = pd.DataFrame({"code": list(codes), "naam": [beeld.namen[code] for code in codes]})
    table["arbeidsmarktregio"] = [region_of(beeld, code) for code in codes]
    table["score"], table["verschil"] = scores["score"].array, scores["verschil"].array
    said = [cell["uitleg"] for cell in cells]
    for place, code in enumerate(catalogus().codes):
        table[code] = said[place * len(codes) : (place + 1) * len(codes)]
    return table


def drawn_cells(vergelijking: Vergelijking, codes: Sequence[str], toon: Toon) -> list[Spec]:
    """Return what stands in the cells: per mijlpaal all rows."""
    bands = vergelijking.nu.bands.loc[list(codes)]
    if toon is Toon.BAND:
        return band_cells(bands)
    return change_cells(bands, vergelijking.vorig.bands.reindex(list(codes)))


def labels_of(table: pd.DataFrame) -> list[str]:
    """Write name and score, the name cut where it is long; the code as well where two of them would be the same."""
    names = table["naam"].where(table["naam"].str.len() <= LONGEST, table["naam"].str[: LONGEST - 1] + "…")
    plain = names + " · " + table["score"].astype("str") + "%"
    return list(plain.where(~plain.duplicated(keep=False), plain + " (" + table["code"] + ")"))


def band_cells(bands: pd.DataFrame) -> list[Spec]:
    return [band_cell(Band(band)) for code in catalogus().codes for band in bands[code]]


def band_cell(band: Band) -> Spec:
    return {"soort": band.signed, "teken": band.sign, "kleur": band.text_colour, "uitleg": band.label}


def change_cells(bands: pd.DataFrame, earlier: pd.DataFrame) -> list[Spec]:
    return [
        change_cell(None if before is None else Band(int(before)), Band(now))
        for code in catalogus().codes
        for before, now in zip(cells(earlier[code]), bands[code].tolist(), strict=True)
    ]


def change_cell(before: Band | None, now: Band) -> Spec:
    """Draw the direction; `before` is None without an earlier stand."""
    kind = Richting.NIEUW if before is None else Richting.between(before, now)
    told = now.label if before is None or before == now else f"{before.label} → {now.label}"
    colour = UNCHANGED if kind is Richting.GELIJK else PAPER
    return {"soort": kind.signed, "teken": kind.sign, "kleur": colour, "uitleg": told}


def grid(table: pd.DataFrame, drawn: list[Spec]) -> Spec:
    """Draw the cells; `drawn`: per mijlpaal all rows. A click chooses `code` (of the werkplein) in the selection "cel"."""
    labels, titles = labels_of(table), list(mijlpaal_titles().values())
    data = pd.DataFrame(drawn)
    data["mijlpaal"] = [title for title in titles for _ in labels]
    data["rij"], data["code"] = labels * len(titles), list(table["code"]) * len(titles)
    words: Spec = {"labelFontSize": 12, "labelPadding": 6, "domain": False, "ticks": False}
    top = alt.Axis(orient="top", labelAngle=-90, labelLimit=HEAD, minExtent=HEAD, **words)
    left = alt.Axis(labelLimit=190, minExtent=SIDE, labelOverlap=False, **words)
    base = alt.Chart(data).encode(
        x=alt.X("mijlpaal:O", title=None, scale=alt.Scale(domain=titles), axis=top),
        y=alt.Y("rij:O", title=None, scale=alt.Scale(domain=labels), axis=left),
    )
    there = {kind: ground for kind, ground in KINDS.items() if kind in set(data["soort"])}
    scale = alt.Scale(domain=list(there), range=list(there.values()))
    # In the corner above the names, which is empty on every screen.
    corner: Spec = {"orient": "none", "legendX": 5 - SIDE, "legendY": -HEAD, "direction": "vertical"}
    legend = alt.Legend(title=None, labelFontSize=13, symbolType="square", labelColor=TEXT, **corner)
    chosen = click("cel", "code")
    boxes = base.mark_rect(stroke=PAPER, strokeWidth=1, cursor="pointer").encode(
        color=alt.Color("soort:N", scale=scale, legend=legend),
        tooltip=tooltip({"rij:N": WERKPLEIN_KOP, "mijlpaal:N": "Mijlpaal", "uitleg:N": "Band"}),
    )
    signs = base.mark_text(fontSize=12, cursor="pointer").encode(text="teken:N", color=alt.Color("kleur:N", scale=None))
    return finish(boxes.add_params(chosen), fase_lines(titles), signs, height=alt.Step(ROW))


def fase_lines(titles: Sequence[str]) -> alt.Chart:
    """Draw white between the fasen."""
    starts = [{"mijlpaal": fase.mijlpalen[0].titel} for fase in catalogus().fasen[1:]]
    x = alt.X("mijlpaal:O", scale=alt.Scale(domain=list(titles)), bandPosition=0)
    lines: alt.Chart = alt.Chart(pd.DataFrame(starts)).mark_rule(color=PAPER, strokeWidth=6).encode(x=x)
    return lines
