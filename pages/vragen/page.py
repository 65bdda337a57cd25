"""What the werkpleinen said to the questions on top of the 14 mijlpalen."""

import streamlit as st

from pages.shared.beeld import beeld_of, stempel
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.downloads import show_csv
from pages.shared.frame import heading
from pages.shared.notices import show_nothing_yet, show_reconstruction
from pages.vragen.uitslagen import lead, show_answers, show_counts_table, show_vraag, vragen

top = heading("Extra vragen")
with top:
    tertaal = choose_tertaal()

if tertaal is None:
    show_nothing_yet()
    st.stop()

found = vragen(tertaal)
if not found:
    st.info(f"In {tertaal} zijn geen extra vragen gesteld. Kies een ander tertaal.")
    st.stop()

with top:
    show_csv(tertaal, {"vraag_antwoorden.csv": "Alle antwoorden"})
show_reconstruction(beeld_of(stempel(tertaal)).reconstructie)
st.markdown(lead(tertaal, found))
for number, vraag in enumerate(found):
    show_vraag(str(tertaal), number, vraag)
show_counts_table(found)
show_answers(found, tertaal)
