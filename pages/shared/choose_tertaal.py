"""Choosing a tertaal."""

from collections.abc import Sequence

import streamlit as st

from landkaart.domein.tertaal import Tertaal
from pages.shared.address import from_address, to_address
from pages.shared.beeld import tertalen
from pages.shared.moment import is_closed, moment, uitvragen


def choose_tertaal(*, steps: bool = False) -> Tertaal | None:
    """At first the last one that closed; None when there is nothing at all. Kept in the address.

    `steps`: with buttons to the tertaal before and the one after.
    """
    rounds, now = uitvragen(), moment().now()
    known = [tertaal for tertaal in tertalen() if tertaal not in rounds or rounds[tertaal].opent <= now]
    if not known:
        return None
    closed = {tertaal for tertaal in known if is_closed(tertaal)}
    options = [str(tertaal) for tertaal in reversed(known)]
    from_address("tertaal", options)
    st.session_state.setdefault("tertaal", str(max(closed, default=known[-1])))
    chosen = st.selectbox(
        "Tertaal",
        options,
        format_func=lambda text: label(Tertaal.parse(text), Tertaal.parse(text) in closed),
        key="tertaal",
        persist_state="session",
        width=340,
    )
    to_address("tertaal", chosen)
    if steps:
        show_steps(options, chosen)
    return Tertaal.parse(chosen)


def show_steps(options: Sequence[str], chosen: str) -> None:
    """`options`: the newest first."""
    place = options.index(chosen)
    earlier, later = options[place + 1 : place + 2], options[:place][-1:]
    for name, icon, found in (("Eerder", "chevron_left", earlier), ("Later", "chevron_right", later)):
        what = {"icon": f":material/{icon}:", "key": f"tertaal-{name}", "disabled": not found, "on_click": step}
        st.button(name, args=found, **what)


def step(tertaal: str) -> None:
    st.session_state["tertaal"] = tertaal


def label(tertaal: Tertaal, closed: bool) -> str:
    return f"{tertaal} ({tertaal.periode}{'' if closed else ', nog niet gesloten'})"
