"""One werkplein: where it stands, how it came there, and who is near it."""

import streamlit as st

from db.engine import read_session
from db.queries.werkpleinen import names
from landkaart.rapport import dutch
from pages.parts.notices import show_reconstruction
from pages.parts.tertaal import choose_tertaal
from pages.parts.text import band_label, escaped
from pages.parts.werkplein import plein
from pages.parts.who import choose_any_werkplein

with read_session() as session:
    namen = names(session=session)

title = st.empty()
with st.container(horizontal=True, vertical_alignment="bottom"):
    code = choose_any_werkplein(namen)
    tertaal = choose_tertaal()
title.title("Werkplein" if code is None else namen[code])
if not namen or tertaal is None:
    st.info("Er zijn nog geen gegevens. Lees ze in met `python -m landkaart importeer`.")
    st.stop()
if code is None:
    st.info("Kies hierboven een werkplein, of typ een deel van de naam. U ziet dan waar het staat en hoe het daar kwam.")
    st.stop()

found = plein(code, tertaal)
show_reconstruction(found.beeld.reconstructie and found.score is not None)
if found.score is None:
    st.info(f"{escaped(namen[code])} heeft in {tertaal} geen stand. {found.why_none}")
    st.stop()

st.markdown(
    f"{escaped(namen[code])} staat in {tertaal} ({tertaal.periode}) op **{dutch.percent(found.score)}** "
    f"({band_label(found.band)}), {found.change_text}: **{found.place}**. {found.submitted_text}"
)
st.header("De 14 mijlpalen")
st.dataframe(found.mijlpalen, hide_index=True, height="content", placeholder=dutch.DASH, alt=f"De mijlpalen in {tertaal}")
