"""Who changed what, when, from what to what: for any cell of the landkaart."""

import streamlit as st

from pages.logboek.changes import ask_filter, choices_of, found_of, seen, show_downloads, show_regels
from pages.shared.frame import heading

top = heading("Logboek")
mark = seen()
choices = choices_of(mark)

if not choices.handelingen:
    st.info("Het logboek is nog leeg. Zodra er iets wordt ingevuld, ingediend of ingelezen, staat het hier.")
    st.stop()

filter = ask_filter(choices)
with top:
    show_downloads(filter)
found, table = found_of(mark, filter)
if not found.totaal:
    st.info("Er is niets gewijzigd dat aan deze keuzes voldoet. Maak een keuze leeg om meer te zien.")
    st.stop()
show_regels(found, table)
