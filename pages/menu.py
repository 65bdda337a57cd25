"""The menu of whoever is in, as Streamlit takes it."""

import streamlit as st

from landkaart.domein.rechten import Bevoegdheid
from landkaart.screens import DEFAULT
from pages.contents import Entry, file_of, menu

KEPT = "menu"


def menu_of(may: Bevoegdheid) -> dict[str, list[st.Page]]:
    """Return the pages by part of the menu. Kept in the visit while the rights stay: each page costs looks at the disk."""
    kept = st.session_state.get(KEPT)
    if kept is None or kept[0] != may:
        kept = (may, {part: list(map(page_of, entries)) for part, entries in menu(may).items()})
        st.session_state[KEPT] = kept
    return kept[1]


def page_of(entry: Entry) -> st.Page:
    """Return the page with the name of its screen as its address; every file is called `page.py`."""
    return st.Page(
        file_of(entry.screen),
        title=entry.title,
        icon=entry.icon,
        help=entry.help,
        url_path=entry.screen.value,
        default=entry.screen is DEFAULT,
    )
