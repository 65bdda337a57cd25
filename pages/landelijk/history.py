"""Table 4: the national average of every tertaal so far."""

from collections.abc import Mapping

import pyarrow as pa
import streamlit as st

from landkaart.domein.tertaal import Tertaal
from pages.shared.downloads import show_save
from pages.shared.show_table import show_table

TITLE = "Tabel 4: landelijk gemiddelde per tertaal"


def show_history(chart: Mapping[str, object], table: pa.Table, tertaal: Tertaal) -> None:
    """Show the line and, when it is asked for, the table; up to `tertaal`."""
    st.vega_lite_chart(chart, theme=None, alt=TITLE)
    show_save("tabel4", tertaal)
    with st.expander("Tabel 4 als tabel", on_change="rerun", key="tabel4_open") as opened:
        if opened.open:
            config = {
                "tertaal": st.column_config.TextColumn("Tertaal", width="small"),
                "periode": st.column_config.TextColumn("Periode"),
                "gemiddelde": st.column_config.NumberColumn("Gemiddelde", format="%d%%", width="small"),
            }
            show_table(table, key="tabel4_tabel", alt=TITLE, columns=config)
