"""Whom to reach at a werkplein: a line for readers, and one form, on whatever page it is wanted."""

import streamlit as st

from db.actions.contacten import set_contact
from db.engine import read_session
from db.queries.werkpleinen import contact as find_contact
from db.queries.werkpleinen import werkplein as find_werkplein
from landkaart.domein.rechten import Recht
from landkaart.domein.werkplein import Contact
from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN
from pages.shared import run_act
from pages.shared.markdown import escaped
from pages.shared.visit import visit

SHARED = f"Andere {WERKPLEINEN} mogen dit contact zien"


def show_contact(werkplein: str) -> None:
    """Show the contact of one werkplein (its code), to read and to change."""
    with read_session() as session:
        found = find_werkplein(session=session, code=werkplein)
    if found is None:
        return
    place, contact = f"contact-{werkplein}", found.contact
    with st.container(border=True):
        st.markdown(f"**Contact van {escaped(found.naam)}**")
        left, right = st.columns(2)
        left.text_input("Naam", contact.naam if contact else "", key=run_act.key(place, "naam"), max_chars=120)
        right.text_input("E-mailadres", contact.adres if contact else "", key=run_act.key(place, "adres"), max_chars=254)
        st.checkbox(SHARED, bool(contact and contact.gedeeld), key=run_act.key(place, "gedeeld"))
        run_act.show_outcome(place, escaped(whom(contact)))
        st.button("Contact opslaan", key=run_act.key(place, "knop"), type="primary", on_click=save, args=(place, werkplein))


def whom(contact: Contact | None) -> str:
    return f"{contact.naam}, {contact.adres}." if contact else "er is geen eigen contact."


def save(place: str, werkplein: str) -> None:
    run_act.attempt(place, werkplein, set_contact, werkplein=werkplein, **run_act.given(place, "naam", "adres", "gedeeld"))


def show_contact_of(werkplein: str) -> None:
    """Show a line with the contact, for whom it is; for who may change it also the form, behind an expander."""
    may = visit().may(Recht.CONTACT_WIJZIGEN, werkplein)
    with read_session() as session:
        contact = find_contact(session=session, code=werkplein)
    st.markdown(f"**Contact.** {contact_text(contact, may)}")
    if may:
        with st.expander("Contact wijzigen", on_change="rerun", key=f"contact-open-{werkplein}") as opened:
            if opened.open:
                show_contact(werkplein)


def contact_text(contact: Contact | None, may: bool) -> str:
    """Return the line itself as Markdown; `may`: whether this reader sees one that is not shared."""
    if contact is None:
        return "Nog geen contact opgegeven."
    if not contact.gedeeld and not may:
        return f"Dit {WERKPLEIN} deelt zijn contact niet."
    hidden = "" if contact.gedeeld else f" (niet gedeeld met andere {WERKPLEINEN})"
    return f"{escaped(contact.naam)}, {escaped(contact.adres)}{hidden}"
