"""From a row of the respons to its werkplein: the contact, and filling in on its behalf for who may."""

from collections.abc import Mapping, Sequence

import streamlit as st

from landkaart.domein.rechten import Recht
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP
from pages.shared.contact import show_contact
from pages.shared.lists import one_from_list
from pages.shared.name_search import narrowed
from pages.shared.visit import visit

KEY = "respons_werkplein"
CONTACT, CONTACT_OR_NAMENS = "Contact vastleggen van", "Contact vastleggen van, of invullen namens"


def ask_contact(namen: Mapping[str, str]) -> str | None:
    """Ask about which werkplein it is, by keyboard or by a click on a row of the table, and return it, by code.

    `namen`: by code, of all that the uitvraag asks.
    """
    chosen = st.session_state.get(KEY)
    if chosen is not None and chosen not in namen:
        del st.session_state[KEY]
    hint = f"Kies een {WERKPLEIN}, of kies een rij in de tabel"
    shown = narrowed(namen, KEY, WERKPLEIN_KOP, width=420)
    label = CONTACT_OR_NAMENS if visit().may(Recht.NAMENS_INVULLEN) else CONTACT
    found: str | None = one_from_list(label, shown, KEY, placeholder=hint, width=420)
    if found is not None:
        show_contact(found)
    return found


def take_row(table: str, codes: Sequence[str]) -> None:
    """Choose the clicked row; callback of the table with this key. `codes`: of its rows, in order."""
    rows = st.session_state[table].selection.rows
    st.session_state[KEY] = codes[rows[0]] if rows and rows[0] < len(codes) else None
