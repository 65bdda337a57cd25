"""What the AKO asked werkpleinen about their answers: who still has to answer, what came, and a new one."""

import streamlit as st

from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN
from pages.navragen.lijst import lead, navragen_in, show_list
from pages.shared.choose_uitvraag import open_uitvraag_page
from pages.shared.choose_werkplein import choose_any_werkplein
from pages.shared.navragen import show_asking
from pages.shared.tertaalbeeld import namen

top, uitvraag = open_uitvraag_page(
    "Navragen", f"Er is nog geen uitvraag geopend. Zodra dat zo is, kunt u {WERKPLEINEN} naar hun antwoorden vragen."
)
tertaal = uitvraag.tertaal
found = navragen_in(tertaal)
st.markdown(lead(tertaal, found))
if found:
    show_list(tertaal, found)
st.header("Navraag doen")
werkplein = choose_any_werkplein(namen())
if werkplein is None:
    st.caption(f"Kies het {WERKPLEIN} waarbij u navraag doet.")
else:
    show_asking(werkplein, tertaal)
