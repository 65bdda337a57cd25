"""The werkpleinen behind a bar, a cell or a choice: by the size of their change."""

from collections.abc import Sequence

import pyarrow as pa
import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import WERKPLEIN_KOP
from pages.shared.prepared_figuur import PreparedFiguur, prepared_figuur
from pages.shared.werkplein_table import show_werkpleinen

COLUMNS = {
    "naam": st.column_config.TextColumn(WERKPLEIN_KOP, width="medium"),
    "verschil": st.column_config.NumberColumn("Verschil in punten", format="%+d"),
    "score_vorig": st.column_config.NumberColumn("Score toen", format="%d%%"),
    "score": st.column_config.ProgressColumn("Score nu", format="%d%%", min_value=0, max_value=100),
}


def changes(tertaal: Tertaal, met: Tertaal) -> PreparedFiguur:
    """Return the figuur whose table has everybody, with the scores then and now."""
    return prepared_figuur(tertaal, "beweging", met=str(met))


def show_moved(prepared: PreparedFiguur, codes: Sequence[str], what: str) -> None:
    """Show them with the scores then and now, of `changes`; choosing a row opens the werkplein.

    `what`: who they are, for a screen reader.
    """
    rows = sorted(prepared.places[code] for code in codes)
    table = prepared.table.take(pa.array(rows, pa.int64())).select(["code", *COLUMNS])
    show_werkpleinen(table, prepared.tertaal, key=f"lijst-{what}-{prepared.tertaal}", alt=what, columns=COLUMNS)
