"""A long table of werkpleinen: a page at a time, a row opens its werkplein."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pyarrow as pa
import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import AKO, WERKPLEIN, WERKPLEIN_KOP
from pages.shared.lists import one_row
from pages.shared.page_links import open_werkplein

# Beyond this a table is cut into pages, so that a rerun does not send thousands of rows along.
PER_PAGE = 150
# Up to so many rows a table is as high as it is long; beyond that it scrolls.
SHORT, SCROLLING = 12, 460

WIDE = {WERKPLEIN_KOP: 165, "Hoe lang": 105, f"{AKO}-indicatie": 150, "Waarom": 700}
COLUMNS: Mapping[str, Any] = {name: st.column_config.TextColumn(name, width=width) for name, width in WIDE.items()} | {
    "Score": st.column_config.NumberColumn("Score", format="%d%%", width=65),
    "Verschil": st.column_config.TextColumn("Verschil", width=75, alignment="right"),
}


def show_werkpleinen(table: pa.Table, tertaal: Tertaal, *, key: str, alt: str, columns: Mapping[str, Any] = COLUMNS) -> None:
    """Show a table that has the codes in its column `code`, which is not shown; a line when there is nobody.

    `key`: names this choice of rows, so that a selection does not outlive it.
    """
    if not table.num_rows:
        st.caption(f"Geen enkel {WERKPLEIN}.")
        return
    chosen = choose_row(table.drop_columns("code"), table["code"].to_pylist(), key=key, alt=alt, columns=columns)
    if chosen is not None:
        open_werkplein(chosen, tertaal)


def choose_row(table: pa.Table, codes: Sequence[str], *, key: str, alt: str, **layout: Any) -> str | None:
    """Show a page of it; return the code of the row that was chosen.

    `codes`: of all its rows; `layout`: as `show_table` takes it.
    """
    begin = choose_page(table, key)
    shown = {"height": height_of(table.num_rows), "alt": alt, "whole": lambda: table, **layout}
    number = begin // PER_PAGE + 1
    return one_row(table.slice(begin, PER_PAGE), codes[begin : begin + PER_PAGE], f"{key}-{number}", **shown)


def choose_page(table: pa.Table, key: str) -> int:
    """Return the number of the row with which the page begins."""
    pages = -(-table.num_rows // PER_PAGE)
    page = st.pagination(pages, key=f"blad-{key}") if pages > 1 else 1
    return (page - 1) * PER_PAGE


def height_of(rows: int) -> int | Literal["content"]:
    """Return how high a table of so many rows is."""
    return SCROLLING if rows > SHORT else "content"
