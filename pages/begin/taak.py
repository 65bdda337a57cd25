"""One thing to do or to know, with the way to it; and how a page shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from landkaart.screens import Screen
from pages.contents import file_of

BESIDE: Mapping[str, Any] = {"horizontal": True, "vertical_alignment": "center", "horizontal_alignment": "distribute"}
ARROW: Mapping[str, Any] = {"icon": ":material/arrow_forward:", "icon_position": "right"}


@dataclass(frozen=True)
class Taak:
    """`zin` is Markdown, in which what people typed is escaped. Without a `knop` there is nothing to press."""

    zin: str
    knop: str = ""
    screen: Screen | None = None
    adres: Mapping[str, str] = field(default_factory=dict)  # What stands in the address of that screen.
    gedaan: bool | None = None  # Of a step: whether it is done.


def show_taken(taken: Sequence[Taak], key: str) -> None:
    """Show a line for each, below each other, with its button behind it; `key`: what tells this list from another."""
    for number, taak in enumerate(taken):
        with st.container(border=True, key=f"begin-{key}-{number}", **BESIDE):
            st.markdown(f"{sign_of(taak)}{taak.zin}")
            if taak.screen:
                label, address = f"**{taak.knop}**", dict(taak.adres)
                st.page_link(file_of(taak.screen), label=label, query_params=address, **ARROW)


def sign_of(taak: Taak) -> str:
    """Return what stands before a step: whether it is done, in a sign and in a word."""
    if taak.gedaan is None:
        return ""
    return ":material/check_circle: **Gedaan.** " if taak.gedaan else ":material/radio_button_unchecked: **Te doen.** "
