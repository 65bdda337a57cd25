"""The parts of Alle werkpleinen: what to show and in which order, which page of it, the way to one werkplein."""

import streamlit as st

from landkaart.domein.catalogus import catalogus
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.heatmap_figuur import PER_PAGE, Toon, Volgorde, region_of, regions
from pages.shared.address import to_address
from pages.shared.beeld import Stempel, beeld_of
from pages.shared.choices import ask, ask_long, ask_maybe
from pages.shared.figuur_downloads import show_save
from pages.shared.page_links import open_werkplein
from pages.shared.remembered import remembered
from pages.shared.vergelijken import TITLES, Kept, kept, show_table

EVERYWHERE = ""
COLUMNS = (
    TITLES | {"code": None, "verschil": "Verschil"} | {mijlpaal.code: mijlpaal.titel for mijlpaal in catalogus().mijlpalen}
)


def choose_rows(stempel: Stempel, met: Tertaal | None) -> Kept:
    """Every choice stands in the address; another choice begins again at the first page."""
    numbers = per_region(stempel)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        toon = ask("Toon", "toon", {Toon.BAND.value: "Band", Toon.VERANDERING.value: "Verandering"})
        volgorde = ask_long("Volgorde", "volgorde", Volgorde.labels(), width=300)
        options = {EVERYWHERE: "Heel het land"} | {regio: regio for regio in numbers if regio != EVERYWHERE}
        regio = ask_long("Arbeidsmarktregio", "regio", options, width=300)
    blad = choose_page(-(-numbers[regio] // PER_PAGE), f"{stempel.tertaal}-{met}-{volgorde}-{regio}")
    asked = {"met": met and str(met), "toon": toon, "volgorde": volgorde, "regio": regio, "blad": str(blad)}
    return kept(stempel, "heatmap", **{name: value for name, value in asked.items() if value})


@remembered(30)
def per_region(stempel: Stempel) -> dict[str, int]:
    """How many werkpleinen have a stand, everywhere and in each arbeidsmarktregio."""
    beeld = beeld_of(stempel)
    numbers = dict.fromkeys(regions(beeld), 0)
    for code in beeld.stand.bands.index:
        numbers[region_of(beeld, code)] += 1
    return {EVERYWHERE: beeld.stand.n} | numbers


def choose_page(pages: int, of: str) -> int:
    """`of`: what is paged through; the page in the address is that of the first visit."""
    if st.session_state.setdefault("blad_van", of) != of:
        st.session_state["blad_van"] = of
        st.session_state["blad"] = 1
    wanted = st.query_params.get("blad", "")
    if "blad" not in st.session_state and wanted in map(str, range(1, pages + 1)):
        st.session_state["blad"] = int(wanted)
    chosen = st.pagination(pages, key="blad", persist_state="session") if pages > 1 else 1
    to_address("blad", str(chosen) if chosen > 1 else None)
    return chosen


def show_heatmap(figure: Kept) -> None:
    """A click on a cell opens the werkplein, and so does choosing its name."""
    picked = st.vega_lite_chart(
        figure.chart, key="heatmap_grafiek", on_select="rerun", theme=None, alt=figure.figuur.titel
    ).selection.get("cel")
    names = dict(zip(figure.figuur.tabel["code"], figure.figuur.tabel["naam"], strict=True))
    chosen = picked[0]["code"] if picked else ask_maybe("Open een werkplein", "heatmap_naam", names, "Kies een naam")
    if chosen in names:
        open_werkplein(chosen)
    tertaal, asked, params = figure.asked
    show_save(asked, tertaal, **params)
    show_table(figure, "heatmap", COLUMNS)
