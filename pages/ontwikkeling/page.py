"""Who moves, and what drives it: one tertaal against any earlier one."""

import streamlit as st

from landkaart.programma.namen import TERTAAL
from landkaart.rapport.explanation import freshness
from pages.ontwikkeling import tabs
from pages.shared.comparing_page import open_comparing_page
from pages.shared.downloads import show_compared_tables
from pages.shared.ending import end_page
from pages.shared.notices import show_reconstruction
from pages.shared.tabs import choose_tab

TITLES = ("Wie bewoog", "Drijfveren", "Overgangen", "Steeds dezelfde", "Afstand")

top, tertaal, beeld, met = open_comparing_page("Ontwikkeling")
show_reconstruction(beeld.reconstructie)
if met is None or not beeld.stand.n:
    st.info(f"Er is nog niets om {tertaal} mee te vergelijken. Kies een later {TERTAAL}.")
    end_page()

with top:
    show_compared_tables(beeld, met)
st.markdown(f"{tabs.moved(tertaal, met).bewogen} Stand van {tertaal}: {freshness(beeld)}.")
moved, driven, crossed, same, distance = choose_tab("deel", TITLES)
if moved.open:
    with moved:
        tabs.show_beweging(tertaal, met)
if driven.open:
    with driven:
        tabs.show_drijfveren(tertaal, met)
if crossed.open:
    with crossed:
        tabs.show_overgangen(tertaal, met)
if same.open:
    with same:
        tabs.show_steeds(tertaal)
if distance.open:
    with distance:
        tabs.show_afstand(tertaal)
