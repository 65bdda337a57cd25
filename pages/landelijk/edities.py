"""The editions of a tertaal that closed: which one is shown, and what differs from the other."""

import pyarrow as pa
import streamlit as st

from db.engine import read_session
from db.queries.heruitgaven import holding_editions
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import WERKPLEIN_KOP
from landkaart.rapport.momentopname import other_text
from pages.shared.choices import Choice
from pages.shared.markdown import escaped
from pages.shared.show_table import show_table


def choose_edition(beeld: Tertaalbeeld) -> int | None:
    """Ask for one where there are more; return the number of a later one, None for that of the closing."""
    if beeld.andere is None:
        only = {str(beeld.editie): f"Editie {beeld.editie}"} if beeld.momentopname else {"": "Zoals het nu is"}
        Choice("Editie", "editie", only, f"editie-{beeld.tertaal}").only()
        return None
    with read_session() as session:
        numbers = holding_editions(session=session, tertaal=beeld.tertaal)
    first, *later = numbers
    options = {str(first): f"Editie {first} (sluiting)"} | {str(number): f"Editie {number}" for number in later}
    chosen = int(Choice("Editie", "editie", options, f"editie-{beeld.tertaal}").segment())
    return chosen if chosen in later else None


def show_other_edition(beeld: Tertaalbeeld, table: pa.Table | None) -> None:
    """Say what the other edition is, and show who differs, with both scores."""
    if beeld.andere is None or table is None:
        return
    st.markdown(escaped(other_text(beeld)))
    with st.expander("Wie er anders staan", on_change="rerun", key=f"edities-{beeld.tertaal}-{beeld.editie}") as opened:
        if opened.open:
            columns = {
                "naam": st.column_config.TextColumn(WERKPLEIN_KOP),
                "deze": st.column_config.NumberColumn(f"Editie {beeld.editie}", format="%d%%"),
                "andere": st.column_config.NumberColumn(f"Editie {beeld.andere.editie}", format="%d%%"),
            }
            order = ("naam", "deze", "andere")
            show_table(table, key="edities_tabel", alt="Wie er anders staan", columns=columns, column_order=order)
