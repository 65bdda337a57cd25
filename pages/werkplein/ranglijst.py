"""The place of a werkplein among others: the first three, itself, and the five around it."""

import streamlit as st

from landkaart.domein.catalogus import N_MIJLPALEN, catalogus
from landkaart.domein.stand import TOTAAL
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTAAL, WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN
from landkaart.rapport.werkplein import group_names
from pages.shared.choices import Choice
from pages.shared.page_links import open_werkplein
from pages.shared.werkplein_table import choose_row
from pages.werkplein.prepared import ranked

EXPLAINED = (
    f"De eerste drie, dit {WERKPLEIN} en de vijf eromheen. De precieze score beslist; wie evenveel heeft deelt een plaats. "
    f"Gelijken zijn de 20 {WERKPLEINEN} met ongeveer evenveel punten te gaan, en wie even dichtbij zit als de laatste van "
    f"hen. Kies een rij om dat {WERKPLEIN} te openen."
)
CONFIG = {
    "plaats": st.column_config.NumberColumn("Plaats", width=60),
    "naam": st.column_config.TextColumn(WERKPLEIN_KOP, width="medium"),
    "score": st.column_config.NumberColumn("Score", format="%d%%", width=60),
    "verschil": st.column_config.TextColumn(f"Sinds vorig {TERTAAL}", width="small", alignment="right"),
}


def show_ranglijst(beeld: Tertaalbeeld, code: str) -> None:
    """Ask among whom and on what; choosing a row opens that werkplein."""
    named = group_names(beeld.werkpleinen[code])
    titles = {TOTAAL: f"Alle {N_MIJLPALEN} mijlpalen"} | {fase.naam: fase.naam for fase in catalogus().fasen}
    with st.container(horizontal=True):
        group = Choice("Vergelijk met", "naast", named).from_list()
        row = Choice("Op", "op", titles).from_list()
    codes, table = ranked(beeld.tertaal, code, group, row)
    st.caption(EXPLAINED)
    key, alt = f"rang-{code}-{beeld.tertaal}-{group}-{row}", f"Ranglijst: {named[group]}, {titles[row]}, {beeld.tertaal}"
    chosen = choose_row(table, codes, key=key, height="content", columns=CONFIG, alt=alt)
    if chosen not in (None, code):
        open_werkplein(chosen)
