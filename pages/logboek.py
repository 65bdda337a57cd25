"""Who changed what, when, from what to what: for any cell of the landkaart."""

import streamlit as st

from db.engine import read_session
from db.queries.logboek import keuzes, logboek
from pages.parts.logboek import LIMIT, ask_filter, show_downloads, show_regels
from pages.parts.who import who

top = st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute")
top.title("Logboek")
with read_session() as session:
    choices = keuzes(session=session, by=who().gebruiker)

if not choices.handelingen:
    st.info("Het logboek is nog leeg. Zodra er iets wordt ingevuld, ingediend of ingelezen, staat het hier.")
    st.stop()

filter = ask_filter(choices)
with top:
    show_downloads(filter)
with read_session() as session:
    found = logboek(session=session, by=who().gebruiker, filter=filter, limit=LIMIT)
if not found.totaal:
    st.info("Er is niets gewijzigd dat aan deze keuzes voldoet. Maak een keuze leeg om meer te zien.")
    st.stop()
show_regels(found)
