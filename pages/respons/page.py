"""Who responded to an uitvraag, who did not yet, and whom to reach there."""

from urllib.parse import urlencode

import streamlit as st

from landkaart.domein.rechten import Recht, mag
from landkaart.domein.respons import Stap
from landkaart.rapport import dutch
from landkaart.screens import Screen
from pages.contents import file_of
from pages.respons.contact import ask_contact, take_row
from pages.shared import respons as parts
from pages.shared.beeld import laatste
from pages.shared.choose_uitvraag import choose_uitvraag
from pages.shared.frame import heading
from pages.shared.moment import moment, today
from pages.shared.visitor import visitor

top = heading("Respons")
with top:
    uitvraag = choose_uitvraag()
if uitvraag is None:
    st.info("Er is nog geen uitvraag geopend. Zodra dat zo is, ziet u hier wie er reageert en wie nog niet.")
    st.stop()

now = moment().now()
mark = laatste()
found = parts.respons_of(mark, uitvraag.tertaal)
if not found.n:
    st.info("Er zijn nog geen werkpleinen die open zijn als deze uitvraag sluit. Lees ze in, of voeg ze toe bij Beheer.")
    st.stop()

st.markdown(
    f"Van de **{dutch.werkpleinen(found.n)}** "
    f"{'heeft' if found.per_stap[Stap.BINNEN] == 1 else 'hebben'} er **{dutch.count(found.per_stap[Stap.BINNEN])}** "
    f"ingediend voor tertaal {uitvraag.tertaal} ({dutch.open_or_closed(uitvraag.sluit, now)}); "
    f"stand {dutch.day(now)}, {dutch.hour(now)} uur."
)
parts.show_steps(found)
if mag(visitor().bevoegdheid, Recht.UITVRAAG_UITVOEREN) and uitvraag.is_open(now):
    st.page_link(file_of(Screen.HERINNEREN), label="Werkpleinen herinneren", icon=":material/mail:")
keuze = parts.ask_keuze(found)
with top:
    parts.show_downloads(uitvraag.tertaal, keuze)
namen, table = parts.rows_of(mark, uitvraag.tertaal, keuze, today())
if not namen:
    st.info("Er is geen werkplein dat aan deze keuzes voldoet. Maak een keuze leeg om meer te zien.")
    st.stop()
name = f"respons-{uitvraag.tertaal}-{urlencode(keuze.asked)}"
parts.show_rows(namen, table, found.n, name=name, on_select=take_row)
ask_contact(namen)
