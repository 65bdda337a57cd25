"""Who lags, why and for how long; and who is nearly there."""

import streamlit as st

from landkaart.domein.band import BIJNA_GROEN
from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.rapport import dutch
from pages.achterblijvers.lijst import achterblijvers, lead, show_gone, show_list
from pages.achterblijvers.regel import ask_regel
from pages.achterblijvers.vaste_lijst import show_fixed
from pages.shared.downloads import show_csv
from pages.shared.key_figures import KeyFigure, show_key_figures
from pages.shared.tertaal_page import open_tertaal_page, require_stand
from pages.shared.visit import blad

top, tertaal = open_tertaal_page("Achterblijvers")
# The rule stands below what it decides.
below = st.container()
regel = ask_regel()
blad().regel = regel.zin
found = achterblijvers(tertaal, regel)
beeld, lijst = found.beeld, found.lijst
with top:
    show_csv({f"/download/{tertaal}/achterblijverslijst.csv": "De lijst"}, regel.asked)

with below:
    require_stand(beeld)
    st.markdown(lead(found))
    show_key_figures(
        beeld,
        KeyFigure("Op de lijst", dutch.count(len(lijst.redenen)), names=list(lijst.redenen)),
        KeyFigure("Nieuw op de lijst", dutch.count(len(lijst.nieuw)), names=lijst.nieuw),
        KeyFigure(f"Groen: alle {N_MIJLPALEN} op 100%", dutch.count(len(beeld.groen)), names=beeld.groen),
        KeyFigure(f"Bijna groen: {BIJNA_GROEN}% of hoger", dutch.count(len(beeld.bijna_groen)), names=beeld.bijna_groen),
    )
    st.header("De lijst")
    st.markdown(regel.zin)
show_list(found)
show_gone(found)
show_fixed(found)
