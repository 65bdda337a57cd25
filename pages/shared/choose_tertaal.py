"""Choosing a tertaal."""

from collections.abc import Sequence

import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import TERTAAL_KOP
from pages.shared.cache import is_closed, uitvragen
from pages.shared.choices import Choice
from pages.shared.tertaalbeeld import tertalen
from pages.shared.visit import blad, visit

KEY = "tertaal"


def choose_tertaal(*, steps: bool = False) -> Tertaal | None:
    """Return the chosen one, at first the last that closed; None when there is nothing at all. Kept in the address.

    `steps`: with buttons to the tertaal before and the one after.
    """
    rounds, now = uitvragen(), visit().now()
    known = [tertaal for tertaal in tertalen() if tertaal not in rounds or rounds[tertaal].opent <= now]
    if not known:
        return None
    closed = {tertaal for tertaal in known if is_closed(tertaal)}
    options = {str(tertaal): label(tertaal, tertaal in closed) for tertaal in reversed(known)}
    chosen = Choice(TERTAAL_KOP, "tertaal", options, KEY).from_list(str(max(closed, default=known[-1])), width=340)
    if steps:
        show_steps(list(options), chosen)
    found = blad().tertaal = Tertaal.parse(chosen)
    # It stands by itself in the herkomst.
    blad().keuzes.pop(TERTAAL_KOP, None)
    return found


def show_steps(options: Sequence[str], chosen: str) -> None:
    """Show the buttons to its neighbours; `options`: the newest first."""
    place = options.index(chosen)
    earlier, later = options[place + 1 : place + 2], options[:place][-1:]
    ways = (("Eerder", ":material/chevron_left:", earlier), ("Later", ":material/chevron_right:", later))
    for name, icon, found in ways:
        key = f"tertaal-{name}"
        st.button(name, icon=icon, key=key, disabled=not found, on_click=step, args=tuple(found))


def step(tertaal: str) -> None:
    st.session_state[KEY] = tertaal


def label(tertaal: Tertaal, closed: bool) -> str:
    return f"{tertaal} ({tertaal.periode}{'' if closed else ', nog niet gesloten'})"
