"""What Ontwikkeling and Alle werkpleinen share: with which tertaal to compare, a kept figure, a list of werkpleinen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import streamlit as st

from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import dutch
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.figuur_by_name import earlier_tertalen, figuur
from pages.shared.address import from_address, to_address
from pages.shared.arrow_tables import as_arrow, ready
from pages.shared.beeld import Stempel, beeld_of
from pages.shared.figuur_downloads import show_save
from pages.shared.page_links import open_werkplein
from pages.shared.remembered import remembered

PER_PAGE = 100
# Every column that a figure of these pages can have.
TITLES = {
    "naam": "Werkplein",
    "arbeidsmarktregio": "Arbeidsmarktregio",
    "score": "Score",
    "fase": "Fase",
    "mijlpaal": "Mijlpaal",
    "gestegen": "↑ Gestegen",
    "gedaald": "↓ Gedaald",
    "verschil": "Punten samen",
    "van": "Van",
    "verdwenen": "Verdwenen",
    "tertaal": "Tertaal",
    "periode": "Periode",
    "n_alle": "Alle: n",
    "gemiddelde_alle": "Alle: gemiddelde",
    "n_dezelfde": "Dezelfde: n",
    "gemiddelde_dezelfde": "Dezelfde: gemiddelde",
    "n_groep": "Groep: n",
    "gemiddelde_groep": "Groep: gemiddelde",
    "n_anderen": "Anderen: n",
    "gemiddelde_anderen": "Anderen: gemiddelde",
    "afstand": "Afstand in punten",
} | {band.code: band.signed for band in Band}


@dataclass(frozen=True)
class Kept:
    """A figure as it travels. `places`: on which row of `table` each werkplein stands, where its rows are werkpleinen.

    `asked`: the tertaal, the name and the choices under which it can be had as a file.
    """

    figuur: Figuur
    chart: dict
    table: pa.Table
    places: dict[str, int]
    asked: tuple[str, str, dict[str, str]]


def kept(stempel: Stempel, naam: str, **params: str) -> Kept:
    """`params` as they stand in an address."""
    return made(stempel, naam, tuple(sorted(params.items())))


@remembered(200)
def made(stempel: Stempel, naam: str, params: tuple[tuple[str, str], ...]) -> Kept:
    found = figuur(beeld_of(stempel), naam, dict(params))
    codes = found.tabel.get("code", ())
    table = as_arrow(found.tabel)
    places = {code: place for place, code in enumerate(codes)}
    return Kept(found, ready(dict(found.spec)), table, places, (stempel.tertaal, naam, dict(params)))


def choose_met(beeld: Tertaalbeeld) -> Tertaal | None:
    """Any earlier tertaal, at first the one before; None when this is the first. Kept in the address."""
    options = {str(tertaal): tertaal for tertaal in earlier_tertalen(beeld)}
    if not options:
        return None
    from_address("met", options)
    if st.session_state.get("met") not in options:
        st.session_state["met"] = next(iter(options))
    chosen = st.selectbox("Vergeleken met", list(options), key="met", persist_state="session", width=140)
    to_address("met", chosen)
    return options[chosen]


def show_figure(figure: Kept, naam: str, on_select: Callable[[], None] | None = None) -> None:
    """The chart and, when it is asked for, the table behind it."""
    show_chart(figure, naam, on_select)
    show_table(figure, naam, TITLES)


def show_table(figure: Kept, naam: str, titles: Mapping[str, str | None]) -> None:
    """`titles`: what its columns are called, by column; None leaves a column out."""
    with st.expander("Als tabel", on_change="rerun", key=f"{naam}_open") as opened:
        if opened.open:
            st.dataframe(
                figure.table, hide_index=True, alt=figure.figuur.titel, placeholder=dutch.DASH, column_config=titles
            )


def show_chart(figure: Kept, naam: str, on_select: Callable[[], None] | None = None) -> None:
    chosen = on_select or "ignore"
    st.vega_lite_chart(figure.chart, key=f"{naam}_grafiek", on_select=chosen, theme=None, alt=figure.figuur.titel)
    tertaal, asked, params = figure.asked
    show_save(asked, tertaal, **params)


def show_werkpleinen(changes: Kept, codes: Sequence[str], what: str) -> None:
    """By the size of the change, with the scores then and now; choosing a row opens the werkplein.

    `changes`: the figure "beweging", whose table has everybody. `what`: who they are, for a screen reader.
    """
    if not codes:
        st.caption("Geen enkel werkplein.")
        return
    rows = sorted(changes.places[code] for code in codes)
    if len(rows) > PER_PAGE:
        blad = st.pagination(-(-len(rows) // PER_PAGE), key=f"blad-{what}-{changes.asked[0]}")
        rows = rows[(blad - 1) * PER_PAGE : blad * PER_PAGE]
    table = changes.table.take(rows)
    picked = st.dataframe(
        table,
        key=f"lijst-{what}-{changes.asked[0]}",
        hide_index=True,
        alt=what,
        placeholder=dutch.DASH,
        height="content" if len(rows) <= 15 else 560,
        column_order=("naam", "verschil", "score_vorig", "score"),
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "naam": st.column_config.TextColumn("Werkplein", width="medium"),
            "verschil": st.column_config.NumberColumn("Verschil in punten", format="%+d"),
            "score_vorig": st.column_config.NumberColumn("Score toen", format="%d%%"),
            "score": st.column_config.ProgressColumn("Score nu", format="%d%%", min_value=0, max_value=100),
        },
    )
    for row in picked.selection.rows:
        if row < len(table):
            open_werkplein(table["code"][row].as_py())
