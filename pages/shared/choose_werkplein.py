"""Choosing a werkplein to look at."""

from collections.abc import Mapping

import streamlit as st

from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP
from pages.shared.choices import Choice
from pages.shared.visit import visit

# In the state of the session; pages that go through the werkpleinen one by one set it.
VIEWED = "bekeken"


def choose_any_werkplein(namen: Mapping[str, str]) -> str | None:
    """Return the code of one, at first of one's own; None until one is chosen. Kept in the address.

    Anybody may look at any of them. `namen`: by code.
    """
    own = visit().visitor.bevoegdheid.werkpleinen
    # Only at first: whoever empties the field finds it empty.
    st.session_state.setdefault(VIEWED, next((code for code in namen if code in own), None))
    return Choice(WERKPLEIN_KOP, "werkplein", namen, VIEWED).from_list_or_none(f"Kies een {WERKPLEIN}", width=340)
