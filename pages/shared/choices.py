"""Choices: one of a few in the address, one of many, and a click in a chart that fills them."""

from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from pages.shared.address import from_address, to_address


def choose_part(name: str, titles: Sequence[str]) -> Sequence:
    """Tabs, of which the open one stands in the address; whoever comes back finds the one that he left."""
    from_address(name, titles)
    st.session_state.setdefault(name, st.session_state.get(f"{name}_eerder", titles[0]))
    tabs = st.tabs(titles, key=name, on_change="rerun")
    st.session_state[f"{name}_eerder"] = st.session_state[name]
    to_address(name, st.session_state[name])
    return tabs


def ask(label: str, name: str, options: Mapping[str, str]) -> str:
    """One of a few, never none; kept in the address. `options`: what readers see, by what stands in the address."""
    key = f"keuze_{name}"
    recall(key, options, name, next(iter(options)))
    chosen = st.segmented_control(
        label, list(options), format_func=options.get, required=True, key=key, persist_state="session", wrap=True
    )
    to_address(name, chosen or None)
    return chosen


def ask_long(label: str, name: str, options: Mapping[str, str], first: str | None = None, **more: object) -> str:
    """The same for more than a few. `first`: where it begins, if not with the first; `more`: what `st.selectbox` takes."""
    key = f"keuze_{name}"
    recall(key, options, name, first or next(iter(options)))
    chosen = st.selectbox(label, list(options), format_func=options.get, key=key, persist_state="session", **more)
    to_address(name, chosen or None)
    return chosen


def ask_maybe(label: str, key: str, options: Mapping[str, str], hint: str, name: str | None = None) -> str | None:
    """One of many or none; in the address when it has a `name` there."""
    if name:
        recall(key, options, name)
    look = {"format_func": options.get, "placeholder": hint, "width": 400}
    chosen = st.selectbox(label, list(options), index=None, key=key, persist_state="session" if name else None, **look)
    if name:
        to_address(name, chosen)
    return chosen


def ask_side(label: str, key: str, options: Mapping[str, str], name: str) -> str | None:
    """One of a few or none; kept in the address."""
    recall(key, options, name)
    chosen = st.segmented_control(label, list(options), format_func=options.get, key=key, persist_state="session", wrap=True)
    to_address(name, chosen)
    return chosen


def recall(key: str, options: Collection[str], name: str, first: str | None = None) -> None:
    """Before a choice: what the address says, never what is no option any more."""
    from_address(key, options, name)
    if st.session_state.get(key) not in options:
        st.session_state[key] = first


def take_click(chart: str, selection: str, targets: Mapping[str, str]) -> None:
    """Callback of a chart: puts the fields of the clicked mark into choices. `targets`: key of the choice, by field."""
    picked = st.session_state[chart].selection.get(selection) or []
    for field, key in targets.items():
        if picked:
            st.session_state[key] = picked[0][field]
