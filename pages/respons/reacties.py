"""The list of the respons: what it is about, the werkpleinen in it, the file of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

import pyarrow as pa
import streamlit as st

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.respons import Klasse, Respons, ResponsKeuze, Stap
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.respons import screen_table
from pages.shared.arrow_tables import as_arrow
from pages.shared.cache import anything_changes, kept
from pages.shared.choices import Choice
from pages.shared.downloads import show_csv
from pages.shared.respons import respons
from pages.shared.show_table import show_table
from pages.shared.visit import keep_rows
from pages.shared.werkplein_table import PER_PAGE, choose_page, height_of

WIDTH = 260
# The choice of a step or a klasse, in the state of the session.
KLASSE = "respons_klasse"


@kept(until=anything_changes, most=60)
def chosen_reacties(tertaal: Tertaal, keuze: ResponsKeuze, today: date) -> tuple[dict[str, str], pa.Table]:
    """Return who fit a choice: naam by code, and the table, in the same order. `today`: from which days are counted."""
    found = respons(tertaal).among(keuze)
    table = as_arrow(screen_table(found, today))
    return {reactie.code: reactie.naam for reactie in found}, table


def ask_responskeuze(found: Respons, over: bool) -> ResponsKeuze:
    """Return what the list is about; kept in the address. `over`: nobody can answer any more."""
    with st.container(horizontal=True):
        return ResponsKeuze(
            klasse=ask("Hoe ver", KLASSE, klassen(found, over)),
            actualiteit=ask("Actualiteit", "respons_actualiteit", Actualiteit.labels()),
            provincie=ask("Provincie", "respons_provincie", regions(found, "provincie")),
            arbeidsmarktregio=ask("Arbeidsmarktregio", "respons_arbeidsmarktregio", regions(found, "arbeidsmarktregio")),
        )


def ask(label: str, name: str, options: Mapping[str, str]) -> str | None:
    return Choice(label, name, options, name).from_list_or_none("Alle", WIDTH)


def klassen(found: Respons, over: bool) -> dict[str, str]:
    """Return each step with its number and, where it has more than one, the klassen in it."""
    steps, classes = found.per_stap, found.per_klasse
    options: dict[str, str] = {}
    for stap in Stap:
        options[stap.value] = f"{stap.label_at(over)} ({dutch.count(steps[stap])})"
        if len(stap.klassen) > 1:
            options |= {klasse.value: indented(klasse, classes[klasse]) for klasse in stap.klassen}
    return options


def indented(klasse: Klasse, number: int) -> str:
    return f"– {klasse.label} ({dutch.count(number)})"


def regions(found: Respons, column: str) -> dict[str, str]:
    return {region: region for region in found.regions[column]}


def show_reacties(
    namen: Mapping[str, str], table: pa.Table, n: int, *, name: str, on_select: Callable[[str, Sequence[str]], None]
) -> None:
    """Show them, of `n` in all, a page at a time.

    `name`: of this choice of rows, so that a selection does not outlive it; `on_select`: callback of a chosen row, with
    the key of the table and the codes of its rows.
    """
    keep_rows(len(namen), n)
    st.markdown(f"**{dutch.werkpleinen(len(namen))}** van {dutch.count(n)}.")
    begin = choose_page(table, name)
    key, shown = f"{name}-{begin}", slice(begin, begin + PER_PAGE)
    show_table(
        table.slice(begin, PER_PAGE),
        key=key,
        alt=f"Respons per {WERKPLEIN}",
        whole=lambda: table,
        height=height_of(len(namen)),
        on_select=lambda: on_select(key, list(namen)[shown]),
        selection_mode="single-row",
        columns={
            "naam": st.column_config.TextColumn(WERKPLEIN_KOP, width=170),
            "klasse": st.column_config.TextColumn("Hoe ver", width=210),
            "namens": st.column_config.TextColumn(f"Namens het {WERKPLEIN}", width=190),
            "actualiteit": st.column_config.TextColumn("Actualiteit", width=190),
            "laatst": st.column_config.DateColumn("Laatste wijziging", format="DD-MM-YYYY", width=115),
            "dagen": st.column_config.NumberColumn("Dagen geleden", width=105),
            "contact": st.column_config.TextColumn("Contact", width=230),
            "herinnerd": st.column_config.DateColumn("Laatste herinnering", format="DD-MM-YYYY", width=125),
            "uitstel": st.column_config.TextColumn("Uitstel", width=150),
            "provincie": st.column_config.TextColumn("Provincie", width=120),
        },
    )


def name_of(tertaal: Tertaal, keuze: ResponsKeuze) -> str:
    """Name a choice of rows."""
    return f"respons-{tertaal}-{urlencode(keuze.asked)}"


def show_file(tertaal: Tertaal, keuze: ResponsKeuze) -> None:
    """Show the menu with the file of who fit the choice."""
    asked = {"tertaal": str(tertaal)} | dict(keuze.asked)
    show_csv({"/download/respons.csv": f"De {WERKPLEINEN} die aan uw keuzes voldoen"}, asked)
