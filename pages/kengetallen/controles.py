"""What follows from the printed figures, beside what was printed: the differences first."""

from collections.abc import Sequence

import pyarrow as pa
import streamlit as st

from landkaart.domein.kengetal import Kengetal
from landkaart.domein.kengetal_controles import controles
from landkaart.rapport.kengetal_text import controles_sentence, controles_table
from pages.shared.arrow_tables import as_arrow
from pages.shared.cache import kept_for_good
from pages.shared.show_table import show_table

COLUMNS = {
    "Tabel": st.column_config.TextColumn("Tabel", width=150),
    "Wat": st.column_config.TextColumn("Wat", width=400),
    "Berekend": st.column_config.TextColumn("Berekend", width=85, alignment="right"),
    "Gedrukt": st.column_config.TextColumn("Gedrukt", width=85, alignment="right"),
    "Toelichting": st.column_config.TextColumn("Toelichting", width=380),
}
DIFFERENCES = "Verschillen in de bron zelf"


@kept_for_good(most=30)
def judged(found: tuple[Kengetal, ...]) -> tuple[str, pa.Table, pa.Table]:
    """Return the sentence, the controles that do not agree, and all of them."""
    made = controles(found)
    wrong = [each for each in made if not each.klopt]
    return controles_sentence(made), as_arrow(controles_table(wrong).drop(columns="Klopt")), as_arrow(controles_table(made))


def show_controles(found: Sequence[Kengetal]) -> None:
    """Show what does not agree and, when it is asked for, all of it; nothing where nothing can be computed."""
    sentence, wrong, every = judged(tuple(found))
    if not every.num_rows:
        return
    st.header("Controles")
    st.markdown(sentence)
    if wrong.num_rows:
        show_table(wrong, key="controles-verschillen", alt=DIFFERENCES, columns=COLUMNS, height="content")
    with st.expander("Alle controles", on_change="rerun", key="controles-open") as opened:
        if opened.open:
            columns = COLUMNS | {"Klopt": st.column_config.TextColumn("Klopt", width=60)}
            show_table(every, key="controles-alle", alt="Alle controles op de kengetallen", columns=columns)
