"""Which werkpleinen fit conditions of one's own: on their bands, where they are, how recent, what the AKO judged."""

import streamlit as st

from landkaart.rapport import dutch
from landkaart.rapport.explanation import freshness
from pages.shared.beeld import beeld_of, stempel
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.frame import heading
from pages.shared.markdown import escaped
from pages.shared.notices import show_nothing_yet, show_reconstruction
from pages.zoeken.results import answer, regions, show_file, show_found
from pages.zoeken.zoekvraag import ask, show_example

top = heading("Zoeken")
with top:
    tertaal = choose_tertaal()

if tertaal is None:
    show_nothing_yet()
    st.stop()

mark = stempel(tertaal)
zoekvraag = ask(regions(mark))
if zoekvraag.is_empty:
    show_example()
    st.stop()

with top:
    show_file(tertaal, zoekvraag)
found, beeld = answer(mark, zoekvraag), beeld_of(mark)
st.header(dutch.werkpleinen(len(found.codes)))
st.markdown(escaped(found.sentence))
st.caption(f"Gezocht onder {freshness(beeld)}. Kies een rij om het werkplein te openen.")
show_found(found, tertaal, zoekvraag)
show_reconstruction(beeld.reconstructie)
