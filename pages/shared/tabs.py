"""The parts of a page as tabs, of which the open one stands in its address."""

from collections.abc import Sequence

import streamlit as st
from streamlit.elements.lib.mutable_tab_container import TabContainer

from pages.shared.address import from_address, to_address
from pages.shared.lists import one_tab


def choose_tab(name: str, titles: Sequence[str], key: str | None = None) -> Sequence[TabContainer]:
    """Return the tabs. The open one stands in the address; whoever comes back finds the one that he left.

    `key`: in the state of the session, where that is not its name.
    """
    key = key or name
    from_address(key, {title: title for title in titles}, name)
    st.session_state.setdefault(key, st.session_state.get(f"{key}_eerder", titles[0]))
    tabs = one_tab(titles, key)
    st.session_state[f"{key}_eerder"] = st.session_state[key]
    to_address(name, st.session_state[key])
    return tabs
