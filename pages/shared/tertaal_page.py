"""The opening of a page about one tertaal: its title, which tertaal, what is missing, what must be known beforehand."""

from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import WERKPLEIN
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.ending import end_page
from pages.shared.frame import heading
from pages.shared.notices import show_nothing_yet, show_reconstruction
from pages.shared.tertaalbeeld import namen

NOBODY_COUNTED = f"In {{tertaal}} heeft nog geen enkel {WERKPLEIN} een ingediende invulling. Er is nog niets te tonen."


class Opening(NamedTuple):
    """What a page about a tertaal goes on with."""

    top: DeltaGenerator  # The row of the title, for more choices and for downloads.
    tertaal: Tertaal


def open_tertaal_page(title: str, *, steps: bool = False) -> Opening:
    """Show the title and ask which tertaal; stop the run while there is nothing to choose from.

    `steps`: with buttons to the tertaal before and after.
    """
    top = heading(title)
    # With a row of their own the buttons stay beside the tertaal.
    row = top.container(horizontal=True, vertical_alignment="bottom", width="content") if steps else top
    with row:
        tertaal = choose_tertaal(steps=steps)
    if tertaal is None:
        show_nothing_yet()
        end_page()
    return Opening(top, tertaal)


def require_stand(beeld: Tertaalbeeld, otherwise: str = NOBODY_COUNTED) -> None:
    """Tell when figures are reconstructed; stop the run, with a reason, while nobody has a stand.

    `otherwise`: the reason, with `{tertaal}` in it.
    """
    show_reconstruction(beeld.reconstructie)
    if not beeld.stand.n:
        st.info(otherwise.format(tertaal=beeld.tertaal))
        end_page()


def require_werkplein(code: str | None, tertaal: Tertaal | None, otherwise: str) -> tuple[str, Tertaal]:
    """Return the choices of a page about a werkplein in a tertaal; stop the run, with `otherwise`, while one is missing."""
    if not namen() or tertaal is None:
        show_nothing_yet()
        end_page()
    if code is None:
        st.info(otherwise)
        end_page()
    return code, tertaal
