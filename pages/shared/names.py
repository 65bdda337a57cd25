"""The names behind a count."""

from collections.abc import Collection, Sequence

import pyarrow as pa
import streamlit as st

from landkaart.domein.band import BY_CODE, Band
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import dutch, tables
from pages.shared.address import to_address
from pages.shared.arrow_tables import as_arrow
from pages.shared.choices import ask_maybe, ask_side
from pages.shared.markdown import escaped
from pages.shared.name_search import MOST
from pages.shared.werkplein_table import PER_PAGE, choose_page

HINT = "Kies een onderdeel, of klik op een balk"
SIGNED = {band.code: band.signed for band in Band}


def show_names(beeld: Tertaalbeeld, codes: Sequence[str], alt: str, key: str) -> None:
    """As a table with the scores, a page at a time; a line when there is nobody."""
    if not codes:
        st.caption("Geen enkel werkplein.")
        return
    table = as_arrow(tables.vergelijking(beeld, codes)[["naam", "score", "score_vorig"]])
    st.dataframe(
        table.slice(choose_page(table, f"{key}-{alt}"), PER_PAGE),
        hide_index=True,
        alt=alt,
        placeholder=dutch.DASH,
        height="auto",
        column_config={
            "naam": st.column_config.TextColumn("Werkplein", width="medium"),
            "score": st.column_config.NumberColumn("Score", format="%d%%", width="small"),
            "score_vorig": st.column_config.NumberColumn("Vorig tertaal", format="%d%%", width="small"),
        },
    )


def name_list(beeld: Tertaalbeeld, codes: Collection[str]) -> str:
    """In one paragraph, in alphabetical order; of very many the first, and how many more there are."""
    ordered = tables.in_order(beeld, codes)
    said = ", ".join(escaped(beeld.namen[code]) for code in ordered[:MOST])
    return f"{said} en nog {dutch.count(len(ordered) - MOST)}" if len(ordered) > MOST else said or "Geen enkel werkplein."


def ask_names(beeld: Tertaalbeeld, titles: dict[str, str], key: str) -> None:
    """Lets a reader choose a count by keyboard; a click in the chart above (same `key`) fills the same choice.

    What is chosen stands in the address. `titles`: what each row is called, by label of the row.
    """
    row, code = ask_maybe("Wie staan er achter een getal?", f"{key}_rij", titles, HINT, f"{key}_rij"), None
    if row:
        code = ask_side("Band", f"{key}_band", SIGNED, f"{key}_band")
    else:
        # A band without a row would come back from the address at the next row.
        to_address(f"{key}_band", None)
    if code:
        band = Band.parse(code)
        found = beeld.stand.who(row, band)
        people = dutch.counted(len(found), "werkplein staat", "werkpleinen staan")
        st.markdown(f"**{people} op {band.label}** ({band.range}): {titles[row]}")
        show_names(beeld, found, f"Werkpleinen op {band.label}: {titles[row]}", key)


def take_click(key: str) -> None:
    """Callback of a chart: puts the clicked segment into the choice of `ask_names`."""
    picked = st.session_state[f"{key}_grafiek"].selection.get("segment") or []
    if picked:
        choose(key, picked[0]["rij"], picked[0]["band"])


def take_cell(key: str, rows: Sequence[str]) -> None:
    """Callback of a table: the same for a clicked count. `rows`: the label of each row, in order."""
    for place, column in st.session_state[f"{key}_tabel"].selection.cells:
        choose(key, rows[place], column.removesuffix("_pct"))


def choose(key: str, row: str, band: str) -> None:
    if band in BY_CODE:
        st.session_state[f"{key}_rij"] = row
        st.session_state[f"{key}_band"] = band


def table_for_screen(table: pa.Table, key: str, rows: Sequence[str], first: dict[str, str], alt: str) -> None:
    """Table 2 or 3 with Dutch headings: count and share per band, and the average. `first`: the columns before it."""
    shares = {f"{band.code}_pct": st.column_config.NumberColumn("%", format="%d%%", width=50) for band in Band}
    counts = {band.code: st.column_config.NumberColumn(band.signed, width="small") for band in Band}
    headings = {column: st.column_config.TextColumn(title) for column, title in first.items()}
    average = {"gemiddelde": st.column_config.NumberColumn("Gemiddelde", format="%d%%", width="small")}
    numbers = {"aantal_werkpleinen": st.column_config.NumberColumn("n", width=50)}
    st.caption("Klik op een aantal om te zien welke werkpleinen het zijn.")
    st.dataframe(
        table,
        key=f"{key}_tabel",
        hide_index=True,
        alt=alt,
        height="content",
        column_config=headings | numbers | average | counts | shares,
        placeholder=dutch.DASH,
        on_select=lambda: take_cell(key, rows),
        selection_mode="single-cell",
    )


def history_for_screen(table: pa.Table) -> None:
    config = {
        "tertaal": st.column_config.TextColumn("Tertaal", width="small"),
        "periode": st.column_config.TextColumn("Periode"),
        "gemiddelde": st.column_config.NumberColumn("Gemiddelde", format="%d%%", width="small"),
    }
    name = "Tabel 4: landelijk gemiddelde per tertaal"
    st.dataframe(table, hide_index=True, alt=name, column_config=config, placeholder=dutch.DASH)
