"""A long table of werkpleinen: a page at a time, a row opens its werkplein."""

from collections.abc import Mapping, Sequence

import pyarrow as pa
import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch
from pages.parts.door import open_werkplein

# Beyond this a table is cut into pages, so that a rerun does not send thousands of rows along.
PER_PAGE = 250


def show_werkpleinen(
    table: pa.Table, codes: Sequence[str], tertaal: Tertaal, *, key: str, alt: str, columns: Mapping[str, object]
) -> None:
    """`codes`: of each row; `key`: names this choice of rows, so that a selection does not outlive it."""
    if not codes:
        st.caption("Geen enkel werkplein.")
        return
    pages = -(-len(codes) // PER_PAGE)
    page = st.pagination(pages, key=f"blad-{key}") if pages > 1 else 1
    begin = (page - 1) * PER_PAGE
    picked = st.dataframe(
        table.slice(begin, PER_PAGE),
        key=f"{key}-{page}",
        hide_index=True,
        alt=alt,
        placeholder=dutch.DASH,
        height=460 if len(codes) > 12 else "content",
        column_config=dict(columns),
        on_select="rerun",
        selection_mode="single-row",
    )
    for row in picked.selection.rows:
        if begin + row < len(codes):
            open_werkplein(codes[begin + row], tertaal)
