"""Choosing an uitvraag, and the opening of a page about one."""

from datetime import datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport import dutch
from pages.shared.cache import uitvragen
from pages.shared.choices import Choice
from pages.shared.ending import end_page
from pages.shared.frame import heading
from pages.shared.visit import visit

# Where the uitvraag is run, also those that are still to open can be chosen.
PLANNED = "geplande_uitvraag"


def open_uitvraag_page(title: str, otherwise: str) -> tuple[DeltaGenerator, Uitvraag]:
    """Show the title and ask which uitvraag; stop the run, with `otherwise`, while none has opened yet.

    Returns the row of the title, for downloads, and the uitvraag.
    """
    top = heading(title)
    with top:
        uitvraag = choose_uitvraag()
    if uitvraag is None:
        st.info(otherwise)
        end_page()
    return top, uitvraag


def choose_uitvraag(*, planned: bool = False) -> Uitvraag | None:
    """Return the chosen one, at first the one that is open, else the last that opened; None when there is none.

    Kept in the address. `planned`: also those that are still to open.
    """
    now = visit().now()
    known = {str(tertaal): found for tertaal, found in uitvragen().items() if planned or found.opent <= now}
    if not known:
        return None
    opened = [text for text in known if known[text].opent <= now]
    at_first = [*known, *opened, *(text for text in opened if known[text].is_open(now))][-1]
    options = {text: label(known[text], now) for text in reversed(known)}
    key = PLANNED if planned else "uitvraag"
    return known[Choice("Uitvraag", "uitvraag", options, key).from_list(at_first, width=340)]


def label(uitvraag: Uitvraag, now: datetime) -> str:
    if now < uitvraag.opent:
        return f"{uitvraag.tertaal}, opent op {dutch.day(uitvraag.opent)}"
    return f"{uitvraag.tertaal}, {dutch.open_or_closed(uitvraag.sluit, now)}"
