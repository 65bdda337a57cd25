"""The two pictures of a werkplein, each with the way to save it and the table behind it."""

import streamlit as st

from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import TERTAAL, TERTAAL_KOP
from pages.shared.downloads import show_save
from pages.shared.markdown import legend
from pages.shared.show_table import show_table
from pages.werkplein.prepared import Chart

CARRIED = f"Open vlak: niet ingediend, staat nog op het {TERTAAL} tussen haakjes."
# What the two files are called on our routes, and here.
FILES = {"werkplein-score": f"Score per {TERTAAL}", "werkplein-mijlpalen": f"De {N_MIJLPALEN} mijlpalen per {TERTAAL}"}


def show_score(chart: Chart, tertaal: Tertaal, code: str) -> None:
    """Show its score in every tertaal."""
    st.vega_lite_chart(chart.spec, theme=None, alt=chart.titel)
    show_save("werkplein-score", tertaal, {"werkplein": code})
    with st.expander(f"Score per {TERTAAL} als tabel", on_change="rerun", key="plein_score_open") as opened:
        if opened.open:
            config = {
                "tertaal": st.column_config.TextColumn(TERTAAL_KOP, width="small"),
                "staat_op": st.column_config.TextColumn("Ingediend in", width="small"),
                "score": st.column_config.NumberColumn("Score", format="%d%%", width="small"),
                "band": st.column_config.TextColumn("Band"),
                "landelijk": st.column_config.NumberColumn("Landelijk", format="%d%%", width="small"),
            }
            show_table(chart.table, key="plein_score_tabel", height="content", alt=chart.titel, columns=config)


def show_mijlpalen(chart: Chart, tertaal: Tertaal, code: str) -> None:
    """Show its band on every mijlpaal, in every tertaal."""
    st.markdown(f"## De {N_MIJLPALEN} mijlpalen\n\n{legend()}&emsp;{CARRIED}")
    st.vega_lite_chart(chart.spec, theme=None, alt=chart.titel)
    show_save("werkplein-mijlpalen", tertaal, {"werkplein": code})
    with st.expander(f"De {N_MIJLPALEN} mijlpalen als tabel", on_change="rerun", key="plein_mijlpalen_open") as opened:
        if opened.open:
            show_table(chart.table, key="plein_mijlpalen_tabel", height="content", alt=chart.titel)
