"""What was checked of a report, with its outcome; and what does not agree, before anything can be had."""

import pandas as pd
import streamlit as st

from landkaart.rapport.rapportage.rapport import Samengesteld
from pages.shared.markdown import escaped
from pages.shared.show_table import show_table

FAILING = "Niet alle cijfers kloppen met elkaar. Zoek eerst uit waarom; het staat ook in het rapport zelf."


def show_faults(checked: Samengesteld) -> None:
    """Show each identity that does not hold, and each typed figure that no table has."""
    if checked.fouten:
        lines = "\n".join(f"- {escaped(each.wat)}: {escaped(each.uitkomst)}" for each in checked.fouten)
        st.error(f"{FAILING}\n\n{lines}", icon=":material/error:")
    if checked.meldingen:
        lines = "\n".join(f"- {escaped(each.zin)}" for each in checked.meldingen)
        st.warning(f"In de eigen teksten staan cijfers die in geen enkele tabel staan:\n\n{lines}", icon=":material/search:")


def show_controle(checked: Samengesteld) -> None:
    """Show every identity with its outcome."""
    st.caption("Deze controles worden elke keer gedaan dat het rapport wordt gemaakt, en staan er achterin.")
    rows = [(each.wat, each.uitkomst) for each in checked.bevindingen]
    table = pd.DataFrame(rows, columns=["Wat moet kloppen", "Uitkomst"], dtype="str")
    columns = {
        "Wat moet kloppen": st.column_config.TextColumn(width="large"),
        "Uitkomst": st.column_config.TextColumn(width="medium"),
    }
    show_table(table, key="rapport_controle", alt="Controle van de cijfers", columns=columns, height="content")
