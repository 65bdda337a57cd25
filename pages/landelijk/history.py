"""Table 4: the national average of every tertaal so far."""

from collections.abc import Mapping

import pyarrow as pa
import streamlit as st

from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTAAL, TERTAAL_KOP, TERTALEN
from landkaart.rapport.files import edition_asked
from pages.shared.downloads import show_save
from pages.shared.show_table import show_table

TITLE = f"Tabel 4: landelijk gemiddelde per {TERTAAL}"


def show_history(chart: Mapping[str, object], table: pa.Table, beeld: Tertaalbeeld) -> None:
    """Show the line and, when it is asked for, the table; up to the tertaal of `beeld`, in this edition of it."""
    if beeld.andere:
        st.caption(f"Van {beeld.tertaal} staat hier editie {beeld.editie}; eerdere {TERTALEN} zoals zij toen bekend waren.")
    st.vega_lite_chart(chart, theme=None, alt=TITLE)
    show_save("tabel4", beeld.tertaal, edition_asked(beeld))
    with st.expander("Tabel 4 als tabel", on_change="rerun", key="tabel4_open") as opened:
        if opened.open:
            config = {
                "tertaal": st.column_config.TextColumn(TERTAAL_KOP, width="small"),
                "periode": st.column_config.TextColumn("Periode"),
                "gemiddelde": st.column_config.NumberColumn("Gemiddelde", format="%d%%", width="small"),
            }
            show_table(table, key="tabel4_tabel", alt=TITLE, columns=config)
