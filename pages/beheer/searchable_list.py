"""A long list to look through: search, a page at a time, one row of it open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import pandas as pd
import streamlit as st

from landkaart.domein.typed_text import finder
from pages.shared.markdown import escaped
from pages.shared.name_search import plain
from pages.shared.searching import ask_words
from pages.shared.show_table import keep_table
from pages.shared.visit import keep_rows

T = TypeVar("T")
PER_PAGE = 20


@dataclass(frozen=True)
class Lijst(Generic[T]):
    """A list of many; each row has a text to be found by (`plain`) and, on paper, a cell under each heading."""

    naam: str  # In the keys of its elements.
    titel: str
    rows: Sequence[T]
    texts: Sequence[str]  # One for each row.
    cells: Callable[[T], Mapping[str, str]]


def show_list(lijst: Lijst[T], hint: str, show: Callable[[T], None]) -> None:
    """Show the rows whose text has what is searched for, a page at a time; a print has all pages of them, as a table."""
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        wanted = ask_words(f"{lijst.naam}-zoeken", hint)
        fits = finder(wanted)
        found = [row for row, text in zip(lijst.rows, lijst.texts, strict=True) if fits(text)]
        keep_rows(len(found), len(lijst.rows))
        pages = -(-len(found) // PER_PAGE)
        page = st.pagination(pages, key=f"{lijst.naam}-blad-{pages}-{plain(wanted)}") if pages > 1 else 1
    if not found:
        st.info(f"Niets gevonden bij ‘{escaped(wanted)}’." if wanted else "Er staat nog niets in deze lijst.")
        return
    key = f"{lijst.naam}-alleen-op-scherm"
    with st.container(key=key):
        for row in found[(page - 1) * PER_PAGE : page * PER_PAGE]:
            with st.container(border=True):
                show(row)
    keep_table(key, lijst.titel, {}, lambda: pd.DataFrame([lijst.cells(row) for row in found], dtype="str"))


def is_open(row: str) -> bool:
    return st.session_state.get("open-rij") == row


def show_row(row: str, *cells: Sequence[str]) -> None:
    """Show the lines of each cell beside each other, and the button that opens the row."""
    with st.grid(len(cells) + 1, gap="medium"):
        for lines in cells:
            st.markdown("  \n".join(filter(None, lines)))
        show_opener(row)


def show_opener(row: str) -> None:
    """Show the button that opens a row, and closes it again; one is open at a time."""
    label, icon = ("Inklappen", ":material/keyboard_arrow_up:") if is_open(row) else ("Wijzigen", ":material/edit:")
    st.button(label, key=f"openen-{row}", type="tertiary", icon=icon, on_click=toggle, args=(row,))


def toggle(row: str) -> None:
    st.session_state["open-rij"] = None if is_open(row) else row
