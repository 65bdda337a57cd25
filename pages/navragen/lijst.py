"""The navragen of one uitvraag: counted, as a list, and one of them whole."""

from collections.abc import Sequence

import streamlit as st

from db.engine import read_session
from db.queries.navragen import navragen
from landkaart.domein.navraag import Navraag, NavraagStatus, per_status
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP
from landkaart.rapport.navraag import counts_text, navragen_table
from landkaart.screens import Screen
from pages.contents import file_of
from pages.shared.arrow_tables import as_arrow
from pages.shared.choices import Choice
from pages.shared.lists import one_row
from pages.shared.markdown import escaped
from pages.shared.navragen import show_navraag
from pages.shared.tertaalbeeld import namen
from pages.shared.visit import keep_rows
from pages.shared.werkplein_table import height_of

WIDE = {WERKPLEIN_KOP: 165, "Over": 200, "Navraag": 320, "Status": 130, "Gesteld op": 130, "Antwoord": 320}
COLUMNS = {name: st.column_config.TextColumn(name, width=width) for name, width in WIDE.items()}


def navragen_in(tertaal: Tertaal) -> list[Navraag]:
    with read_session() as session:
        return navragen(session=session, tertaal=tertaal)


def lead(tertaal: Tertaal, found: Sequence[Navraag]) -> str:
    """Say how many there are and whose turn it is."""
    if not found:
        return f"Over {tertaal} is nog geen navraag gedaan. Een navraag verandert geen score."
    return f"Over {tertaal}: **{counts_text(found)}**. Een navraag verandert geen score."


def show_list(tertaal: Tertaal, found: Sequence[Navraag]) -> None:
    """Show those with the chosen status; a row opens one, to read and to close."""
    counts = per_status(found)
    options = {status.value: f"{status.label} ({number})" for status, number in counts.items()}
    status = Choice("Status", "status", options, "navragen-status").segment_or_none()
    chosen = [each for each in found if status in (None, each.status.value)]
    if not chosen:
        st.info(f"Er is geen navraag die dit is: {NavraagStatus.by_code()[status or ''].label.lower()}.")
        return
    keep_rows(len(chosen), len(found))
    table = as_arrow(navragen_table(chosen, namen()))
    # What is answered or closed takes its row elsewhere: another list, no row of it chosen.
    numbers, key = table["id"].to_pylist(), f"navragen-{tertaal}-{status}-{hash(tuple(map(str, chosen)))}"
    alt = f"Navragen over {tertaal}"
    number = one_row(table.drop_columns("id"), numbers, key, alt=alt, height=height_of(len(chosen)), columns=COLUMNS)
    opened = next((each for each in chosen if each.id == number), None)
    if opened is None:
        st.caption("Kies een rij om een navraag te lezen of te sluiten.")
        return
    with st.container(border=True):
        st.markdown(f"**{escaped(namen()[opened.werkplein])}**")
        show_navraag(opened)
        where = {"werkplein": opened.werkplein, "tertaal": str(tertaal)}
        st.page_link(file_of(Screen.WERKPLEIN), label=f"Naar dit {WERKPLEIN}", icon=":material/domain:", query_params=where)
