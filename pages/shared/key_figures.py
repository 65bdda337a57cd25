"""Key figures at the top of a page, each with the names behind it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import streamlit as st

from landkaart.domein.tertaalbeeld import Tertaalbeeld
from pages.shared.show_table import show_names


@dataclass(frozen=True)
class KeyFigure:
    """One number, ready to be read."""

    label: str
    value: str
    change: int | None = None  # In points, since the tertaal before.
    change_text: str | None = None
    names: Collection[str] | None = None  # Codes of the werkpleinen that it counts; None when it counts something else.


def show_key_figures(beeld: Tertaalbeeld, *figures: KeyFigure) -> None:
    """Show them beside each other."""
    with st.grid(len(figures)):
        for figure in figures:
            if figure.names is None:
                show_metric(figure, border=True, height="stretch")
            else:
                with st.container(border=True, height="stretch"):
                    show_metric(figure)
                    show_names_on_demand(beeld, figure.label, figure.names)


def show_metric(figure: KeyFigure, **look: Any) -> None:
    st.metric(figure.label, figure.value, figure.change, delta_description=figure.change_text, **look)


def show_names_on_demand(beeld: Tertaalbeeld, label: str, codes: Collection[str]) -> None:
    """Show the way to the names, which travel when somebody asks for them: they can be thousands."""
    key = f"welke-{label}"
    with st.popover("Welke?", type="tertiary", icon=":material/group:", on_change="rerun", key=key) as opened:
        if opened.open:
            show_names(beeld, codes, label)
