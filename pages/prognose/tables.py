"""The tables of the page of prognoses: each werkplein, and how right earlier prognoses were."""

from typing import Any

import streamlit as st

from landkaart.programma.namen import AKO, TERTAAL, TERTALEN, WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.prognose import SHOWN
from pages.prognose.prepared import Told, Vooruitblik
from pages.shared.choices import Choice
from pages.shared.show_table import show_table
from pages.shared.visit import keep_rows
from pages.shared.werkplein_table import PER_PAGE, choose_page, show_werkpleinen


def choose_rows(found: Vooruitblik) -> str:
    """Return which werkpleinen to show, a key of SHOWN; it says how many there are of each. Kept in the address."""
    options = {key: f"{title} ({dutch.count(found.rows[key].num_rows)})" for key, title in SHOWN.items()}
    return Choice("Toon", "toon", options, "toon").segment()


def show_rows(found: Vooruitblik, chosen: str) -> None:
    """Show them; a row opens its werkplein."""
    tertaal = found.beeld.tertaal
    keep_rows(found.rows[chosen].num_rows, found.rows["alle"].num_rows)
    alt, key = f"De prognose per {WERKPLEIN}: {SHOWN[chosen]}", f"prognose-{tertaal}-{chosen}"
    show_werkpleinen(found.rows[chosen], tertaal, key=key, alt=alt, columns=columns())


def columns() -> dict[str, Any]:
    text, number = st.column_config.TextColumn, st.column_config.NumberColumn
    return {
        "naam": text(WERKPLEIN_KOP, width=190),
        "score": number("Score", format="%d%%", width=70),
        "tempo": number(
            "Tempo", format="localized", width=80, help=f"Punten per {TERTAAL}, over de laatste zes {TERTALEN}."
        ),
        "wanneer": text("Op 100% in", width=130),
        "marge": text("Marge", width=190, help="Bij het trage en bij het snelle eind van het eigen tempo."),
        "ako_indicatie": text(f"{AKO}-indicatie", width=160),
        "naast_elkaar": text("Naast elkaar", width=180),
    }


def show_looked_back(found: Vooruitblik) -> None:
    """Show, per tertaal, how near its prognoses came."""
    number = st.column_config.NumberColumn
    show_table(
        found.looked_back,
        key="terugblik_tabel",
        alt="Eerdere prognoses naast wat er kwam",
        width="content",
        columns={
            "tertaal": st.column_config.TextColumn("Prognose van", width=110),
            "aantal": number(WERKPLEINEN_KOP, width=110),
            "afwijking": number("Gemiddeld ernaast, in punten", format="localized", width=210),
            "binnen_marge": number("Binnen de marge", format="%d%%", width=130),
        },
    )


def show_told(told: Told) -> None:
    """Show the last of them per werkplein."""
    number = st.column_config.NumberColumn
    key = "terugblik_werkpleinen"
    show_table(
        told.table.slice(choose_page(told.table, key), PER_PAGE),
        key=key,
        whole=lambda: told.table,
        alt=f"De prognose van {told.tertaal} naast wat er kwam, per {WERKPLEIN}",
        width="content",
        columns={
            "naam": st.column_config.TextColumn(WERKPLEIN_KOP, width=220),
            "verwacht": number(f"Verwacht voor {told.tertaal.after()}", format="%d%%", width=170),
            "gekomen": number("Gekomen", format="%d%%", width=100),
            "verschil": number("Verschil", format="%+d", width=90),
        },
    )
