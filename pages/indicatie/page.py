"""What the AKO expects of each werkplein, beside where it stands."""

import streamlit as st

from landkaart.domein.rechten import Recht, mag
from pages.indicatie.beoordelen import show_judging
from pages.indicatie.oordelen import lead, oordelen, show_counts, show_disagreeing
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.downloads import show_csv
from pages.shared.frame import heading
from pages.shared.notices import show_nothing_yet, show_reconstruction
from pages.shared.visitor import visitor

top = heading("AKO-indicatie")
with top:
    tertaal = choose_tertaal()

if tertaal is None:
    show_nothing_yet()
    st.stop()

found = oordelen(tertaal)
with top:
    show_csv(tertaal, {"ako_indicatie.csv": "Oordeel en score"})

show_reconstruction(found.beeld.reconstructie)
if not found.beeld.stand.n:
    st.info(f"In {tertaal} heeft nog geen enkel werkplein een stand. Zodra er is ingediend, kan het AKO oordelen.")
    st.stop()

st.markdown(lead(found))
if mag(visitor().bevoegdheid, Recht.INDICATIE_GEVEN):
    show_judging(found.beeld, found.open_ones)
show_counts(found)
show_disagreeing(found)
