"""Choosing the werkplein to fill in: among one's own."""

from collections.abc import Mapping

import streamlit as st

from landkaart.domein.rechten import Recht
from pages.shared.address import from_address, to_address
from pages.shared.name_search import narrowed
from pages.shared.visit import visit


def own_werkpleinen(namen: Mapping[str, str], recht: Recht) -> Mapping[str, str]:
    """Return naam by code of those for which this visitor has the right."""
    if visit().may(recht):
        return namen
    own = visit().visitor.bevoegdheid.werkpleinen
    return {code: naam for code, naam in namen.items() if code in own and visit().may(recht, code)}


def choose_werkplein(own: Mapping[str, str]) -> str | None:
    """Return the code of the werkplein to fill in; None until one is chosen. Asks only when there is a choice."""
    if len(own) == 1:
        [only] = own
        to_address("werkplein", only)
        return only
    from_address("werkplein", own)
    chosen = st.selectbox(
        "Werkplein",
        list(narrowed(own, "werkplein", "Werkplein")),
        index=None,
        format_func=own.get,
        placeholder="Kies uw werkplein",
        key="werkplein",
        persist_state="session",
    )
    to_address("werkplein", chosen)
    return chosen
