"""Where each werkplein's own pace leads to, beside what the AKO judged, and how right earlier prognoses were."""

import streamlit as st

from landkaart.domein.prognose import RULE
from landkaart.programma.namen import AKO, TERTAAL, TERTALEN, WERKPLEIN, WERKPLEINEN
from landkaart.rapport.explanation import freshness
from landkaart.rapport.prognose import SHOWN
from pages.prognose.prepared import vooruitblik
from pages.prognose.tables import choose_rows, show_looked_back, show_rows, show_told
from pages.shared.downloads import show_csv, show_save
from pages.shared.ending import end_page
from pages.shared.key_figures import KeyFigure, show_key_figures
from pages.shared.notices import show_reconstruction
from pages.shared.show_table import show_table
from pages.shared.tertaal_page import open_tertaal_page
from pages.shared.visit import show_judged

top, tertaal = open_tertaal_page("Prognose")
found = vooruitblik(tertaal)
if not found.computed:
    st.info(
        f"In {tertaal} heeft nog geen enkel {WERKPLEIN} genoeg standen voor een prognose: daarvoor zijn er drie nodig. "
        f"Kies hierboven een later {TERTAAL}."
    )
    end_page()

show_reconstruction(found.beeld.reconstructie)
st.markdown(f"{found.lead}. Gerekend over {freshness(found.beeld)}.")
show_key_figures(found.beeld, *(KeyFigure(label, value) for label, value in found.key_figures))

st.header(f"Hoeveel {WERKPLEINEN} op 100%")
st.caption("Doorgetrokken: geteld. Gestreept: berekend bij het eigen tempo, met de marge als vlak erachter.")
st.vega_lite_chart(found.chart, theme=None, alt=found.titel)
show_save("prognose", tertaal)
with st.expander("Deze cijfers als tabel", on_change="rerun", key="prognose_open") as opened:
    if opened.open:
        show_table(found.chart_table, key="prognose_tabel", alt=found.titel)

st.header(f"Per {WERKPLEIN}")
show_judged()
judged = f"De {AKO}-indicatie is het oordeel van het {AKO} zoals het nu is"
st.markdown(f"Kies een rij om het {WERKPLEIN} te openen. {judged}; het tempo is berekend.")
chosen = choose_rows(found)
show_rows(found, chosen)
with top:
    asked = {} if chosen == "alle" else {"toon": chosen}
    show_csv({f"/download/{tertaal}/prognose.csv": f"De prognose per {WERKPLEIN}: {SHOWN[chosen].lower()}"}, asked)
st.caption(RULE)

st.header("Hoe goed klopten eerdere prognoses?")
st.markdown("\n\n".join(found.proof) or f"Dat is nog niet te zeggen: er zijn te weinig {TERTALEN} om op terug te kijken.")
if found.told is not None:
    show_looked_back(found)
    with st.expander(
        f"De prognose van {found.told.tertaal} per {WERKPLEIN}", on_change="rerun", key="terugblik_open"
    ) as opened:
        if opened.open:
            show_told(found.told)
