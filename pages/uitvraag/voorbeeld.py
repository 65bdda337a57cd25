"""A mail as one werkplein gets it, before it leaves."""

import streamlit as st

from landkaart import settings
from landkaart.domein.geplande_post import GeplandePost
from landkaart.domein.herinnering import Brief, Ontvanger, PostSoort
from landkaart.domein.respons import Persoon, Reactie
from landkaart.domein.uitvraag import Uitvraag
from landkaart.post.message import body, subject
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP
from landkaart.web.own_address import own_address
from pages.shared.lists import one_from_list
from pages.shared.markdown import escaped
from pages.shared.respons import respons

# Stands in the place of a link that is made when the mail leaves, for one reader.
SAMPLE = "(persoonlijke-link)"
READERS = {
    "wachtwoord": "Wie een wachtwoord heeft",
    "uitgenodigd": "Wie nog geen wachtwoord heeft",
    "contact": "Een contact zonder account",
}


def show_voorbeeld(uitvraag: Uitvraag, post: GeplandePost) -> None:
    """Show it as it would read at a werkplein of choice, for each kind of reader."""
    found = {each.code: each for each in respons(uitvraag.tertaal).reacties}
    if not found:
        return
    with st.container(border=True):
        st.markdown(f"**Zo leest een {WERKPLEIN} het**")
        left, right = st.columns(2)
        with left:
            names = {code: each.naam for code, each in found.items()}
            reactie = found[one_from_list(WERKPLEIN_KOP, names, "post_voorbeeld", next(iter(names)))]
        with right:
            reader = one_from_list("Lezer", READERS, "post_lezer", "wachtwoord")
        show_mail(uitvraag, post, reactie, reader)


def show_mail(uitvraag: Uitvraag, post: GeplandePost, reactie: Reactie, reader: str) -> None:
    """Show head and text; who would get it, or why nobody would."""
    smtp = settings.smtp()
    sender = f"{smtp.afzender.naam} <{smtp.afzender.adres}>" if smtp else "de afzender van de mailserver"
    people = ", ".join(person.adres for person in reactie.bereikbaar)
    st.markdown(f"Aan: {escaped(people) if people else nobody(reactie)}  \nVan: {escaped(sender)}")
    if people and not post.soort.takes(reactie, uitvraag, uitvraag.opent) and post.soort is not PostSoort.BEVESTIGING:
        st.caption(
            f"Dit {WERKPLEIN} krijgt hem zoals het er nu voor staat niet: "
            "het diende in, is vrijgesteld of is niet verouderd."
        )
    person = next(iter(reactie.bereikbaar), Persoon("", ""))
    to = Ontvanger(person.adres, person.naam, ((reactie.code, reactie.naam),))
    sluit = reactie.uitstel or uitvraag.sluit
    token = SAMPLE if reader == "uitgenodigd" else None
    brief = Brief(0, to, uitvraag.tertaal, sluit, post.onderwerp, post.tekst, token, reader != "contact")
    st.markdown(f"**{escaped(subject(brief, own_address()))}**")
    st.code(body(brief, own_address()), language=None, wrap_lines=True)


def nobody(reactie: Reactie) -> str:
    marked = "de adressen zijn onbestelbaar" if reactie.contacten else "er is geen e-mailadres bekend"
    return f"niemand ({marked})"
