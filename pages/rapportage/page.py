"""The report of a tertaal: what goes in, what the AKO writes around it, whether it agrees, and the files."""

import streamlit as st

from landkaart.rapport import dutch
from pages.rapportage.controle import show_controle, show_faults
from pages.rapportage.inhoud import show_inhoud
from pages.rapportage.lezen import show_lezen
from pages.rapportage.maken import show_maken
from pages.rapportage.prepared import LEVEND, bronnen, gegevens, rapportage, samengesteld
from pages.rapportage.teksten import show_teksten
from pages.shared.choices import Choice
from pages.shared.lists import one_tab
from pages.shared.tertaal_page import open_tertaal_page, require_stand
from pages.shared.visit import blad

top, tertaal = open_tertaal_page("Rapportage")
options = bronnen(tertaal)
with top:
    bron = Choice("Cijfers", "cijfers", options).from_list(width=340)
blad().vast, blad().editie = bron != LEVEND, None if bron == LEVEND else int(bron)
require_stand(gegevens(tertaal, bron).beeld)

checked = samengesteld(tertaal, bron)
chapters = dutch.counted(len(checked.rapport.hoofdstukken), "hoofdstuk", "hoofdstukken")
controls = dutch.counted(len(checked.bevindingen), "controle", "controles")
agree = "alle kloppen" if not checked.fouten else f"**{len(checked.fouten)} kloppen niet**"
st.markdown(f"**{checked.rapport.titel}**: {chapters}; {controls} op de cijfers, {agree}.")
if checked.rapport.merk:
    st.warning(f"{checked.rapport.merk}. Dat staat op elke bladzijde van het rapport.", icon=":material/schedule:")
show_faults(checked)
show_maken(tertaal, bron)

decided = rapportage(tertaal)
titles = ["Inhoud en volgorde", "Eigen teksten", "Lezen en kopiëren", "Controle"]
contents, texts, lezen, controle = one_tab(titles, f"rapport-deel-{tertaal}")
with contents:
    if contents.open:
        show_inhoud(tertaal, decided)
with texts:
    if texts.open:
        show_teksten(tertaal, bron, checked)
with lezen:
    if lezen.open:
        show_lezen(checked)
with controle:
    if controle.open:
        show_controle(checked)
