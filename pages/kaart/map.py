"""The parts of the Landkaart: what to show, the map, and the same as a list."""

from dataclasses import replace

import streamlit as st

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import BY_CODE
from landkaart.domein.kaart import KaartKeuze
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.zoeken import row_by_slug
from landkaart.rapport import dutch
from landkaart.rapport.explanation import freshness
from landkaart.rapport.kaart_figuur import fetching_outlines
from landkaart.rapport.row_names import row_in_sentence
from landkaart.web.serving import map_outlines
from pages.shared.beeld import Stempel, beeld_of
from pages.shared.choices import ask, ask_long
from pages.shared.markdown import escaped
from pages.shared.page_links import open_werkplein
from pages.shared.remembered import remembered
from pages.shared.vergelijken import Kept, kept

# Nothing asked; and which of the two kinds of regions a choice is about.
ALL, PROVINCIE, REGIO = "", "provincie:", "regio:"
WIDTH = 250


def ask_keuze(stempel: Stempel) -> KaartKeuze:
    """Every choice stands in the address."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        rij = ask_long("Waarover", "rij", row_titles(), width=WIDTH)
        toon = ask("Toon", "toon", {"band": "Band", "verandering": "Verandering"})
        with st.popover("Alleen een deel tonen", icon=":material/filter_alt:"):
            asked = ask_part(stempel)
    asked |= {"rij": rij, "toon": toon}
    return KaartKeuze.read({name: value for name, value in asked.items() if value})


def ask_part(stempel: Stempel) -> dict[str, str]:
    gebied = ask_long("Gebied", "gebied", regions(stempel), width=WIDTH)
    banden = {ALL: "Alle banden"} | {code: band.signed for code, band in BY_CODE.items()}
    band = ask_long("Band", "band", banden, width=WIDTH)
    klassen = {ALL: "Alles"} | {klasse.value: klasse.label.capitalize() for klasse in Actualiteit}
    klasse = ask_long("Actualiteit", "actualiteit", klassen, width=WIDTH)
    return {"band": band, "actualiteit": klasse} | region(gebied)


def row_titles() -> dict[str, str]:
    """By how each row is called in an address."""
    return {slug: row_in_sentence(row)[0].upper() + row_in_sentence(row)[1:] for slug, row in row_by_slug().items()}


@remembered(30)
def regions(stempel: Stempel) -> dict[str, str]:
    """Everywhere, then the provinces, then the arbeidsmarktregio's."""
    places = [place for code, place in beeld_of(stempel).werkpleinen.items() if code in beeld_of(stempel).ingediend_op]
    provincies = sorted({place.provincie for place in places})
    regios = sorted({place.arbeidsmarktregio for place in places})
    found = {ALL: "Heel Nederland"} | {PROVINCIE + naam: f"Provincie {naam}" for naam in provincies}
    return found | {REGIO + naam: f"Regio {naam}" for naam in regios}


def region(gebied: str) -> dict[str, str]:
    kind, _, naam = gebied.partition(":")
    return {"provincie": {"provincie": naam}, "regio": {"arbeidsmarktregio": naam}}.get(kind, {})


def map_of(stempel: Stempel, keuze: KaartKeuze) -> Kept:
    found = kept(stempel, "landkaart", **keuze.asked)
    return replace(found, chart=fetching_outlines(found.chart, map_outlines.place()))


def lead(found: Kept, keuze: KaartKeuze, beeld: Tertaalbeeld) -> str:
    """What is drawn, of how many, and of how many there is nothing to draw."""
    silent = found.table["band"].null_count
    n = dutch.werkpleinen(found.table.num_rows - silent)
    what = "De verandering sinds vorig tertaal" if keuze.verandering else "De band"
    which = f": **{n}**{of_which(keuze)}, van de" if keuze.is_part else " van"
    said = f"{what} op {row_in_sentence(keuze.rij)}{which} {freshness(beeld)}."
    return said + (f" Van nog {dutch.werkpleinen(silent)} is er geen opgave." if silent else "")


def of_which(keuze: KaartKeuze) -> str:
    where = keuze.provincie or keuze.arbeidsmarktregio
    return f" in {escaped(where)}" if where else ""


def show_map(found: Kept, tertaal: Tertaal) -> None:
    """A click on a sign opens the werkplein; the list beside it does the same for whoever cannot click."""
    picked = st.vega_lite_chart(
        found.chart, key="landkaart_grafiek", on_select="rerun", theme=None, alt=found.figuur.titel
    ).selection.get("werkplein")
    if picked:
        open_werkplein(picked[0]["code"], tertaal)


def show_list(found: Kept, tertaal: Tertaal) -> None:
    picked = st.dataframe(
        found.table,
        key="landkaart_lijst",
        hide_index=True,
        alt=found.figuur.titel,
        placeholder=dutch.DASH,
        height=640,
        column_order=("naam", "score", "band", "sinds_vorig"),
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "naam": st.column_config.TextColumn("Werkplein"),
            "score": st.column_config.NumberColumn("Score", format="%d%%", width="small"),
            "band": st.column_config.TextColumn("Band"),
            "sinds_vorig": st.column_config.TextColumn("Sinds vorig"),
        },
    )
    for row in picked.selection.rows:
        if row < found.table.num_rows:
            open_werkplein(found.table["code"][row].as_py(), tertaal)
