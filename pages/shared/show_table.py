"""The one way to show a table or a list of names: it can be copied and printed whole (`landkaart/content/tabellen.js`)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

import pandas as pd
import pyarrow as pa
import streamlit as st

from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import WERKPLEIN_KOP
from landkaart.rapport import dutch, tables
from landkaart.rapport.readers_table import ShownTable
from pages.shared.name_list import name_list
from pages.shared.visit import blad

Table: TypeAlias = pa.Table | pd.DataFrame
# Streamlit's own key; what is behind it is a list of names, which stands there as text.
NAMES = "namen-"


def show_table(table: Table, *, key: str, alt: str, columns: Mapping[str, Any] | None = None, **look: Any) -> Any:
    """Show it, and keep it for who copies or prints; returns what is selected in it.

    `key`: its own on the page; `alt`: what it is called, for a screen reader and for who copies it. `columns`: as
    Streamlit takes them. In `look` also `whole`, what makes all of its rows where the screen has only some, and
    `prints_as_seen` where all of them would fill a book: a print then has those of the screen, and the page says so. The
    rest is Streamlit's.
    """
    whole, as_seen = look.pop("whole", None) or (lambda: table), look.pop("prints_as_seen", False)
    kept = ShownTable(alt, lambda: as_frame(whole()), columns or {}, look.get("column_order", ()))
    blad().keep(key, replace(kept, printed=lambda: as_frame(table)) if as_seen else kept)
    look |= {"hide_index": True, "alt": alt, "placeholder": dutch.DASH, "column_config": dict(columns or {})}
    if "on_select" in look:
        return st.dataframe(table, key=key, **look)
    # Streamlit gives the key of a table to its element only where something can be selected in it (1.67).
    with st.container(key=key):
        return st.dataframe(table, **look)


def keep_table(key: str, alt: str, columns: Mapping[str, Any], make: Callable[[], Table]) -> None:
    """Keep a table for who copies or prints, under the key of its element."""
    blad().keep(key, ShownTable(alt, lambda: as_frame(make()), columns))


def as_frame(table: Table) -> pd.DataFrame:
    found: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype) if isinstance(table, pa.Table) else table
    return found


def show_names(beeld: Tertaalbeeld, codes: Collection[str], title: str) -> None:
    """Show who they are, in one paragraph; `title`: what they are called."""
    key = f"{NAMES}{title}"
    with st.container(key=key):
        st.markdown(name_list(beeld, codes))
    keep_table(key, title, {"naam": WERKPLEIN_KOP, "code": None}, lambda: tables.names_of(beeld, codes))
