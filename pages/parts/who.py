"""Who is at work here. There are no accounts yet: whoever comes chooses a werkplein and is taken at his word."""

import streamlit as st

from landkaart.domein.rechten import Gebruiker, Weg
from pages.parts.address import from_address, to_address


def choose_werkplein(namen: dict[str, str]) -> str | None:
    """The code of the werkplein that this visit is about; None until one is chosen. Kept in the address."""
    from_address("werkplein", namen)
    chosen = st.selectbox(
        "Werkplein",
        list(namen),
        index=None,
        format_func=namen.get,
        placeholder="Kies uw werkplein",
        key="werkplein",
        persist_state="session",
    )
    to_address("werkplein", chosen)
    return chosen


def user_of(werkplein: str, namen: dict[str, str]) -> Gebruiker:
    """The doer whose name goes into the log; accounts will take the place of this."""
    return Gebruiker(f"werkplein {namen[werkplein]}", Weg.FORMULIER, frozenset({werkplein}))
