"""The parts of Beheer, and which of them an address asks for."""

import streamlit as st

from pages.beheer.uitnodigen import ADDRESS
from pages.shared.address import asked

TAB, SEEN = "beheer-deel", "beheer-deel-gevraagd"
INVITING = "Uitnodigen"
TABS = ("Accounts", INVITING, "Werkpleinen")


def open_asked_tab() -> None:
    """Open the list with who has a way in for who comes by a link that asks for it; once, for he may go on to another."""
    wanted = asked(ADDRESS)
    if wanted and st.session_state.get(SEEN) is None and TAB not in st.session_state:
        st.session_state[TAB] = INVITING
    st.session_state[SEEN] = True
