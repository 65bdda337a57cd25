"""The parts of Alle werkpleinen: what to show and in which order, which page of it, the way to one werkplein."""

from collections.abc import Mapping

import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport.heatmap_figuur import PER_PAGE, Toon, Volgorde, region_of, regions
from landkaart.rapport.row_names import mijlpaal_titles
from pages.shared.address import asked_one, to_address
from pages.shared.cache import figures_change, kept
from pages.shared.choices import Choice
from pages.shared.downloads import csv_lines, show_all_tables, show_compared_tables, show_save
from pages.shared.lists import one_from_list
from pages.shared.page_links import open_werkplein
from pages.shared.passed_over import PassedOver, pass_over
from pages.shared.prepared_figuur import TITLES, PreparedFiguur, prepared_figuur, show_table
from pages.shared.show_table import keep_table
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.shared.visit import keep_rows

EVERYWHERE = ""
COLUMNS = TITLES | {"code": None, "verschil": "Verschil"} | mijlpaal_titles()


def choose_rows(tertaal: Tertaal, met: Tertaal | None) -> PreparedFiguur:
    """Return the rows that are asked for. Every choice stands in the address; another one begins at the first page."""
    numbers = per_region(tertaal)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        toon = Choice("Toon", "toon", {Toon.BAND.value: "Band", Toon.VERANDERING.value: "Verandering"}).segment()
        volgorde = Choice("Volgorde", "volgorde", Volgorde.labels()).from_list()
        options = {EVERYWHERE: "Heel het land"} | {regio: regio for regio in numbers if regio != EVERYWHERE}
        regio = Choice("Arbeidsmarktregio", "regio", options).from_list()
    blad = choose_page(-(-numbers[regio] // PER_PAGE), f"{tertaal}-{met}-{volgorde}-{regio}")
    choices = {"met": met and str(met), "toon": toon, "volgorde": volgorde, "regio": regio, "blad": str(blad)}
    return prepared_figuur(tertaal, "heatmap", **{name: value for name, value in choices.items() if value})


@kept(until=figures_change, most=30)
def per_region(tertaal: Tertaal) -> dict[str, int]:
    """Return how many werkpleinen have a stand, everywhere and in each arbeidsmarktregio."""
    beeld = tertaalbeeld(tertaal)
    numbers = dict.fromkeys(regions(beeld), 0)
    for code in beeld.stand.bands.index:
        numbers[region_of(beeld, code)] += 1
    return {EVERYWHERE: beeld.stand.n} | numbers


def choose_page(pages: int, of: str) -> int:
    """Return the number of the page, from 1; in the address is that of the first visit. `of`: what is paged through."""
    if st.session_state.setdefault("blad_van", of) != of:
        st.session_state["blad_van"] = of
        st.session_state["blad"] = 1
    numbers = {str(number): number for number in range(1, max(pages, 1) + 1)}
    wanted = asked_one("blad", "blad", {number: text for text, number in numbers.items()})
    if wanted and "blad" not in st.session_state:
        st.session_state["blad"] = numbers.get(wanted, 1)
        if wanted not in numbers:
            pass_over(PassedOver("blad", wanted, "blad", {}))
    chosen = st.pagination(pages, key="blad", persist_state="session") if pages > 1 else 1
    to_address("blad", str(chosen) if chosen > 1 else None)
    return chosen


def show_heatmap(prepared: PreparedFiguur) -> None:
    """Show the rows. A click on a cell opens the werkplein, and so does choosing its name."""
    picked = st.vega_lite_chart(
        prepared.chart, key="heatmap_grafiek", on_select="rerun", theme=None, alt=prepared.figuur.titel
    ).selection.get("cel")
    # One page of rows is on the screen; a print has them all.
    keep_rows(len(prepared.figuur.file_table), prepared.figuur.van or 0)
    keep_table("heatmap_grafiek", prepared.figuur.titel, COLUMNS, lambda: prepared.figuur.file_table)
    namen = dict(zip(prepared.figuur.tabel["code"], prepared.figuur.tabel["naam"], strict=True))
    chosen: str | None = picked[0]["code"] if picked else choose_name(namen)
    if chosen and chosen in namen:
        open_werkplein(chosen)
    show_save(prepared.naam, prepared.tertaal, prepared.choices)
    show_table(prepared, COLUMNS)


def show_files(beeld: Tertaalbeeld, met: Tertaal | None, rows: PreparedFiguur) -> None:
    """Show the menu: the rows that are asked for, of all pages, and the tables of the whole tertaal."""
    if met is None:
        show_all_tables(beeld)
        return
    path = f"/figuur/{rows.tertaal}/{rows.naam}.csv"
    every_page = {name: value for name, value in rows.choices.items() if name != "blad"}
    show_compared_tables(beeld, met, csv_lines({path: "Alle rijen, van elk blad"}, every_page))


def choose_name(namen: Mapping[str, str]) -> str | None:
    """Return the code of the one to open; not in the address, which would open it again and again. `namen`: by code."""
    chosen: str | None = one_from_list(
        f"Open een {WERKPLEIN}", namen, "heatmap_naam", placeholder="Kies een naam", width=400
    )
    return chosen
