"""One werkplein: where it stands, how it came there, and who is near it."""

import streamlit as st

from landkaart.domein.rechten import Recht
from landkaart.programma.namen import TERTAAL, WERKPLEIN, WERKPLEIN_KOP
from landkaart.rapport.werkplein import why_no_stand
from landkaart.screens import Screen
from pages.contents import file_of
from pages.shared.afspraken import show_afspraken
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.choose_werkplein import choose_any_werkplein
from pages.shared.contact import show_contact_of
from pages.shared.downloads import address, show_csv
from pages.shared.ending import end_page
from pages.shared.frame import row_for_heading
from pages.shared.key_figures import show_key_figures
from pages.shared.markdown import escaped
from pages.shared.notices import show_reconstruction
from pages.shared.tertaal_page import require_werkplein
from pages.shared.tertaalbeeld import namen
from pages.shared.visit import show_judged, visit
from pages.shared.voorlopig import show_voorlopig
from pages.werkplein.asked import show_asked
from pages.werkplein.charts import FILES, show_mijlpalen, show_score
from pages.werkplein.prepared import werkplein_pagina
from pages.werkplein.ranglijst import show_ranglijst
from pages.werkplein.toelichtingen import show_toelichtingen

CHOOSE = f"Kies hierboven een {WERKPLEIN}, of typ een deel van de naam. U ziet dan waar het staat en hoe het daar kwam."

top = row_for_heading()
with st.container(horizontal=True, vertical_alignment="bottom"):
    chosen, tertaal = choose_any_werkplein(namen()), choose_tertaal()
top.title(WERKPLEIN_KOP if chosen is None else escaped(namen()[chosen]))
code, tertaal = require_werkplein(chosen, tertaal, CHOOSE)

found = werkplein_pagina(tertaal, code)
beeld, standing = found.beeld, found.standing
if found.state:
    st.caption(found.state)
show_voorlopig(code, tertaal)
if standing is None:
    st.info(f"{escaped(namen()[code])} heeft in {tertaal} geen stand. {why_no_stand(beeld, code)}")
    show_contact_of(code)
    show_asked(code, tertaal)
    end_page()
with top:
    show_csv({f"/figuur/{tertaal}/{name}.csv": title for name, title in FILES.items()}, {"werkplein": code})
show_reconstruction(beeld.reconstructie)

if code in beeld.indicaties:
    show_judged()
st.markdown(standing.lead)
show_key_figures(beeld, *standing.key_figures)
sheet = address(f"/download/{tertaal}/werkpleinblad.pdf", {"werkplein": code})
st.markdown(f":material/description: [Blad van dit {WERKPLEIN}, twee bladzijden (PDF)]({sheet})")

st.header(f"Score per {TERTAAL}")
show_score(standing.score, tertaal, code)
show_mijlpalen(standing.mijlpalen, tertaal, code)
st.page_link(
    file_of(Screen.LEREN),
    label=f"Van wie kan dit {WERKPLEIN} leren?",
    icon=":material/handshake:",
    query_params={"werkplein": code},
)

st.header("Plaats tussen de andere")
show_ranglijst(beeld, code)

st.header(f"Wat het {WERKPLEIN} zegt")
show_toelichtingen(code, tertaal, standing.now.van)
show_contact_of(code)
show_asked(code, tertaal)
show_afspraken(code, "Dat kan op de pagina Leren van.")
if visit().may(Recht.LOGBOEK_ZIEN, code):
    st.page_link(
        file_of(Screen.LOGBOEK),
        label=f"Logboek van dit {WERKPLEIN}",
        icon=":material/history:",
        query_params={"logboek_werkplein": code},
    )
