"""Every werkplein on every mijlpaal."""

import streamlit as st

from landkaart.rapport.explanation import freshness
from pages.heatmap.grid import choose_rows, show_heatmap
from pages.shared.beeld import beeld_of, stempel
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.downloads import show_downloads
from pages.shared.frame import heading
from pages.shared.notices import show_nothing_yet, show_reconstruction
from pages.shared.vergelijken import choose_met

top = heading("Alle werkpleinen")
with top:
    tertaal = choose_tertaal()
if tertaal is None:
    show_nothing_yet()
    st.stop()
found = stempel(tertaal)
beeld = beeld_of(found)
with top:
    met = choose_met(beeld)
    show_downloads(beeld)

show_reconstruction(beeld.reconstructie)
if not beeld.stand.n:
    st.info(f"In {tertaal} heeft nog geen enkel werkplein een ingediende invulling. Er is nog niets te tonen.")
    st.stop()

st.markdown(f"Elk werkplein op de 14 mijlpalen: {freshness(beeld)}. Klik op een vak om dat werkplein te openen.")
show_heatmap(choose_rows(found, met))
