"""The ways from one page to another, with what it is about."""

from typing import NoReturn

import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.screens import Screen
from pages.contents import file_of
from pages.shared.address import send


def open_werkplein(code: str, tertaal: Tertaal | None = None) -> NoReturn:
    """Leave this page for that of a werkplein; `tertaal` None keeps the one that was chosen last.

    To be called in the body of a page, after reading a selection: a callback cannot switch pages.
    """
    address = {"werkplein": code} | ({"tertaal": str(tertaal)} if tertaal else {})
    send(address)
    st.switch_page(file_of(Screen.WERKPLEIN), query_params=address)
