"""From whom a werkplein can learn, and what it agrees to do."""

import streamlit as st

from landkaart.domein.band import LAAG_ONDER
from landkaart.domein.catalogus import N_MIJLPALEN, catalogus
from landkaart.domein.rechten import Recht
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.explanation import freshness
from landkaart.rapport.werkplein import why_no_stand
from pages.leren.prepared import zwak
from pages.leren.voorbeelden import choose_example, choose_mijlpaal, choose_steps, show_example, tertalen
from pages.shared.afspraken import show_afspraken, show_make
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.choose_werkplein import choose_any_werkplein
from pages.shared.ending import end_page
from pages.shared.markdown import escaped
from pages.shared.notices import show_reconstruction
from pages.shared.tertaal_page import require_werkplein
from pages.shared.tertaalbeeld import namen, tertaalbeeld
from pages.shared.visit import visit
from pages.shared.voorlopig import show_voorlopig

st.title("Leren van")
with st.container(horizontal=True, vertical_alignment="bottom"):
    chosen, tertaal = choose_any_werkplein(namen()), choose_tertaal()
    steps = choose_steps()
choose = f"Kies hierboven een {WERKPLEIN}. U ziet dan van wie het kan leren, mijlpaal voor mijlpaal."
code, tertaal = require_werkplein(chosen, tertaal, choose)

beeld, naam, weak = tertaalbeeld(tertaal), escaped(namen()[code]), zwak(tertaal, code, steps)
show_voorlopig(code, tertaal)
if weak is None:
    st.info(f"{naam} heeft in {tertaal} geen stand. {why_no_stand(beeld, code)}")
    end_page()
show_reconstruction(beeld.reconstructie)
if not weak.mijlpalen:
    st.markdown(
        f"{naam} staat op alle {N_MIJLPALEN} mijlpalen op **100%** ({freshness(beeld)}). Anderen kunnen hiervan "
        f"leren: deel uw contact op de pagina {WERKPLEIN_KOP}."
    )
    show_afspraken(code)
    end_page()

st.markdown(
    f"{naam} staat op **{dutch.counted(len(weak.mijlpalen), 'mijlpaal', 'mijlpalen')}** onder de 100%. Bij "
    f"**{weak.with_examples}** daarvan zijn er {WERKPLEINEN} die in de laatste {tertalen(steps)} van onder de "
    f"{LAAG_ONDER.edge}% naar 100% gingen ({freshness(beeld)})."
)
mijlpaal = choose_mijlpaal(weak, tertaal, code)

st.header(f"Van wie te leren: {catalogus()[mijlpaal].titel}")
example = choose_example(tertaal, code, mijlpaal, steps)
if example:
    show_example(tertaal, example, mijlpaal)
if visit().may(Recht.AFSPRAKEN_MAKEN, code):
    st.header("Een afspraak maken")
    show_make(code, example.code if example else None, mijlpaal, namen())
show_afspraken(code)
