"""Key figures at the top of a page, each with the names behind it."""

from collections.abc import Collection
from dataclasses import dataclass

import streamlit as st

from landkaart.domein.tertaalbeeld import Tertaalbeeld
from pages.shared.names import name_list


@dataclass(frozen=True)
class Figure:
    """`names`: codes of the werkpleinen that it counts; None when it does not count werkpleinen."""

    label: str
    value: str
    change: int | None = None
    change_text: str | None = None
    names: Collection[str] | None = None


def show_figures(beeld: Tertaalbeeld, *figures: Figure) -> None:
    with st.grid(len(figures)):
        for figure in figures:
            if figure.names is None:
                show_metric(figure, border=True, height="stretch")
            else:
                with st.container(border=True, height="stretch"):
                    show_metric(figure)
                    show_lazily(beeld, figure)


def show_metric(figure: Figure, **look: object) -> None:
    st.metric(figure.label, figure.value, figure.change, delta_description=figure.change_text, **look)


def show_lazily(beeld: Tertaalbeeld, figure: Figure) -> None:
    """The names travel when somebody asks for them: they can be thousands."""
    button = {"label": "Welke?", "type": "tertiary", "icon": ":material/group:"}
    with st.popover(**button, on_change="rerun", key=f"welke-{figure.label}") as opened:
        if opened.open:
            st.markdown(name_list(beeld, figure.names))
