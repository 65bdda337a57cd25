"""What a page shows stands in its address, so that a link shows a colleague the same."""

from collections.abc import Collection

import streamlit as st


def from_address(key: str, options: Collection[str]) -> None:
    """Before a widget: the first time, its choice comes from the address; a code that does not exist is passed over."""
    wanted = st.query_params.get(key)
    if key not in st.session_state and wanted in options:
        st.session_state[key] = wanted


def to_address(key: str, chosen: str | None) -> None:
    """After it: the address follows the choice."""
    if chosen is None:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != chosen:
        st.query_params[key] = chosen
