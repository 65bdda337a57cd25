"""The parts of Beheer, and which of them an address asks for."""

import streamlit as st

from landkaart.programma.namen import WERKPLEINEN_KOP
from pages.beheer.uitnodigen import ADDRESS
from pages.shared.address import asked, keep

TAB = "beheer-deel"
INVITING = "Uitnodigen"
TABS = ("Accounts", INVITING, WERKPLEINEN_KOP)


def open_asked_tab() -> None:
    """Open the list with who has a way in for who arrives by a link that asks for it; he may go on to another."""
    if keep(TAB) and asked(ADDRESS):
        st.session_state[TAB] = INVITING
