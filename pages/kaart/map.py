"""The parts of the Landkaart: what to show, the map, and the same as a list."""

from dataclasses import replace

import streamlit as st

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import BY_CODE
from landkaart.domein.kaart import KaartKeuze
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.zoeken import row_by_slug
from landkaart.programma.namen import TERTAAL, WERKPLEIN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.explanation import freshness
from landkaart.rapport.kaart_figuur import fetching_outlines
from landkaart.rapport.row_names import row_in_sentence
from landkaart.web.serving import map_outlines
from pages.shared.cache import figures_change, kept
from pages.shared.choices import Choice
from pages.shared.markdown import escaped
from pages.shared.page_links import open_werkplein
from pages.shared.prepared_figuur import PreparedFiguur, prepared_figuur
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.shared.visit import keep_rows
from pages.shared.werkplein_table import choose_row

# Nothing asked; and which of the two kinds of regions a choice is about.
ALL, PROVINCIE, REGIO = "", "provincie:", "regio:"
WIDTH = 250


def ask_kaartkeuze(tertaal: Tertaal) -> KaartKeuze:
    """Ask what to draw, and of whom; every choice stands in the address."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        rij = Choice("Waarover", "rij", row_titles()).from_list(width=WIDTH)
        toon = Choice("Toon", "toon", {"band": "Band", "verandering": "Verandering"}).segment()
        with st.popover("Alleen een deel tonen", icon=":material/filter_alt:"):
            asked = ask_part(tertaal)
    asked |= {"rij": rij, "toon": toon}
    return KaartKeuze.read({name: value for name, value in asked.items() if value})


def ask_part(tertaal: Tertaal) -> dict[str, str]:
    """Ask of whom, by how each choice is called in an address."""
    gebied = Choice("Gebied", "gebied", regions(tertaal)).from_list(width=WIDTH)
    banden = {ALL: "Alle banden"} | {code: band.signed for code, band in BY_CODE.items()}
    band = Choice("Band", "band", banden).from_list(width=WIDTH)
    klassen = {ALL: "Alles"} | {klasse.value: klasse.label.capitalize() for klasse in Actualiteit}
    klasse = Choice("Actualiteit", "actualiteit", klassen).from_list(width=WIDTH)
    return {"band": band, "actualiteit": klasse} | region(gebied)


def row_titles() -> dict[str, str]:
    """Return what each row is called, by how it is called in an address."""
    return {slug: row_in_sentence(row)[0].upper() + row_in_sentence(row)[1:] for slug, row in row_by_slug().items()}


@kept(until=figures_change, most=30)
def regions(tertaal: Tertaal) -> dict[str, str]:
    """Return everywhere, then the provinces, then the arbeidsmarktregio's."""
    beeld = tertaalbeeld(tertaal)
    places = [place for code, place in beeld.werkpleinen.items() if code in beeld.ingediend_op]
    provincies = sorted({place.provincie for place in places})
    regios = sorted({place.arbeidsmarktregio for place in places})
    found = {ALL: "Heel Nederland"} | {PROVINCIE + naam: f"Provincie {naam}" for naam in provincies}
    return found | {REGIO + naam: f"Regio {naam}" for naam in regios}


def region(gebied: str) -> dict[str, str]:
    """Return the choice of an option of `regions`, by how it is called in an address."""
    kind, _, naam = gebied.partition(":")
    return {"provincie": {"provincie": naam}, "regio": {"arbeidsmarktregio": naam}}.get(kind, {})


def map_of(tertaal: Tertaal, keuze: KaartKeuze) -> PreparedFiguur:
    """Return the map, which fetches the outlines of the country by itself: they are the same for everybody."""
    found = prepared_figuur(tertaal, "landkaart", **keuze.asked)
    return replace(found, chart=fetching_outlines(found.chart, map_outlines.place()))


def lead(found: PreparedFiguur, keuze: KaartKeuze, beeld: Tertaalbeeld) -> str:
    """Say what is drawn, of how many, and of how many there is nothing to draw."""
    silent = found.table["band"].null_count
    n = dutch.werkpleinen(found.table.num_rows - silent)
    what = f"De verandering sinds vorig {TERTAAL}" if keuze.verandering else "De band"
    which = f": **{n}**{of_which(keuze)}, van de" if keuze.is_part else " van"
    said = f"{what} op {row_in_sentence(keuze.rij)}{which} {freshness(beeld)}."
    return said + (f" Van nog {dutch.werkpleinen(silent)} is er geen opgave." if silent else "")


def of_which(keuze: KaartKeuze) -> str:
    where = keuze.provincie or keuze.arbeidsmarktregio
    return f" in {escaped(where)}" if where else ""


def show_map(found: PreparedFiguur, tertaal: Tertaal) -> None:
    """Show the map; a click on a sign opens the werkplein."""
    keep_rows(found.table.num_rows, found.figuur.van or 0)
    picked = st.vega_lite_chart(
        found.chart, key="landkaart_grafiek", on_select="rerun", theme=None, alt=found.figuur.titel
    ).selection.get("werkplein")
    if picked:
        open_werkplein(picked[0]["code"], tertaal)


def show_list(found: PreparedFiguur, tertaal: Tertaal) -> None:
    """Show the same for whoever cannot click on a map; a row opens its werkplein."""
    chosen = choose_row(
        found.table,
        found.table["code"].to_pylist(),
        key="landkaart_lijst",
        alt=found.figuur.titel,
        height=640,
        column_order=("naam", "score", "band", "sinds_vorig"),
        columns={
            "naam": st.column_config.TextColumn(WERKPLEIN_KOP),
            "score": st.column_config.NumberColumn("Score", format="%d%%", width="small"),
            "band": st.column_config.TextColumn("Band"),
            "sinds_vorig": st.column_config.TextColumn("Sinds vorig"),
        },
    )
    if chosen is not None:
        open_werkplein(chosen, tertaal)
