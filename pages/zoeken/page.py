"""Which werkpleinen fit conditions of one's own: on their bands, where they are, how recent, what the AKO judged."""

import streamlit as st

from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport import dutch
from landkaart.rapport.explanation import freshness, judged_freshness
from pages.shared.ending import end_page
from pages.shared.markdown import escaped
from pages.shared.notices import show_reconstruction
from pages.shared.tertaal_page import open_tertaal_page
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.shared.visit import show_judged
from pages.zoeken.results import answer, regions, show_file, show_found
from pages.zoeken.zoekvraag import ask_zoekvraag, show_example

top, tertaal = open_tertaal_page("Zoeken")
zoekvraag = ask_zoekvraag(regions(tertaal))
if zoekvraag.is_empty:
    show_example()
    end_page()

with top:
    show_file(tertaal, zoekvraag)
if zoekvraag.indicatie:
    show_judged()
found, beeld = answer(tertaal, zoekvraag), tertaalbeeld(tertaal)
st.header(dutch.werkpleinen(found.table.num_rows))
st.markdown(escaped(found.sentence))
of_whom = judged_freshness(beeld) if zoekvraag.indicatie else freshness(beeld)
st.caption(f"Gezocht onder {of_whom}. Kies een rij om het {WERKPLEIN} te openen.")
show_found(found, tertaal, zoekvraag)
show_reconstruction(beeld.reconstructie)
