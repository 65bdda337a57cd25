"""Where each werkplein stands, on the map and as a list."""

import streamlit as st

from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport.kaart_figuur import BRON
from pages.kaart.map import ask_kaartkeuze, lead, map_of, show_list, show_map
from pages.shared.downloads import show_save
from pages.shared.tertaal_page import open_tertaal_page, require_stand
from pages.shared.tertaalbeeld import tertaalbeeld

_, tertaal = open_tertaal_page("Landkaart", steps=True)
beeld = tertaalbeeld(tertaal)
require_stand(beeld)

keuze = ask_kaartkeuze(tertaal)
found = map_of(tertaal, keuze)
st.markdown(f"{lead(found, keuze, beeld)} Klik op een teken, of kies een rij, om het {WERKPLEIN} te openen.")
left, right = st.columns([6, 5], gap="medium")
with left:
    show_map(found, tertaal)
    show_save("landkaart", tertaal, keuze.asked)
    st.caption(BRON)
with right:
    show_list(found, tertaal)
