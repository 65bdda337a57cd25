"""All that the page of prognoses shows, made once per state of the database."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import streamlit as st

from db.engine import read_session
from db.queries.prognoses import prognoses as kept_prognoses
from landkaart.domein.proef import Terugblik, proef, terugblik
from landkaart.domein.prognose import prognoses
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import dutch, prognose, prognose_text
from landkaart.rapport.prognose_figuur import groen_per_tertaal
from pages.shared.address import from_address, to_address
from pages.shared.arrow_tables import as_arrow, ready
from pages.shared.beeld import Stempel, beeld_of, stempel
from pages.shared.remembered import remembered
from pages.shared.werkplein_table import show_werkpleinen

SHOWN = {
    "alle": "Alle",
    "dit_jaar": "Haalt het dit jaar",
    "volgend_jaar": "Haalt het volgend jaar",
    "niet": "Later of niet",
    "anders": "Anders dan de AKO-indicatie",
}


@dataclass(frozen=True)
class Vooruitblik:
    """`rows`: the tables to choose from, by a key of SHOWN, each with the codes of its rows.

    `computed`: whether anybody has a pace; without it there is nothing to show. `told`: the last prognoses that can be
    looked back on, those of `told_in`.
    """

    beeld: Tertaalbeeld
    computed: bool
    lead: str
    figures: tuple[tuple[str, str], ...]
    titel: str
    chart: dict
    chart_table: pa.Table
    rows: Mapping[str, tuple[pa.Table, list[str]]]
    proof: list[str]
    looked_back: pa.Table
    told: pa.Table | None
    told_in: Tertaal | None


def vooruitblik(tertaal: Tertaal) -> Vooruitblik:
    return shaped(stempel(tertaal))


@remembered(30)
def shaped(stempel: Stempel) -> Vooruitblik:
    return shape(beeld_of(stempel))


def shape(beeld: Tertaalbeeld) -> Vooruitblik:
    found, stands, backs = prognoses(beeld), prognose.closed_stands(beeld), looked_back(beeld)
    figuur = groen_per_tertaal(beeld, found)
    return Vooruitblik(
        beeld=beeld,
        computed=bool(found.per_werkplein["helling"].notna().any()),
        lead=prognose_text.lead_sentence(found),
        figures=prognose_text.key_figures(found),
        titel=figuur.titel,
        chart=ready(figuur.spec),
        chart_table=as_arrow(figuur.tabel),
        rows=choices(prognose.prognose_table(beeld, found)),
        proof=prognose_text.proof_sentences([proef(stands, vooruit) for vooruit in (1, 2)]),
        looked_back=as_arrow(prognose.terugblik_table(backs)),
        told=as_arrow(prognose.terugblik_per_werkplein(beeld, backs[-1])) if backs else None,
        told_in=backs[-1].tertaal if backs else None,
    )


def looked_back(beeld: Tertaalbeeld) -> list[Terugblik]:
    """Each tertaal of which a prognose can be laid beside the next, oldest first."""
    stands = prognose.closed_stands(beeld)
    with read_session() as session:
        kept = {tertaal: kept_prognoses(session=session, tertaal=tertaal) for tertaal in stands}
    found = [terugblik(stands, tertaal, kept[tertaal]) for tertaal in stands if tertaal.after() in stands]
    return [back for back in found if back.n]


def choices(table: pd.DataFrame) -> dict[str, tuple[pa.Table, list[str]]]:
    """For each key of SHOWN what there is to see, and the codes of its rows."""
    screen = prognose.screen_table(table)
    different = screen["naast_elkaar"].isin([prognose.SOONER, prognose.LATER])
    masks = {"alle": screen.index >= 0, "anders": different}
    masks |= {key: table["volgens_tempo"].eq(key) for key in SHOWN if key not in masks}
    return {key: (as_arrow(screen[masks[key]]), table["code"][masks[key]].to_list()) for key in SHOWN}


def choose_rows(found: Vooruitblik) -> str:
    """Which werkpleinen to show, a key of SHOWN; with how many there are. Kept in the address."""
    from_address("toon", SHOWN)
    st.session_state.setdefault("toon", "alle")
    chosen = st.segmented_control(
        "Toon",
        list(SHOWN),
        format_func=lambda key: f"{SHOWN[key]} ({dutch.count(len(found.rows[key][1]))})",
        key="toon",
        required=True,
    )
    to_address("toon", chosen)
    return chosen


def show_rows(found: Vooruitblik, chosen: str) -> None:
    (table, codes), tertaal = found.rows[chosen], found.beeld.tertaal
    name, key = f"De prognose per werkplein: {SHOWN[chosen]}", f"prognose-{tertaal}-{chosen}"
    show_werkpleinen(table, codes, tertaal, key=key, alt=name, columns=columns())


def columns() -> dict[str, object]:
    text, number = st.column_config.TextColumn, st.column_config.NumberColumn
    return {
        "naam": text("Werkplein", width=190),
        "score": number("Score", format="%d%%", width=70),
        "tempo": number("Tempo", format="localized", width=80, help="Punten per tertaal, over de laatste zes tertalen."),
        "wanneer": text("Op 100% in", width=130),
        "marge": text("Marge", width=190, help="Bij het trage en bij het snelle eind van het eigen tempo."),
        "ako_indicatie": text("AKO-indicatie", width=160),
        "naast_elkaar": text("Naast elkaar", width=180),
    }


def show_looked_back(found: Vooruitblik) -> None:
    number = st.column_config.NumberColumn
    st.dataframe(
        found.looked_back,
        hide_index=True,
        alt="Eerdere prognoses naast wat er kwam",
        placeholder=dutch.DASH,
        width="content",
        column_config={
            "tertaal": st.column_config.TextColumn("Prognose van", width=110),
            "aantal": number("Werkpleinen", width=110),
            "afwijking": number("Gemiddeld ernaast, in punten", format="localized", width=210),
            "binnen_marge": number("Binnen de marge", format="%d%%", width=130),
        },
    )


def show_told(found: Vooruitblik) -> None:
    number = st.column_config.NumberColumn
    st.dataframe(
        found.told,
        hide_index=True,
        alt=f"De prognose van {found.told_in} naast wat er kwam, per werkplein",
        placeholder=dutch.DASH,
        width="content",
        column_config={
            "naam": st.column_config.TextColumn("Werkplein", width=220),
            "verwacht": number(f"Verwacht voor {found.told_in.after()}", format="%d%%", width=170),
            "gekomen": number("Gekomen", format="%d%%", width=100),
            "verschil": number("Verschil", format="%+d", width=90),
        },
    )
