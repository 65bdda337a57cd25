"""Asking for a day and an hour, on the clock of the Netherlands."""

from datetime import datetime

import streamlit as st

from landkaart.domein.clock import moment_of
from landkaart.domein.fouten import OngeldigeInvoer

FIRST, LAST = datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2099-12-31")


def ask_moment(label: str, proposal: datetime | None, key: str, explanation: str | None = None) -> None:
    """Show the field; what is chosen stands under its key, without a zone."""
    st.datetime_input(label, proposal, min_value=FIRST, max_value=LAST, key=key, help=explanation, format="DD-MM-YYYY")


def read_moment(key: str) -> datetime | None:
    """Return what is chosen under this key; None without a choice, and for an hour that does not exist."""
    chosen: datetime | None = st.session_state.get(key)
    try:
        return None if chosen is None else moment_of(chosen)
    except OngeldigeInvoer:
        return None
