"""One werkplein fills in the 14 mijlpalen of the running tertaal."""

import streamlit as st

from db.engine import read_session
from db.queries.clock import clock
from db.queries.uitvragen import open_uitvraag
from db.queries.werkpleinen import names
from landkaart.domein.catalogus import catalogus
from landkaart.domein.rechten import Recht
from landkaart.rapport import dutch
from pages.parts import form, saving
from pages.parts.afspraken import show_afspraken_quietly
from pages.parts.frame import centred
from pages.parts.notices import RECONSTRUCTED_BEFORE, show_reconstruction
from pages.parts.paper import fetch
from pages.parts.submitted import show_submitted, show_versions
from pages.parts.who import choose_werkplein, who

st.title("Invullen")
with read_session() as session:
    namen = names(session=session)
    now = clock(session=session).now()
    uitvraag = open_uitvraag(session=session, now=now)

if not namen:
    st.info("Er zijn nog geen werkpleinen. Lees ze in met `python -m landkaart importeer`.")
    st.stop()
werkplein = choose_werkplein(namen, Recht.INVULLEN)
if werkplein is None:
    st.info("Kies hierboven uw werkplein. Daarna ziet u de 14 mijlpalen en wat er vorige keer is ingevuld.")
    st.stop()
if uitvraag is None:
    saving.show_failures(werkplein)
    st.info("Er loopt nu geen uitvraag: er kan niets worden ingevuld of gewijzigd. Hieronder staat wat is ingediend.")
    show_versions(werkplein)
    st.stop()

show_afspraken_quietly(werkplein)
paper = fetch(werkplein, uitvraag.tertaal, who().gebruiker, now)
st.markdown(
    f"Tertaal **{uitvraag.tertaal}** ({uitvraag.tertaal.periode}). Elke keuze wordt meteen bewaard. Uw invulling telt mee "
    f"als u haar indient; dat kan, ook opnieuw, {dutch.until(uitvraag.sluit)}."
)
show_reconstruction(paper.before is not None and paper.before.reconstructie, RECONSTRUCTED_BEFORE)
show_submitted(paper)
explain = st.toggle("Uitleg bij de banden tonen", value=True, key="uitleg_tonen", persist_state="session")

for fase in catalogus().fasen:
    form.show_fase(paper, fase, explain)

with st.bottom, centred():
    form.show_bar(paper)
show_versions(werkplein)
