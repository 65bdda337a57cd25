"""What the tab of the browser and a screen reader call a page."""

import streamlit as st

from landkaart.domein.tertaal import PATTERN
from landkaart.programma.namen import NAAM
from pages.shared.address import asked
from pages.shared.frame import ICON

# By which names an address says of which tertaal a page is.
TERTALEN = ("tertaal", "uitvraag")


def name_page(title: str = "") -> None:
    """Call the page so, with the tertaal that it is about; without a title it is called as the whole."""
    st.set_page_config(page_title=page_title(title, *map(asked, TERTALEN)) if title else NAAM, page_icon=ICON)


def page_title(title: str, *tertalen: str | None) -> str:
    """Return "Respons 2009-3 - SUWI-landkaart", with the first of these that is one; nothing else of an address is shown."""
    known = [text for text in tertalen if text and PATTERN.fullmatch(text)]
    return f"{' '.join([title, *known[:1]])} - {NAAM}"
