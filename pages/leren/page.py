"""From whom a werkplein can learn, and what it agrees to do."""

import streamlit as st

from landkaart.domein.catalogus import catalogus
from landkaart.domein.rechten import Recht, mag
from landkaart.rapport import dutch
from landkaart.rapport.explanation import freshness
from landkaart.rapport.werkplein import why_no_stand
from pages.leren.figures import zwak
from pages.leren.voorbeelden import choose_example, choose_mijlpaal, choose_steps, show_example, tertalen
from pages.shared.afspraken import show_afspraken, show_make
from pages.shared.beeld import namen
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.markdown import escaped
from pages.shared.notices import show_nothing_yet, show_reconstruction
from pages.shared.visitor import choose_any_werkplein, visitor

names = namen()

st.title("Leren van")
with st.container(horizontal=True, vertical_alignment="bottom"):
    code = choose_any_werkplein(names)
    tertaal = choose_tertaal()
    steps = choose_steps()
if not names or tertaal is None:
    show_nothing_yet()
    st.stop()
if code is None:
    st.info("Kies hierboven een werkplein. U ziet dan van wie het kan leren, mijlpaal voor mijlpaal.")
    st.stop()

found = zwak(code, tertaal, steps)
if found.mijlpalen is None:
    st.info(f"{escaped(names[code])} heeft in {tertaal} geen stand. {why_no_stand(found.beeld, code)}")
    st.stop()
show_reconstruction(found.beeld.reconstructie)
if not found.mijlpalen:
    st.markdown(
        f"{escaped(names[code])} staat op alle 14 mijlpalen op **100%** ({freshness(found.beeld)}). Anderen kunnen hiervan "
        "leren: deel uw contact op de pagina Werkplein."
    )
    show_afspraken(code)
    st.stop()

weak = dutch.counted(len(found.mijlpalen), "mijlpaal", "mijlpalen")
st.markdown(
    f"{escaped(names[code])} staat op **{weak}** onder de 100%. Bij **{found.with_examples}** daarvan zijn er werkpleinen "
    f"die in de laatste {tertalen(steps)} van onder de 66% naar 100% gingen ({freshness(found.beeld)})."
)
mijlpaal = choose_mijlpaal(found, code)

st.header(f"Van wie te leren: {catalogus()[mijlpaal].titel}")
example = choose_example(found, code, mijlpaal, steps)
if example:
    show_example(found, example, mijlpaal)
if mag(visitor().bevoegdheid, Recht.AFSPRAKEN_MAKEN, code):
    st.header("Een afspraak maken")
    show_make(code, example and example.code, mijlpaal, names)
show_afspraken(code)
