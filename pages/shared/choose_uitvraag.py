"""Choosing an uitvraag."""

from datetime import datetime

import streamlit as st

from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport import dutch
from pages.shared.address import from_address, to_address
from pages.shared.moment import moment, uitvragen

# Where the uitvraag is run, also those that are still to open can be chosen.
PLANNED = "geplande_uitvraag"


def choose_uitvraag(*, planned: bool = False) -> Uitvraag | None:
    """At first the one that is open, else the last that opened; None when there is none. Kept in the address.

    `planned`: also those that are still to open.
    """
    now = moment().now()
    known = {str(tertaal): found for tertaal, found in uitvragen().items() if planned or found.opent <= now}
    if not known:
        return None
    key = PLANNED if planned else "uitvraag"
    from_address(key, known, "uitvraag")
    opened = [text for text in known if known[text].opent <= now]
    at_first = [*known, *opened, *(text for text in opened if known[text].is_open(now))][-1]
    if st.session_state.get(key) not in known:
        st.session_state[key] = at_first
    options = list(reversed(known))
    chosen = st.selectbox(
        "Uitvraag",
        options,
        format_func=lambda text: label(known[text], now),
        key=key,
        persist_state="session",
        width=340,
    )
    to_address("uitvraag", chosen)
    return known[chosen]


def label(uitvraag: Uitvraag, now: datetime) -> str:
    if now < uitvraag.opent:
        return f"{uitvraag.tertaal}, opent op {dutch.day(uitvraag.opent)}"
    return f"{uitvraag.tertaal}, {dutch.open_or_closed(uitvraag.sluit, now)}"
