"""Where each werkplein stands, on the map and as a list."""

import streamlit as st

from landkaart.rapport.kaart_figuur import BRON
from pages.kaart.map import ask_keuze, lead, map_of, show_list, show_map
from pages.shared.beeld import beeld_of, stempel
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.figuur_downloads import show_save
from pages.shared.frame import heading
from pages.shared.notices import show_nothing_yet, show_reconstruction

top = heading("Landkaart")
with top, st.container(horizontal=True, vertical_alignment="bottom", width="content"):
    tertaal = choose_tertaal(steps=True)
if tertaal is None:
    show_nothing_yet()
    st.stop()

mark = stempel(tertaal)
beeld = beeld_of(mark)
show_reconstruction(beeld.reconstructie)
if not beeld.stand.n:
    st.info(f"In {tertaal} heeft nog geen enkel werkplein een ingediende invulling. Er is nog niets te tonen.")
    st.stop()

keuze = ask_keuze(mark)
found = map_of(mark, keuze)
st.markdown(f"{lead(found, keuze, beeld)} Klik op een teken, of kies een rij, om het werkplein te openen.")
left, right = st.columns([6, 5], gap="medium")
with left:
    show_map(found, tertaal)
    show_save("landkaart", mark.tertaal, **keuze.asked)
    st.caption(BRON)
with right:
    show_list(found, tertaal)
