"""Filling in: the 14 mijlpalen of one werkplein, saved as they are given and submitted when they are complete.

The form is a component of our own that saves by itself; the page around it says which form it is.
"""

import streamlit as st

from landkaart.programma.namen import AKO, WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN
from landkaart.screens import Screen
from pages.contents import file_of
from pages.invullen.form_data import form_data
from pages.invullen.ingediend import show_versions
from pages.invullen.rondes import choose_ronde, rondes_to_fill_in
from pages.invullen.werkmap import saved_from, show_werkmap
from pages.invullen.werkpleinen import choose_werkplein, werkpleinen_to_fill_in
from pages.shared.afspraken import show_afspraken_quietly
from pages.shared.components import show_component
from pages.shared.ending import end_page
from pages.shared.markdown import escaped
from pages.shared.namens import show_namens
from pages.shared.navragen import show_navragen
from pages.shared.tertaalbeeld import namen
from pages.shared.visit import blad, visit

own, now = werkpleinen_to_fill_in(namen()), visit().now()
st.title(" ".join(["Invullen:", *map(escaped, own.values())]) if len(own) == 1 else "Invullen")

if not namen():
    st.info(f"Er zijn nog geen {WERKPLEINEN}. Het {AKO} of de beheerder leest ze in bij Upload.")
    end_page()
if not own:
    st.info(f"U vult nu voor geen {WERKPLEIN} in. Kies bij Respons een {WERKPLEIN} dat het zelf niet kan, en begin daar.")
    st.page_link(file_of(Screen.RESPONS), label="Naar Respons", icon=":material/how_to_reg:")
    end_page()
werkplein = choose_werkplein(own)
if werkplein is None:
    end_page()
rondes = rondes_to_fill_in(werkplein, now)
uitvraag = choose_ronde(rondes, werkplein)
if uitvraag is None:
    st.info(f"Er is nog geen uitvraag. Zodra het {AKO} er een opent, kunt u hier invullen.")
    show_versions(werkplein)
    end_page()

who = visit().visitor
blad().keuzes |= {WERKPLEIN_KOP: own[werkplein], "Uitvraag": str(uitvraag.tertaal)}
show_namens(werkplein, uitvraag.tertaal)
show_afspraken_quietly(werkplein)
show_navragen(werkplein)
data = {**form_data(werkplein, uitvraag.tertaal), "werkmap": saved_from(werkplein, uitvraag.tertaal)}
show_component("formulier", data, key=f"formulier-{werkplein}-{uitvraag.tertaal}-{who.account_id}")
if uitvraag in rondes.te_doen:
    show_werkmap(werkplein, uitvraag.tertaal)
show_versions(werkplein)
