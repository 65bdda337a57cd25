"""The menu of whoever is in, as Streamlit takes it."""

import streamlit as st

from landkaart.domein.rechten import Bevoegdheid
from landkaart.screens import DEFAULT
from pages.contents import Entry, file_of, menu
from pages.shared.cache import once_per_visit


def menu_of(may: Bevoegdheid) -> dict[str, list[st.Page]]:
    """Return the pages by part of the menu, made anew when the rights are others.

    Each page costs looks at the disk; and each knows whether it may run now, so that no two visits can share one.
    """
    return once_per_visit("menu", may, lambda: {part: list(map(page_of, entries)) for part, entries in menu(may).items()})


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
