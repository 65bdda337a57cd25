"""The rule of the list of achterblijvers: read, adjusted, kept in the address."""

import streamlit as st

from landkaart.domein.achterblijvers import HIGHEST, LONGEST, SPANNEN, Regel, read_regel
from pages.shared.address import asked_one, to_address
from pages.shared.lists import one_from_list
from pages.shared.passed_over import PassedOver, pass_over

FIELDS = ("limiet", "tertalen", "verouderd")
# In the state of the session: how often the fields began anew, and the rule that they began with.
TIMES, BEGIN = "regel-keer", "regel-begin"
# What readers see of each field, by what stands in the state.
GROWTH = {number: SPANNEN[number] if number else "telt niet mee" for number in range(LONGEST + 1)}
SHOWN: dict[str, dict[int, str]] = {
    "limiet": {number: f"{number}%" for number in range(HIGHEST + 1)},
    "tertalen": GROWTH,
    "verouderd": {False: "nee", True: "ja"},
}


def ask_regel() -> Regel:
    """Return the rule that is asked for, at first as the address has it, or the usual one."""
    if key("verouderd") not in st.session_state:
        said = {field: text for field in FIELDS if (text := asked_one(field, key(field), SHOWN[field])) is not None}
        st.session_state[BEGIN], bad = read_regel(said)
        for field, _, text in (each.partition("=") for each in bad):
            pass_over(PassedOver(field, text, key(field), SHOWN[field]))
    begin = st.session_state[BEGIN]
    # What the fields begin with is given along: the browser makes them only when the popover opens, too late for a value
    # that was set in the state.
    with st.popover("Regel aanpassen", icon=":material/tune:"):
        limiet = st.number_input("Score lager dan (in %, 0 telt niet mee)", 0, HIGHEST, begin.limiet, key=key("limiet"))
        label = "Onder het gemiddelde en zonder groei over"
        tertalen = one_from_list(label, GROWTH, key("tertalen"), begin.tertalen)
        verouderd = st.checkbox("Laatste invulling is verouderd", begin.verouderd, key=key("verouderd"))
        st.button("Terug naar de gewone regel", on_click=begin_anew, type="tertiary")
    regel = Regel(limiet, tertalen, verouderd)
    for field in FIELDS:
        to_address(field, regel.asked.get(field))
    return regel


def key(field: str) -> str:
    return f"regel-{field}-{st.session_state.get(TIMES, 0)}"


def begin_anew() -> None:
    """Take the usual rule again, of which nothing stands in the address; callback."""
    for field in FIELDS:
        to_address(field, None)
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1
