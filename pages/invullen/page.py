"""Filling in: the 14 mijlpalen of one werkplein, saved as they are given and submitted when they are complete.

The form is a component of our own that saves by itself; the page around it says which form it is.
"""

import streamlit as st

from landkaart.domein.rechten import Recht
from pages.invullen.form_data import form_data
from pages.invullen.ingediend import show_versions
from pages.invullen.rondes import choose_ronde
from pages.invullen.werkmap import saved_from, show_werkmap
from pages.invullen.werkpleinen import choose_werkplein, own_werkpleinen
from pages.shared.afspraken import show_afspraken_quietly
from pages.shared.components import show_component
from pages.shared.markdown import escaped
from pages.shared.navragen import show_navragen
from pages.shared.rondes import rondes_for
from pages.shared.tertaalbeeld import namen
from pages.shared.visit import visit

own, now = own_werkpleinen(namen(), Recht.INVULLEN), visit().now()
st.title(" ".join(["Invullen:", *map(escaped, own.values())]) if len(own) == 1 else "Invullen")

if not namen():
    st.info("Er zijn nog geen werkpleinen. Het AKO of de beheerder leest ze in bij Upload.")
    st.stop()
werkplein = choose_werkplein(own)
if werkplein is None:
    st.stop()
rondes = rondes_for(werkplein, now)
uitvraag = choose_ronde(rondes, werkplein)
if uitvraag is None:
    st.info("Er is nog geen uitvraag. Zodra het AKO er een opent, kunt u hier invullen.")
    show_versions(werkplein)
    st.stop()

who = visit().visitor
show_afspraken_quietly(werkplein)
show_navragen(werkplein)
data = {**form_data(werkplein, uitvraag.tertaal), "werkmap": saved_from(werkplein, uitvraag.tertaal)}
show_component("formulier", data, key=f"formulier-{werkplein}-{uitvraag.tertaal}-{who.account_id}")
if uitvraag in rondes.te_doen:
    show_werkmap(werkplein, uitvraag.tertaal)
show_versions(werkplein)
