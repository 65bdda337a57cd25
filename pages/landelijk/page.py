"""Where the country stands in one tertaal: tables 2, 3 and 4, and the names behind every count."""

import streamlit as st

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.programma.namen import TERTALEN, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.explanation import freshness
from pages.landelijk.counts import CountTable, heading, show_counts
from pages.landelijk.edities import choose_edition, show_other_edition
from pages.landelijk.history import show_history
from pages.landelijk.momentopname import show_momentopname
from pages.landelijk.prepared import landelijk
from pages.shared.downloads import show_all_tables
from pages.shared.inzendingen import show_why_not_the_same
from pages.shared.key_figures import KeyFigure, show_key_figures
from pages.shared.tertaal_page import open_tertaal_page, require_stand
from pages.shared.visit import blad

top, tertaal = open_tertaal_page("Landelijk beeld")
found = landelijk(tertaal)
editie = choose_edition(found.beeld)
if editie is not None:
    found, blad().editie = landelijk(tertaal, editie), editie
beeld, stand = found.beeld, found.beeld.stand
with top:
    show_all_tables(beeld)
require_stand(beeld)

answered = beeld.in_class(Actualiteit.DEZE_UITVRAAG)
st.markdown(
    f"In {tertaal} ({tertaal.periode}) staan de {WERKPLEINEN} gemiddeld op **{dutch.percent(stand.average())}**: "
    f"{freshness(beeld)}."
)
show_momentopname(beeld, found.moved_table)
show_other_edition(beeld, found.editions_table)
show_key_figures(
    beeld,
    KeyFigure(
        "Landelijk gemiddelde",
        dutch.percent(stand.average()),
        beeld.change,
        dutch.points_since(beeld.change),
    ),
    KeyFigure(f"{WERKPLEINEN_KOP} met een stand", dutch.count(stand.n), names=stand.bands.index),
    KeyFigure(f"Groen: alle {N_MIJLPALEN} op 100%", dutch.count(len(beeld.groen)), names=beeld.groen),
    KeyFigure("Gereageerd in deze uitvraag", f"{len(answered)} van {len(beeld.actualiteit)}", names=answered),
)

show_why_not_the_same(tertaal)

st.markdown(heading("De fasen (tabel 2)"))
columns = {"fase": "Fase"}
show_counts(CountTable("tabel2", "Tabel 2", "fase", columns, found.fase_titles, found.fase_chart, found.fase_table), beeld)

st.markdown(heading("De mijlpalen (tabel 3)"))
columns = {"fase": "Fase", "mijlpaal": "Mijlpaal"}
show_counts(
    CountTable("tabel3", "Tabel 3", "mijlpaal", columns, found.mijlpaal_titles, found.mijlpaal_chart, found.mijlpaal_table),
    beeld,
)

st.header(f"De {TERTALEN} (tabel 4)")
show_history(found.history_chart, found.history_table, beeld)
