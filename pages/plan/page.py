"""The afspraken of the Plan van Aanpak: who does what by when, how it stands, and how it stood."""

import streamlit as st

from db.engine import read_session
from db.queries.plan import plan
from landkaart.domein.rechten import Recht
from landkaart.programma.namen import AKO
from landkaart.rapport.plan import plan_sentences
from pages.plan.afspraken import choose_afspraak, show_afspraak
from pages.plan.nieuw import show_new
from pages.shared.downloads import show_csv
from pages.shared.frame import heading
from pages.shared.markdown import escaped
from pages.shared.visit import visit

top = heading("Plan van Aanpak")
with read_session() as session:
    found = plan(session=session)
may, today = visit().may(Recht.PLAN_WIJZIGEN), visit().today()

if found:
    with top:
        show_csv({"/download/plan_van_aanpak.csv": "Alle afspraken"})
    first, *rest = plan_sentences(found, today)
    st.markdown(f"{escaped(first)} Kies een rij om de hele afspraak te lezen, met alles wat erover gezegd is.")
    for sentence in rest:
        st.markdown(f"- {escaped(sentence)}")
    chosen = choose_afspraak(found, today)
    if chosen is not None:
        show_afspraak(chosen, today, may)
else:
    how = "Voeg ze hieronder toe, of laat ze inlezen als `afspraken.csv`." if may else f"Het {AKO} voegt ze toe."
    st.info(f"Er zijn nog geen afspraken. {how}")
if may:
    show_new()
