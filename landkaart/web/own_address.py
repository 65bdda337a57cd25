"""Where this server is found by its visitors, for the links that it hands out."""

import streamlit as st

from landkaart.settings import address


def own_address() -> str:
    """Return LANDKAART_ADRES or, without it, this machine at the port on which Streamlit serves."""
    return address(st.get_option("server.port"))
