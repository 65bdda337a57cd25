"""What the werkpleinen said to the questions on top of the 14 mijlpalen."""

import streamlit as st

from pages.shared.downloads import show_csv
from pages.shared.notices import show_reconstruction
from pages.shared.tertaal_page import open_tertaal_page
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.vragen.uitslagen import lead, show_answers, show_counts_table, show_vraag, vragen

top, tertaal = open_tertaal_page("Extra vragen")
found = vragen(tertaal)
if not found:
    st.info(f"In {tertaal} zijn geen extra vragen gesteld. Kies een ander tertaal.")
    st.stop()

with top:
    show_csv({f"/download/{tertaal}/vraag_antwoorden.csv": "Alle antwoorden"})
show_reconstruction(tertaalbeeld(tertaal).reconstructie)
st.markdown(lead(tertaal, found))
for number, vraag in enumerate(found):
    show_vraag(tertaal, number, vraag)
show_counts_table(found)
show_answers(found, tertaal)
