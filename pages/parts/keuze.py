"""Choices: one of a few in the address, one of many, and a click in a chart that fills them."""

from collections.abc import Mapping

import streamlit as st

from pages.parts.address import from_address, to_address


def ask(label: str, name: str, options: Mapping[str, str]) -> str:
    """One of a few, never none; kept in the address. `options`: what readers see, by what stands in the address."""
    key = f"keuze_{name}"
    from_address(key, options, name)
    if st.session_state.get(key) not in options:
        st.session_state[key] = next(iter(options))
    chosen = st.segmented_control(
        label, list(options), format_func=options.get, required=True, key=key, persist_state="session", wrap=True
    )
    to_address(name, chosen or None)
    return chosen


def ask_long(label: str, name: str, options: Mapping[str, str], **more: object) -> str:
    """The same for more than a few. `more`: what `st.selectbox` takes."""
    key = f"keuze_{name}"
    from_address(key, options, name)
    if st.session_state.get(key) not in options:
        st.session_state[key] = next(iter(options))
    chosen = st.selectbox(label, list(options), format_func=options.get, key=key, persist_state="session", **more)
    to_address(name, chosen or None)
    return chosen


def ask_maybe(label: str, key: str, options: Mapping[str, str], hint: str) -> str | None:
    """One of many or none; not in the address."""
    return st.selectbox(label, list(options), index=None, format_func=options.get, placeholder=hint, key=key, width=400)


def take_click(chart: str, selection: str, targets: Mapping[str, str]) -> None:
    """Callback of a chart: puts the fields of the clicked mark into choices. `targets`: key of the choice, by field."""
    picked = st.session_state[chart].selection.get(selection) or []
    for field, key in targets.items():
        if picked:
            st.session_state[key] = picked[0][field]
