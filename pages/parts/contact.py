"""Whom to reach at a werkplein: one form, on whatever page it is wanted."""

import streamlit as st

from db.actions.contact import set_contact
from db.engine import read_session
from db.queries.werkpleinen import werkplein as find_werkplein
from pages.parts import acting
from pages.parts.text import escaped

SHARED = "Andere werkpleinen mogen dit contact zien"


def show_contact(werkplein: str) -> None:
    """The contact of one werkplein (its code), to read and to change."""
    with read_session() as session:
        found = find_werkplein(session=session, code=werkplein)
    place, contact = f"contact-{werkplein}", found.contact
    with st.container(border=True):
        st.markdown(f"**Contact van {escaped(found.naam)}**")
        left, right = st.columns(2)
        left.text_input("Naam", contact.naam if contact else "", key=acting.key(place, "naam"), max_chars=120)
        right.text_input("E-mailadres", contact.adres if contact else "", key=acting.key(place, "adres"), max_chars=254)
        st.checkbox(SHARED, bool(contact and contact.gedeeld), key=acting.key(place, "gedeeld"))
        acting.show_failure(place)
        if done := acting.succeeded(place):
            st.success(f"Opgeslagen om {done.at} uur: {escaped(saying(contact))}")
        st.button("Contact opslaan", key=acting.key(place, "knop"), type="primary", on_click=save, args=(place, werkplein))


def saying(contact) -> str:
    return f"{contact.naam}, {contact.adres}." if contact else "er is geen eigen contact."


def save(place: str, werkplein: str) -> None:
    acting.attempt(place, werkplein, set_contact, werkplein=werkplein, **acting.given(place, "naam", "adres", "gedeeld"))
