"""The parts of the respons: kept per state of the log, counted at the top, chosen from, listed."""

from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urlencode

import pyarrow as pa
import streamlit as st

from db.engine import read_session
from db.queries.respons import respons
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.respons import Klasse, Respons, ResponsKeuze, Stap
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch
from landkaart.rapport.respons import screen_table
from pages.shared.address import from_address, to_address
from pages.shared.arrow_tables import as_arrow
from pages.shared.beeld import Laatste
from pages.shared.remembered import remembered
from pages.shared.werkplein_table import PER_PAGE, choose_page

WIDTH = 260
CHOICE = "respons_klasse"


@remembered(10, saying="De respons wordt geteld…")
def respons_of(laatste: Laatste, tertaal: Tertaal) -> Respons:
    with read_session() as session:
        return respons(session=session, tertaal=tertaal)


@remembered(60)
def rows_of(laatste: Laatste, tertaal: Tertaal, keuze: ResponsKeuze, today: date) -> tuple[dict[str, str], pa.Table]:
    """Of what was chosen: naam by code, and the table, in the same order."""
    found = respons_of(laatste, tertaal).among(keuze)
    table = as_arrow(screen_table(found, today))
    return {reactie.code: reactie.naam for reactie in found}, table


def show_steps(found: Respons) -> None:
    """Who is where; together they are all, and it says so. Each chooses its own names."""
    numbers = found.per_stap
    with st.grid(len(numbers)):
        for stap, number in numbers.items():
            with st.container(border=True, height="stretch"):
                st.metric(stap.label, dutch.count(number))
                key = f"respons-{stap.value}"
                st.button("Welke?", key=key, type="tertiary", icon=":material/group:", on_click=choose, args=(stap,))
    added = " + ".join(map(dutch.count, numbers.values()))
    fresh = "; ".join(f"**{dutch.count(number)}** {kind.label}" for kind, number in found.per_actualiteit.items())
    st.markdown(
        f"Samen {added} = **{dutch.werkpleinen(found.n)}**: alle die open zijn als de uitvraag "
        f"sluit.  \nActualiteit van waar ze nu op staan: {fresh}."
    )


def choose(stap: Stap) -> None:
    st.session_state[CHOICE] = stap.value


def ask_keuze(found: Respons) -> ResponsKeuze:
    """What the list is about; kept in the address."""
    with st.container(horizontal=True):
        return ResponsKeuze(
            klasse=ask("Hoe ver", "klasse", klassen(found)),
            actualiteit=ask("Actualiteit", "actualiteit", Actualiteit.labels()),
            provincie=ask("Provincie", "provincie", regions(found, "provincie")),
            arbeidsmarktregio=ask("Arbeidsmarktregio", "arbeidsmarktregio", regions(found, "arbeidsmarktregio")),
        )


def klassen(found: Respons) -> dict[str, str]:
    """Each step with its number and, where it has more than one, the classes in it."""
    steps, classes, options = found.per_stap, found.per_klasse, {}
    for stap in Stap:
        options[stap.value] = f"{stap.label} ({dutch.count(steps[stap])})"
        if len(stap.klassen) > 1:
            options |= {klasse.value: indented(klasse, classes[klasse]) for klasse in stap.klassen}
    return options


def indented(klasse: Klasse, number: int) -> str:
    return f"– {klasse.label} ({dutch.count(number)})"


def regions(found: Respons, column: str) -> dict[str, str]:
    return {region: region for region in found.regions[column]}


def ask(label: str, name: str, options: Mapping[str, str]) -> str | None:
    """`options`: what readers see, by what is asked for."""
    key = f"respons_{name}"
    from_address(key, options)
    if st.session_state.get(key) not in (None, *options):
        del st.session_state[key]
    chosen = st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda value: options.get(value, value),
        placeholder="Alle",
        key=key,
        persist_state="session",
        width=WIDTH,
    )
    to_address(key, chosen)
    return chosen


def show_rows(
    namen: Mapping[str, str], table: pa.Table, n: int, *, name: str, on_select: Callable[[str, list[str]], None]
) -> None:
    """`name`: of this choice of rows, so that a selection does not outlive it; `on_select`: callback of a chosen row, with
    the key of the table and the codes of its rows.
    """
    st.markdown(f"**{dutch.werkpleinen(len(namen))}** van {dutch.count(n)}.")
    begin = choose_page(table, name)
    key, shown = f"{name}-{begin}", slice(begin, begin + PER_PAGE)
    st.dataframe(
        table.slice(begin, PER_PAGE),
        key=key,
        hide_index=True,
        alt="Respons per werkplein",
        placeholder=dutch.DASH,
        height=460 if len(namen) > 12 else "content",
        on_select=lambda: on_select(key, list(namen)[shown]),
        selection_mode="single-row",
        column_config={
            "naam": st.column_config.TextColumn("Werkplein", width=170),
            "klasse": st.column_config.TextColumn("Hoe ver", width=210),
            "actualiteit": st.column_config.TextColumn("Actualiteit", width=190),
            "laatst": st.column_config.DateColumn("Laatste wijziging", format="DD-MM-YYYY", width=115),
            "dagen": st.column_config.NumberColumn("Dagen geleden", width=105),
            "contact": st.column_config.TextColumn("Contact", width=230),
            "herinnerd": st.column_config.DateColumn("Laatste herinnering", format="DD-MM-YYYY", width=125),
            "uitstel": st.column_config.TextColumn("Uitstel", width=150),
            "provincie": st.column_config.TextColumn("Provincie", width=120),
        },
    )


def show_downloads(tertaal: Tertaal, keuze: ResponsKeuze) -> None:
    def link(**more: str) -> str:
        return f"/download/respons.csv?{urlencode({'tertaal': str(tertaal)} | keuze.asked | more)}"

    with st.popover("Downloaden", icon=":material/download:"):
        st.markdown(
            "De werkpleinen die aan uw keuzes voldoen, als CSV, voor Excel (puntkomma) of voor een programma (komma):\n"
            f"- [Excel]({link(scheiding='puntkomma')})\n- [komma]({link()})"
        )
