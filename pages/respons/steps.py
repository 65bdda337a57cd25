"""The steps of the respons: how many werkpleinen are at each of them."""

import streamlit as st

from landkaart.domein.respons import Respons, Stap
from landkaart.rapport import dutch
from pages.respons.reacties import KLASSE


def show_steps(found: Respons, over: bool) -> None:
    """Show who is where; together they are all, and it says so. Each chooses its own names. `over`: it closed."""
    numbers = found.per_stap
    with st.grid(len(numbers)):
        for stap, number in numbers.items():
            with st.container(border=True, height="stretch"):
                st.metric(stap.label_at(over), dutch.count(number))
                key = f"respons-{stap.value}"
                st.button("Welke?", key=key, type="tertiary", icon=":material/group:", on_click=choose, args=(stap,))
    added = " + ".join(map(dutch.count, numbers.values()))
    fresh = "; ".join(f"**{dutch.count(number)}** {kind.label}" for kind, number in found.per_actualiteit.items())
    st.markdown(
        f"Samen {added} = **{dutch.werkpleinen(found.n)}**: alle die open zijn als de uitvraag "
        f"sluit.  \nActualiteit van waar ze nu op staan: {fresh}."
    )


def choose(stap: Stap) -> None:
    st.session_state[KLASSE] = stap.value
