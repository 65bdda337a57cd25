"""What stands out in what the werkpleinen submitted, by which rule, and the way to ask about it."""

import streamlit as st

from landkaart.programma.namen import WERKPLEINEN
from landkaart.rapport import dutch
from pages.plausibiliteit.lijst import ask_about, ask_regel, given_in, reasons, show_list, show_rules
from pages.shared.choose_uitvraag import open_uitvraag_page
from pages.shared.downloads import show_csv
from pages.shared.ending import end_page
from pages.shared.visit import keep_rows

top, uitvraag = open_uitvraag_page(
    "Plausibiliteit", f"Er is nog geen uitvraag geopend. Zodra {WERKPLEINEN} indienen, ziet u hier wat er opvalt."
)
tertaal = uitvraag.tertaal
given, who = given_in(tertaal), reasons(tertaal, None)[1]
st.markdown(
    f"Van de **{dutch.werkpleinen(len(given))}** met een invulling over {tertaal} valt bij **{dutch.count(len(who))}** iets "
    "op. Dat zegt niet dat de antwoorden fout zijn: het is een reden om ze na te vragen."
)
show_rules(tertaal)
regel = ask_regel(tertaal)
with top:
    show_csv({f"/download/{tertaal}/plausibiliteit.csv": "Wat er opvalt"}, {"regel": regel} if regel else {})
rows = reasons(tertaal, regel)[0]
if not rows:
    st.info("Er valt niets op." if given else f"Er is over {tertaal} nog niets ingediend.")
    end_page()
keep_rows(len(rows), len(reasons(tertaal, None)[0]))
chosen = show_list(rows, f"plausibiliteit-{tertaal}-{regel}")
ask_about(chosen, tertaal)
