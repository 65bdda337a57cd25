"""Choosing an uitvraag, and the opening of a page about one."""

from datetime import datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport import dutch
from pages.shared.address import is_passed_over
from pages.shared.cache import uitvragen
from pages.shared.choices import Choice
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
        st.info(not_chosen() or otherwise)
        st.stop()
    return top, uitvraag


def choose_uitvraag(*, planned: bool = False) -> Uitvraag | None:
    """Return the chosen one, at first the one that is open, else the last that opened; None when there is none.

    None as well while the address names one that does not exist: nobody does to another what he meant for that one.
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
    choice = Choice("Uitvraag", "uitvraag", options, key)
    if not choice.is_passed_over():
        return known[choice.from_list(at_first, width=340)]
    chosen = choice.from_list_or_none("Kies een uitvraag", width=340)
    return known[chosen] if chosen else None


def not_chosen() -> str | None:
    """Say that an uitvraag must be chosen, for who asked one that does not exist; None for who did not."""
    return "Kies hierboven een uitvraag." if is_passed_over("uitvraag") else None


def label(uitvraag: Uitvraag, now: datetime) -> str:
    if now < uitvraag.opent:
        return f"{uitvraag.tertaal}, opent op {dutch.day(uitvraag.opent)}"
    return f"{uitvraag.tertaal}, {dutch.open_or_closed(uitvraag.sluit, now)}"
