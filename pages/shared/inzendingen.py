"""The line that says why two figures about one uitvraag are not the same, on each page that has one of them."""

import streamlit as st

from db.engine import read_session
from db.queries.stands import first_submitted
from landkaart.domein.inzendingen import inzendingen_of
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.inzendingen import why_not_the_same
from pages.shared.cache import figures_change, kept
from pages.shared.tertaalbeeld import tertaalbeeld


def show_why_not_the_same(tertaal: Tertaal) -> None:
    """Show it; nothing where the figures are one, or without an uitvraag."""
    if said := line(tertaal):
        st.caption(said)


@kept(until=figures_change, most=20)
def line(tertaal: Tertaal) -> str:
    beeld = tertaalbeeld(tertaal)
    with read_session() as session:
        found = inzendingen_of(beeld, first_submitted(session=session, tertaal=tertaal))
    return why_not_the_same(found, beeld.uitvraag) if found and beeld.uitvraag else ""
