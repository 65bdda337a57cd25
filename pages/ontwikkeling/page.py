"""Who moves, and what drives it: one tertaal against any earlier one."""

import streamlit as st

from landkaart.rapport.explanation import freshness
from pages.ontwikkeling import changes as parts
from pages.shared.beeld import beeld_of, stempel
from pages.shared.choices import choose_part
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.downloads import show_downloads
from pages.shared.frame import heading
from pages.shared.notices import show_nothing_yet, show_reconstruction
from pages.shared.vergelijken import choose_met

TABS = ("Wie bewoog", "Drijfveren", "Overgangen", "Steeds dezelfde", "Afstand")

top = heading("Ontwikkeling")
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
if met is None or not beeld.stand.n:
    st.info(f"Er is nog niets om {tertaal} mee te vergelijken. Kies een later tertaal.")
    st.stop()

st.markdown(f"{parts.compared(found, str(met)).bewogen} Stand van {tertaal}: {freshness(beeld)}.")
moved, driven, crossed, same, distance = choose_part("deel", TABS)
if moved.open:
    with moved:
        parts.show_beweging(found, str(met))
if driven.open:
    with driven:
        parts.show_drijfveren(found, str(met))
if crossed.open:
    with crossed:
        parts.show_overgangen(found, str(met))
if same.open:
    with same:
        parts.show_steeds(found)
if distance.open:
    with distance:
        parts.show_afstand(found)
