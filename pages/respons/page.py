"""Who responded to an uitvraag, who did not yet, and whom to reach there."""

import streamlit as st

from landkaart.domein.rechten import Recht
from landkaart.domein.respons import Stap
from landkaart.programma.namen import TERTAAL, WERKPLEIN, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.respons import uitstel_text
from landkaart.screens import Screen
from pages.contents import file_of
from pages.respons.contact import ask_contact, take_row
from pages.respons.namens import ask_namens
from pages.respons.onbestelbaar import ask_mark, show_onbestelbaar
from pages.respons.reacties import ask_responskeuze, chosen_reacties, name_of, show_file, show_reacties
from pages.respons.steps import show_steps
from pages.shared.choose_uitvraag import open_uitvraag_page
from pages.shared.ending import end_page
from pages.shared.inzendingen import show_why_not_the_same
from pages.shared.respons import respons
from pages.shared.visit import visit

top, uitvraag = open_uitvraag_page(
    "Respons", "Er is nog geen uitvraag geopend. Zodra dat zo is, ziet u hier wie er reageert en wie nog niet."
)
tertaal, now = uitvraag.tertaal, visit().now()
found = respons(tertaal)
if not found.n:
    st.info(f"Er zijn nog geen {WERKPLEINEN} die open zijn als deze uitvraag sluit. Lees ze in, of voeg ze toe bij Beheer.")
    end_page()

st.markdown(
    f"Van de **{dutch.werkpleinen(found.n)}** "
    f"{dutch.have(found.per_stap[Stap.BINNEN])} er **{dutch.count(found.per_stap[Stap.BINNEN])}** "
    f"ingediend voor {TERTAAL} {tertaal} ({dutch.open_or_closed(uitvraag.sluit, now)}); "
    f"stand {dutch.day(now)}, {dutch.hour(now)} uur."
)
show_why_not_the_same(tertaal)
over = found.is_over(now)
if late := found.still_open(now):
    st.caption(uitstel_text(late))
show_steps(found, over)
if visit().may(Recht.UITVRAAG_UITVOEREN) and uitvraag.is_open(now):
    st.page_link(file_of(Screen.HERINNEREN), label=f"{WERKPLEINEN_KOP} herinneren", icon=":material/mail:")
show_onbestelbaar()
keuze = ask_responskeuze(found, over)
with top:
    show_file(tertaal, keuze)
namen, table = chosen_reacties(tertaal, keuze, visit().today())
if namen:
    show_reacties(namen, table, found.n, name=name_of(tertaal, keuze), on_select=take_row)
else:
    st.info(f"Er is geen {WERKPLEIN} dat aan deze keuzes voldoet. Maak een keuze leeg om meer te zien.")
# Any of them: whoever knows which one it is, need not empty the choices above.
werkplein = ask_contact({each.code: each.naam for each in found.reacties})
if werkplein is not None:
    chosen = next(each for each in found.reacties if each.code == werkplein)
    ask_namens(chosen, uitvraag)
    ask_mark(chosen.contacten)
