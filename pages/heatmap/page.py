"""Every werkplein on every mijlpaal."""

import streamlit as st

from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN
from landkaart.rapport.explanation import freshness
from pages.heatmap.grid import choose_rows, show_files, show_heatmap
from pages.shared.comparing_page import open_comparing_page
from pages.shared.tertaal_page import require_stand

top, tertaal, beeld, met = open_comparing_page(f"Alle {WERKPLEINEN}")
require_stand(beeld)

st.markdown(
    f"Elk {WERKPLEIN} op de {N_MIJLPALEN} mijlpalen: {freshness(beeld)}. Klik op een vak om dat {WERKPLEIN} te openen."
)
rows = choose_rows(tertaal, met)
show_heatmap(rows)
with top:
    show_files(beeld, met, rows)
