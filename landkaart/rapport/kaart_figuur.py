"""The map of the Netherlands with every werkplein on it, and the same as a table."""

import io
import json
from collections.abc import Mapping
from functools import cache

import altair as alt
import pandas as pd

from landkaart.domein.band import HOOGSTE, Band
from landkaart.domein.kaart import KaartKeuze, KaartSoort, bands_on, open_then, richtingen_on, soort_by_code
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import columns_of
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting
from landkaart.programma import programma
from landkaart.programma.namen import TERTAAL, WERKPLEIN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.chart_style import Spec, click, tooltip, with_style
from landkaart.rapport.colours import EDGE, EMPTY, LAND, LAND_NAMES, PAPER, TEXT
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.row_names import row_in_sentence

KAART = programma().kaart
BRON = KAART.bron
HEIGHT = 640
# More than these cover each other at their usual size.
MANY = 300
# So many names fit beside their signs.
NAMED = 12
# How Vega draws the sign of a band.
DRAWN = {
    "▼": "triangle-down",
    "■": "square",
    "●": "circle",
    "◆": "diamond",
    "▲": "triangle-up",
    "◀": "triangle-left",
    "▶": "triangle-right",
    "✚": "cross",
}
SHAPES: dict[KaartSoort, str] = {
    **{band: DRAWN[band.sign] for band in Band},
    Richting.VOORUIT: "triangle-up",
    Richting.GELIJK: "circle",
    Richting.ACHTERUIT: "triangle-down",
    Richting.NIEUW: "cross",
    None: "circle",
}


def kaart_figuur(beeld: Tertaalbeeld, keuze: KaartKeuze) -> Figuur:
    """Draw who was asked for and where they stand. A click on a sign chooses `code` in the selection "werkplein"."""
    found = soort_by_code(beeld, keuze)
    n = dutch.werkpleinen(len(found))
    what = f"verandering sinds {beeld.tertaal.before()}" if keuze.verandering else "band"
    title = f"{n} in {beeld.tertaal}, {what} op {row_in_sentence(keuze.rij)}"
    table = table_of(beeld, keuze, found)
    spec = drawing(drawn_points(table, found), legend(found, keuze))
    return Figuur(title, spec, table.drop(columns=["lat", "lon"]), vermelding=BRON, van=len(open_then(beeld)))


def table_of(beeld: Tertaalbeeld, keuze: KaartKeuze, found: Mapping[str, KaartSoort]) -> pd.DataFrame:
    """Give a row per werkplein, in the order of `found`.

    Columns: code, naam, provincie, arbeidsmarktregio, score (shown, on this row), band, sinds_vorig, actualiteit; and lat
    and lon, where it is drawn.
    """
    means = beeld.stand.points[:, columns_of(keuze.rij)].mean(axis=1)
    scores = dict(zip(beeld.stand.bands.index, means.tolist(), strict=True))
    bands, directions = bands_on(beeld, keuze.rij), richtingen_on(beeld, keuze.rij)
    rows = []
    for code in found:
        place = beeld.werkpleinen[code]
        row: Spec = {"code": code, "naam": beeld.namen[code]}
        row |= {"provincie": place.provincie, "arbeidsmarktregio": place.arbeidsmarktregio}
        row |= {
            "score": whole_percent(scores.get(code)),
            "band": signed_text(bands.get(code)),
            "sinds_vorig": signed_text(directions.get(code)),
        }
        klasse = beeld.actualiteit.get(code)
        rows.append(row | {"actualiteit": klasse and klasse.label, "lat": place.breedtegraad, "lon": place.lengtegraad})
    names = ("code", "naam", "provincie", "arbeidsmarktregio", "score", "band", "sinds_vorig", "actualiteit", "lat", "lon")
    return pd.DataFrame(rows, columns=list(names)).astype({"score": "Int64"})


def signed_text(kind: Band | Richting | None) -> str | None:
    """Write it with its sign; nothing for nothing."""
    return None if kind is None else kind.signed


def legend(found: Mapping[str, KaartSoort], keuze: KaartKeuze) -> dict[KaartSoort, str]:
    """Write what each sign is called, with how many there are; who has no stand only when there is somebody."""
    numbers = {kind: sum(each is kind for each in found.values()) for kind in (*Band, *Richting, None)}
    names: dict[KaartSoort, str] = {band: f"{band.label} ({band.range})" for band in Band}
    if keuze.verandering:
        names = {richting: richting.label for richting in Richting}
    names |= {None: "Geen opgave"} if numbers[None] else {}
    return {kind: f"{name} · {dutch.count(numbers[kind])}" for kind, name in names.items()}


def drawn_points(table: pd.DataFrame, found: Mapping[str, KaartSoort]) -> pd.DataFrame:
    """Give what is drawn and told of each werkplein, a row each in the order of `table`."""
    data = table[["code", "naam", "lat", "lon"]].copy()
    data["soort"] = pd.Series(list(found.values()), index=table.index, dtype=object)
    data["score"] = [dutch.DASH if pd.isna(score) else f"{score}%" for score in table["score"]]
    data["band"] = table["band"].fillna("geen opgave")
    data["sinds_vorig"] = table["sinds_vorig"].fillna(dutch.DASH)
    return data


def drawing(data: pd.DataFrame, names: Mapping[KaartSoort, str]) -> Spec:
    """Lay the land, its names, the signs and the names of who is at 100% over each other."""
    named = data[[kind is HOOGSTE for kind in data["soort"]]]
    data = data.assign(soort=[names[kind] for kind in data["soort"]])
    layers = [outlines(), province_names(), signs(data, names)]
    if 0 < len(named) <= NAMED:
        layers += halo_names(named[["naam", "lat", "lon"]])
    chart = alt.layer(*layers).project(type="stereographic", rotate=turned())
    return with_outlines(with_style(chart.properties(height=HEIGHT, width="container")))


def turned() -> list[float]:
    """Turn the globe until the middle of the map lies under the eye."""
    north, east = KAART.midden
    return [-east, -north, 0]


def with_outlines(spec: Spec) -> Spec:
    """Put the shapes back into their own layer: Altair keeps them among the rows of the others."""
    layer = spec["layer"][0]
    layer["data"] = layer["data"] | {"values": spec["datasets"].pop(layer["data"].pop("name"))}
    return spec


def fetching_outlines(spec: Spec, address: str) -> Spec:
    """Return the same map, of which the shapes are fetched from an address."""
    land, *others = spec["layer"]
    data = {"url": address, "format": land["data"]["format"]}
    return spec | {"layer": [land | {"data": data}, *others]}


@cache
def provincies() -> str:
    """Read the TopoJSON, some 33 kB."""
    return KAART.omtrek.read_text(encoding="utf-8")


@cache
def outlines() -> alt.Chart:
    """Draw the provinces, with everything they need in the spec itself."""
    shapes = json.loads(provincies())
    data = alt.InlineData(values=shapes, format=alt.TopoDataFormat(type="topojson", feature="provincies"))
    land: alt.Chart = alt.Chart(data).mark_geoshape(fill=LAND, stroke=PAPER, strokeWidth=1.2, aria=False)
    return land


@cache
def province_names() -> alt.Chart:
    """Write the names of the provinces where they stand on the map."""
    table = pd.read_csv(io.StringIO(KAART.namen.read_text(encoding="utf-8")))
    data = table.rename(columns={"breedtegraad": "lat", "lengtegraad": "lon"})
    style: Spec = {"fontStyle": "italic", "fontSize": 11, "color": LAND_NAMES}
    names: alt.Chart = alt.Chart(data).mark_text(**style).encode(longitude="lon:Q", latitude="lat:Q", text="naam:N")
    return names


def signs(data: pd.DataFrame, names: Mapping[KaartSoort, str]) -> alt.Chart:
    """Draw a sign per werkplein, which can be clicked, smaller where there are MANY."""
    kinds, domain = list(names), list(names.values())
    told = {"naam:N": WERKPLEIN_KOP, "score:N": "Score", "band:N": "Band", "sinds_vorig:N": f"Sinds vorig {TERTAAL}"}
    chosen = click("werkplein", "code")
    colours = alt.Scale(domain=domain, range=[EMPTY if kind is None else kind.colour for kind in kinds])
    shapes = alt.Scale(domain=domain, range=[SHAPES[kind] for kind in kinds])
    edges = alt.Scale(domain=domain, range=[EDGE if kind is None else PAPER for kind in kinds])
    corner = alt.Legend(title=None, orient="top-left", labelFontSize=12, labelColor=TEXT, symbolSize=110, labelLimit=260)
    size = 120 if len(data) <= MANY else 24
    drawn: alt.Chart = (
        alt.Chart(data)
        .mark_point(filled=True, opacity=1, size=size, strokeWidth=1.2, cursor="pointer")
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            color=alt.Color("soort:N", scale=colours, legend=corner),
            shape=alt.Shape("soort:N", scale=shapes, legend=corner),
            stroke=alt.Stroke("soort:N", scale=edges, legend=None),
            tooltip=tooltip(told),
        )
        .add_params(chosen)
    )
    return drawn


def halo_names(named: pd.DataFrame) -> list[alt.Chart]:
    """Write the names of who is at 100%, readable on whatever lies below them."""
    base = alt.Chart(named).encode(longitude="lon:Q", latitude="lat:Q", text="naam:N")
    style: Spec = {"fontSize": 13, "fontWeight": 700, "dy": -16}
    return [
        base.mark_text(stroke=PAPER, strokeWidth=4, strokeJoin="round", color=PAPER, **style),
        base.mark_text(color=TEXT, **style),
    ]
