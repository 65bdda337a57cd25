"""Who changed what, when, from what to what: for any cell of the landkaart."""

import streamlit as st

from pages.logboek.regels import ask_filter, own_keuzes, own_regels, show_file, show_regels
from pages.shared.ending import end_page
from pages.shared.frame import heading

top = heading("Logboek")
keuzes = own_keuzes()
if not keuzes.handelingen:
    st.info("Het logboek is nog leeg. Zodra er iets wordt ingevuld, ingediend of ingelezen, staat het hier.")
    end_page()

filter = ask_filter(keuzes)
with top:
    show_file(filter)
found, table = own_regels(filter)
if not found.totaal:
    st.info("Er is niets gewijzigd dat aan deze keuzes voldoet. Maak een keuze leeg om meer te zien.")
    end_page()
show_regels(found, table, filter)
