"""The rule of the list of achterblijvers: read, adjusted, kept in the address."""

import streamlit as st

from landkaart.domein.achterblijvers import HIGHEST, LONGEST, STANDAARD, TERTALEN, Regel
from pages.parts.address import to_address

FIELDS = ("limiet", "tertalen", "verouderd")


def ask_regel() -> Regel:
    """At first as the address has it, or the usual one."""
    if key("limiet") not in st.session_state:
        put(Regel.read(st.query_params))
    with st.popover("Regel aanpassen", icon=":material/tune:"):
        st.number_input("Score lager dan (in %, 0 telt niet mee)", 0, HIGHEST, key=key("limiet"))
        st.selectbox(
            "Onder het gemiddelde en zonder groei over",
            range(LONGEST + 1),
            format_func=lambda number: TERTALEN[number] if number else "telt niet mee",
            key=key("tertalen"),
        )
        st.checkbox("Laatste invulling is verouderd", key=key("verouderd"))
        st.button("Terug naar de gewone regel", on_click=put, args=(STANDAARD,), type="tertiary")
    regel = Regel(*(st.session_state[key(field)] for field in FIELDS))
    for field in FIELDS:
        to_address(field, regel.asked.get(field))
    return regel


def key(field: str) -> str:
    return f"regel-{field}"


def put(regel: Regel) -> None:
    for field in FIELDS:
        st.session_state[key(field)] = getattr(regel, field)
