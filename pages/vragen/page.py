"""What the werkpleinen said to the questions on top of the 14 mijlpalen."""

import streamlit as st

from landkaart.programma.namen import TERTAAL
from pages.shared.downloads import KINDS, csv_lines, show_menu
from pages.shared.ending import end_page
from pages.shared.notices import show_reconstruction
from pages.shared.tertaal_page import open_tertaal_page
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.shared.visit import blad
from pages.vragen.uitslagen import lead, show_answers, show_counts_table, show_vraag, vragen

top, tertaal = open_tertaal_page("Extra vragen")
blad().vast = False
found = vragen(tertaal)
if not found:
    st.info(f"In {tertaal} zijn geen extra vragen gesteld. Kies een ander {TERTAAL}.")
    end_page()

show_reconstruction(tertaalbeeld(tertaal).reconstructie)
st.markdown(lead(tertaal, found))
for number, vraag in enumerate(found):
    show_vraag(tertaal, number, vraag)
show_counts_table(found)
asked = show_answers(found, tertaal)
with top:
    file = f"/download/{tertaal}/vraag_antwoorden.csv"
    lines = [csv_lines({file: "De antwoorden die u hier leest"}, asked), csv_lines({file: "Alle antwoorden"})]
    show_menu(f"Als {KINDS}\n\n" + "\n".join(lines))
