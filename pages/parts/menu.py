"""The menu of whoever is in."""

import streamlit as st

from landkaart.domein.rechten import Bevoegdheid
from pages.contents import LANDELIJK, Entry, menu

KEPT = "menu"


def menu_of(may: Bevoegdheid) -> dict[str, list[st.Page]]:
    """By section. Kept in the session while the rights stay the same: each page costs a few looks at the disk."""
    kept = st.session_state.get(KEPT)
    if kept is None or kept[0] != may:
        kept = (may, {section: list(map(page_of, entries)) for section, entries in menu(may).items()})
        st.session_state[KEPT] = kept
    return kept[1]


def page_of(entry: Entry) -> st.Page:
    return st.Page(entry.file, title=entry.title, icon=entry.icon, help=entry.help, default=entry is LANDELIJK)
