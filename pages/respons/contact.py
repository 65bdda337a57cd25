"""From a row of the respons to the contact of its werkplein."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.shared.contact import show_contact
from pages.shared.lists import one_from_list
from pages.shared.name_search import narrowed

KEY = "respons_werkplein"


def ask_contact(namen: Mapping[str, str]) -> str | None:
    """Ask of whom to change it, by keyboard or by a click on a row of the table, and return whose it is, by code.

    `namen`: by code, what the table shows.
    """
    chosen = st.session_state.get(KEY)
    if chosen is not None and chosen not in namen:
        del st.session_state[KEY]
    hint = "Kies een werkplein, of kies een rij in de tabel"
    shown = narrowed(namen, KEY, "Werkplein", width=420)
    found: str | None = one_from_list("Contact vastleggen van", shown, KEY, placeholder=hint, width=420)
    if found is not None:
        show_contact(found)
    return found


def take_row(table: str, codes: Sequence[str]) -> None:
    """Choose the clicked row; callback of the table with this key. `codes`: of its rows, in order."""
    rows = st.session_state[table].selection.rows
    st.session_state[KEY] = codes[rows[0]] if rows and rows[0] < len(codes) else None
