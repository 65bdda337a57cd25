"""Tables 2 and 3: their bars, their counts, and the names behind each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import streamlit as st

from landkaart.domein.band import BY_CODE, Band
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTAAL, WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch, tables
from landkaart.rapport.files import edition_asked
from pages.shared.address import to_address
from pages.shared.arrow_tables import as_arrow
from pages.shared.choices import Choice
from pages.shared.downloads import show_save
from pages.shared.markdown import legend
from pages.shared.show_table import show_table as show_whole
from pages.shared.werkplein_table import PER_PAGE, choose_page

HINT = "Kies een onderdeel, of klik op een balk"
SIGNED = {band.code: band.signed for band in Band}


@dataclass(frozen=True)
class CountTable:
    """One of the two, as its part of the page shows it."""

    naam: str  # As among the figuren, and the beginning of every key.
    title: str  # As others refer to it: "Tabel 2".
    per: str  # What its rows are: "fase".
    columns: Mapping[str, str]  # What the columns before the counts are called.
    row_titles: Mapping[str, str]  # What each row is called, by its label.
    chart: Mapping[str, object]
    table: pa.Table


def show_counts(shown: CountTable, beeld: Tertaalbeeld) -> None:
    """Show the bars with the names behind them and, when it is asked for, the table itself."""
    st.vega_lite_chart(
        shown.chart,
        key=f"{shown.naam}_grafiek",
        on_select=lambda: take_segment(shown.naam),
        theme=None,
        alt=f"{shown.title}: verdeling van {beeld.stand.n} {WERKPLEINEN} over de banden, per {shown.per}",
    )
    show_save(shown.naam, beeld.tertaal, edition_asked(beeld))
    ask_names(shown, beeld)
    with st.expander(f"{shown.title} als tabel", on_change="rerun", key=f"{shown.naam}_open") as opened:
        if opened.open:
            show_table(shown)


def heading(text: str) -> str:
    """Return the heading above such bars, with what the signs mean."""
    return f"## {text}\n\n{legend()}"


def ask_names(shown: CountTable, beeld: Tertaalbeeld) -> None:
    """Let a reader choose a count by keyboard; a click in the chart fills the same choice. It stands in the address."""
    of_row, of_band = f"{shown.naam}_rij", f"{shown.naam}_band"
    row = Choice("Wie staan er achter een getal?", of_row, shown.row_titles, of_row).from_list_or_none(HINT)
    if row is None:
        # A band without a row would come back from the address at the next row.
        to_address(of_band, None)
        return
    code = Choice("Band", of_band, SIGNED, of_band).segment_or_none()
    if code:
        band, title = Band.parse(code), shown.row_titles[row]
        found = beeld.stand.who(row, band)
        people = dutch.counted(len(found), f"{WERKPLEIN} staat", f"{WERKPLEINEN} staan")
        st.markdown(f"**{people} op {band.label}** ({band.range}): {title}")
        show_names(beeld, found, f"{WERKPLEINEN_KOP} op {band.label}: {title}", shown.naam)


def show_names(beeld: Tertaalbeeld, codes: Sequence[str], alt: str, key: str) -> None:
    """Show them as a table with the scores, a page at a time; a line when there is nobody."""
    if not codes:
        st.caption(f"Geen enkel {WERKPLEIN}.")
        return
    table = as_arrow(tables.vergelijking(beeld, codes)[["naam", "score", "score_vorig"]])
    show_whole(
        table.slice(choose_page(table, f"{key}-{alt}"), PER_PAGE),
        key=f"{key}_namen",
        alt=alt,
        whole=lambda: table,
        height="auto",
        columns={
            "naam": st.column_config.TextColumn(WERKPLEIN_KOP, width="medium"),
            "score": st.column_config.NumberColumn("Score", format="%d%%", width="small"),
            "score_vorig": st.column_config.NumberColumn(f"Vorig {TERTAAL}", format="%d%%", width="small"),
        },
    )


def take_segment(naam: str) -> None:
    """Put the clicked segment into the choice of `ask_names`; callback of the chart."""
    picked = st.session_state[f"{naam}_grafiek"].selection.get("segment") or []
    if picked:
        choose(naam, picked[0]["rij"], picked[0]["band"])


def take_cell(naam: str, rows: Sequence[str]) -> None:
    """Do the same for a clicked count; callback of the table. `rows`: the label of each row, in order."""
    for place, column in st.session_state[f"{naam}_tabel"].selection.cells:
        choose(naam, rows[place], column.removesuffix("_pct"))


def choose(naam: str, row: str, band: str) -> None:
    if band in BY_CODE:
        st.session_state[f"{naam}_rij"] = row
        st.session_state[f"{naam}_band"] = band


def show_table(shown: CountTable) -> None:
    """Show it with Dutch headings: count and share per band, and the average."""
    shares = {f"{band.code}_pct": st.column_config.NumberColumn("%", format="%d%%", width=50) for band in Band}
    counts = {band.code: st.column_config.NumberColumn(band.signed, width="small") for band in Band}
    headings = {column: st.column_config.TextColumn(title) for column, title in shown.columns.items()}
    average = {"gemiddelde": st.column_config.NumberColumn("Gemiddelde", format="%d%%", width="small")}
    numbers = {"aantal_werkpleinen": st.column_config.NumberColumn("n", width=50)}
    st.caption(f"Klik op een aantal om te zien welke {WERKPLEINEN} het zijn.")
    show_whole(
        shown.table,
        key=f"{shown.naam}_tabel",
        alt=f"{shown.title}: score per {shown.per}",
        height="content",
        columns=headings | numbers | average | counts | shares,
        on_select=lambda: take_cell(shown.naam, list(shown.row_titles)),
        selection_mode="single-cell",
    )
