"""That figures are fixed, and who has moved on since."""

import pyarrow as pa
import streamlit as st

from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP
from landkaart.rapport.momentopname import frozen_text, moved_on_text
from pages.shared.show_table import show_table


def show_momentopname(beeld: Tertaalbeeld, moved: pa.Table | None) -> None:
    """Show a quiet line; `moved` is what the popover beside it shows, None when the record stands as it was frozen."""
    if beeld.momentopname is None:
        return
    line = f":material/lock: {frozen_text(beeld)}."
    if moved is None:
        st.caption(line)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(line, width="content")
        with st.popover(moved_on_text(beeld), type="tertiary", icon=":material/edit_note:"):
            st.markdown(
                f"De tabellen tonen de totaalscore van toen, bij de sluiting. Een streepje: het {WERKPLEIN} telde toen niet "
                "mee, of telt nu niet meer mee."
            )
            show_table(
                moved,
                key="gewijzigd_tabel",
                alt=moved_on_text(beeld),
                column_order=("naam", "bij_sluiting", "nu"),
                columns={
                    "naam": st.column_config.TextColumn(WERKPLEIN_KOP),
                    "bij_sluiting": st.column_config.NumberColumn("Toen", format="%d%%", width="small"),
                    "nu": st.column_config.NumberColumn("Nu", format="%d%%", width="small"),
                },
            )
