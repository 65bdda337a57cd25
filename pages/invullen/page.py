"""One werkplein fills in the 14 mijlpalen of the running tertaal."""

import streamlit as st

from landkaart.domein.catalogus import catalogus
from landkaart.domein.rechten import Recht
from pages.invullen import form, saving
from pages.invullen.form_closed import show_closed, show_why
from pages.invullen.form_state import fetch
from pages.invullen.form_vragen import show_vragen
from pages.invullen.ingediend import show_submitted, show_versions
from pages.invullen.own_werkpleinen import choose_werkplein, own_werkpleinen
from pages.invullen.rondes import choose_ronde, lead, rondes_for
from pages.shared.afspraken import show_afspraken_quietly
from pages.shared.markdown import escaped
from pages.shared.notices import RECONSTRUCTED_BEFORE, show_reconstruction
from pages.shared.tertaalbeeld import namen
from pages.shared.visit import visit

own, now = own_werkpleinen(namen(), Recht.INVULLEN), visit().now()
st.title(" ".join(["Invullen:", *map(escaped, own.values())]) if len(own) == 1 else "Invullen")

if not namen():
    st.info("Er zijn nog geen werkpleinen. Lees ze in met `python -m landkaart importeer`.")
    st.stop()
werkplein = choose_werkplein(own)
if werkplein is None:
    st.info("Kies hierboven uw werkplein. Daarna ziet u de 14 mijlpalen en wat er vorige keer is ingevuld.")
    st.stop()
rondes = rondes_for(werkplein, now)
uitvraag = choose_ronde(rondes, werkplein)
if uitvraag is None:
    for said in saving.failures(werkplein):
        st.error(said)
    if rondes.to_show is None:
        st.info("Er is nog geen uitvraag. Zodra het AKO er een opent, kunt u hier invullen.")
    else:
        show_why(rondes, rondes.to_show, now)
        paper = fetch(werkplein, rondes.to_show.tertaal, visit().gebruiker, now)
        show_reconstruction(paper.before is not None and paper.before.reconstructie, RECONSTRUCTED_BEFORE)
        show_closed(paper, rondes.to_show, now)
    show_versions(werkplein)
    st.stop()

paper = fetch(werkplein, uitvraag.tertaal, visit().gebruiker, now)
st.markdown(lead(rondes, uitvraag, paper))
show_reconstruction(paper.before is not None and paper.before.reconstructie, RECONSTRUCTED_BEFORE)
show_afspraken_quietly(werkplein)
show_submitted(paper)
explain = st.toggle("Uitleg bij de banden tonen", value=True, key="uitleg_tonen", persist_state="session")

for fase in catalogus().fasen:
    form.show_fase(paper, fase, explain)
show_vragen(paper)

with st.bottom:
    form.show_bar(paper)
show_versions(werkplein)
