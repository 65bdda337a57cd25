"""Where the country stands in one tertaal: tables 2, 3 and 4, and the names behind every count."""

import streamlit as st

from landkaart.domein.actualiteit import Actualiteit
from landkaart.rapport import dutch
from landkaart.rapport.explanation import freshness
from pages.landelijk.figures import landelijk
from pages.landelijk.momentopname import show_momentopname
from pages.shared import names
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.downloads import show_downloads
from pages.shared.figuur_downloads import show_save
from pages.shared.frame import heading
from pages.shared.key_figures import Figure, show_figures
from pages.shared.markdown import legend
from pages.shared.notices import show_nothing_yet, show_reconstruction

top = heading("Landelijk beeld")
with top:
    tertaal = choose_tertaal()

if tertaal is None:
    show_nothing_yet()
    st.stop()

found = landelijk(tertaal)
beeld, stand = found.beeld, found.beeld.stand
with top:
    show_downloads(beeld)

show_reconstruction(beeld.reconstructie)
if not stand.n:
    st.info(f"In {tertaal} heeft nog geen enkel werkplein een ingediende invulling. Er is nog niets te tellen.")
    st.stop()

answered = beeld.in_class(Actualiteit.DEZE_UITVRAAG)
st.markdown(
    f"In {tertaal} ({tertaal.periode}) staan de werkpleinen gemiddeld op **{dutch.percent(stand.average())}** "
    f"van integrale dienstverlening: {freshness(beeld)}."
)
show_momentopname(beeld, found.moved_table)
show_figures(
    beeld,
    Figure(
        "Landelijk gemiddelde",
        dutch.percent(stand.average()),
        beeld.change,
        dutch.points_since(beeld.change),
    ),
    Figure("Werkpleinen met een stand", dutch.count(stand.n), names=stand.bands.index),
    Figure("Groen: alle 14 op 100%", dutch.count(len(beeld.groen)), names=beeld.groen),
    Figure("Gereageerd in deze uitvraag", f"{len(answered)} van {len(beeld.actualiteit)}", names=answered),
)

st.markdown(f"## De fasen (tabel 2)\n\n{legend()}")
st.vega_lite_chart(
    found.fase_chart, key="tabel2_grafiek", on_select=lambda: names.take_click("tabel2"), theme=None,
    alt=f"Tabel 2: verdeling van {stand.n} werkpleinen over de banden, per fase",
)  # fmt: skip
show_save("tabel2", str(tertaal))
names.ask_names(beeld, found.fase_titles, "tabel2")
with st.expander("Tabel 2 als tabel", on_change="rerun", key="tabel2_open") as opened:
    if opened.open:
        names.table_for_screen(
            found.fase_table, "tabel2", list(found.fase_titles), {"fase": "Fase"}, "Tabel 2: score per fase"
        )

st.markdown(f"## De mijlpalen (tabel 3)\n\n{legend()}")
st.vega_lite_chart(
    found.mijlpaal_chart, key="tabel3_grafiek", on_select=lambda: names.take_click("tabel3"), theme=None,
    alt=f"Tabel 3: verdeling van {stand.n} werkpleinen over de banden, per mijlpaal",
)  # fmt: skip
show_save("tabel3", str(tertaal))
names.ask_names(beeld, found.mijlpaal_titles, "tabel3")
with st.expander("Tabel 3 als tabel", on_change="rerun", key="tabel3_open") as opened:
    if opened.open:
        first = {"fase": "Fase", "mijlpaal": "Mijlpaal"}
        names.table_for_screen(
            found.mijlpaal_table, "tabel3", list(found.mijlpaal_titles), first, "Tabel 3: score per mijlpaal"
        )

st.header("De tertalen (tabel 4)")
st.vega_lite_chart(found.history_chart, theme=None, alt="Tabel 4: landelijk gemiddelde per tertaal")
show_save("tabel4", str(tertaal))
with st.expander("Tabel 4 als tabel", on_change="rerun", key="tabel4_open") as opened:
    if opened.open:
        names.history_for_screen(found.history_table)
