"""A long list to look through: search, a page at a time, one row of it open."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from pages.shared.markdown import escaped
from pages.shared.name_search import plain

T = TypeVar("T")
PER_PAGE = 20


def choose_rows(rows: Sequence[T], texts: Sequence[str], name: str, hint: str) -> Sequence[T]:
    """Return the rows to show: those whose text (`plain`, one for each) has what is searched for, and of those one page."""
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        wanted = st.text_input("Zoeken", key=f"{name}-zoeken", placeholder=hint, width=340)
        asked = plain(wanted)
        found = [row for row, text in zip(rows, texts, strict=True) if asked in text] if asked else rows
        pages = -(-len(found) // PER_PAGE)
        page = st.pagination(pages, key=f"{name}-blad-{pages}-{asked}") if pages > 1 else 1
    if not found:
        st.info(f"Niets gevonden bij ‘{escaped(wanted)}’." if wanted else "Er staat nog niets in deze lijst.")
    return found[(page - 1) * PER_PAGE : page * PER_PAGE]


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
