"""Every werkplein on every mijlpaal."""

import streamlit as st

from landkaart.rapport.explanation import freshness
from pages.heatmap.grid import choose_rows, show_heatmap
from pages.shared.comparing_page import open_comparing_page
from pages.shared.tertaal_page import require_stand

tertaal, beeld, met = open_comparing_page("Alle werkpleinen")
require_stand(beeld)

st.markdown(f"Elk werkplein op de 14 mijlpalen: {freshness(beeld)}. Klik op een vak om dat werkplein te openen.")
show_heatmap(choose_rows(tertaal, met))
