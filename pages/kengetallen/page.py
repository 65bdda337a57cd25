"""The other figures of the report: tables with their targets, and whether what was printed agrees with itself."""

import streamlit as st

from db.engine import read_session
from db.queries.kengetallen import kengetallen
from landkaart.domein.kengetal import Kengetal
from landkaart.domein.rechten import Recht
from landkaart.programma.namen import AKO
from landkaart.rapport.kengetallen import kengetal_tabellen, per_hoofdstuk
from pages.kengetallen.controles import show_controles
from pages.kengetallen.tabellen import lead, show_tabel
from pages.kengetallen.wijzigen import show_changing
from pages.shared.choices import Choice
from pages.shared.downloads import show_csv
from pages.shared.markdown import escaped
from pages.shared.tertaal_page import open_tertaal_page
from pages.shared.visit import blad, visit

top, tertaal = open_tertaal_page("Kengetallen")
blad().vast = False
with read_session() as session:
    found = kengetallen(session=session, tertaal=tertaal)
may = visit().may(Recht.KENGETALLEN_WIJZIGEN)

seen: list[Kengetal] = []
if found:
    with top:
        show_csv({f"/download/{tertaal}/kengetallen.csv": "Alle kengetallen"})
    chapters = per_hoofdstuk(kengetal_tabellen(found))
    st.markdown(lead(found, tertaal))
    chosen = Choice("Onderwerp", "onderwerp", {name: name for name in chapters}, "kengetal_onderwerp").segment()
    st.header(escaped(chosen))
    for tabel in chapters[chosen]:
        show_tabel(tabel)
        seen += tabel.kengetallen
    show_controles(found)
else:
    how = "Voeg ze hieronder toe, of laat ze inlezen als `kengetallen.csv`." if may else f"Het {AKO} voegt ze toe."
    st.info(f"Bij {tertaal} staan nog geen kengetallen. {how}")
if may:
    show_changing(tertaal, seen)
