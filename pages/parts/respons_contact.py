"""From a row of the respons to the contact of its werkplein."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.parts.contact import show_contact

KEY = "respons_werkplein"
# More names than this are no choice but a burden: of more, a click on the row chooses.
MOST = 500


def ask_contact(namen: Mapping[str, str]) -> None:
    """By keyboard, or by a click on a row of the table; `namen`: by code, what the table shows."""
    chosen = st.session_state.get(KEY)
    if len(namen) <= MOST:
        if chosen not in (None, *namen):
            del st.session_state[KEY]
        hint = "Kies een werkplein, of kies een rij in de tabel"
        chosen = st.selectbox("Contact vastleggen van", list(namen), None, namen.get, key=KEY, placeholder=hint, width=420)
    else:
        st.caption("Kies een rij in de tabel om het contact van dat werkplein vast te leggen.")
    if chosen in namen:
        show_contact(chosen)


def take_row(codes: Sequence[str]) -> None:
    """Callback of the table. `codes`: of its rows, in order."""
    rows = st.session_state["respons_tabel"].selection.rows
    st.session_state[KEY] = codes[rows[0]] if rows and rows[0] < len(codes) else None
