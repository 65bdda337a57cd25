"""Who lags, why and for how long; and who is nearly there."""

import streamlit as st

from landkaart.rapport import dutch
from pages.achterblijvers.lists import achterblijvers, lead, show_fixed, show_gone, show_list
from pages.achterblijvers.regel import ask_regel
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.downloads import show_csv
from pages.shared.frame import heading
from pages.shared.key_figures import Figure, show_figures
from pages.shared.notices import show_nothing_yet, show_reconstruction

top = heading("Achterblijvers")
with top:
    tertaal = choose_tertaal()

if tertaal is None:
    show_nothing_yet()
    st.stop()

below = st.container()
regel = ask_regel()
found = achterblijvers(tertaal, regel)
beeld, lijst = found.beeld, found.lijst
with top:
    show_csv(tertaal, {"achterblijverslijst.csv": "De lijst"}, **regel.asked)

with below:
    show_reconstruction(beeld.reconstructie)
    if not beeld.stand.n:
        st.info(f"In {tertaal} heeft nog geen enkel werkplein een ingediende invulling. Er is nog niets te tellen.")
        st.stop()
    st.markdown(lead(found))
    show_figures(
        beeld,
        Figure("Op de lijst", dutch.count(len(lijst.redenen)), names=list(lijst.redenen)),
        Figure("Nieuw op de lijst", dutch.count(len(lijst.nieuw)), names=lijst.nieuw),
        Figure("Groen: alle 14 op 100%", dutch.count(len(beeld.groen)), names=beeld.groen),
        Figure("Bijna groen: 90% of hoger", dutch.count(len(beeld.bijna_groen)), names=beeld.bijna_groen),
    )
    st.header("De lijst")
    st.markdown(regel.zin)
show_list(found)
show_gone(found)
show_fixed(found)
