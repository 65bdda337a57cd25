"""A figuur of a tertaal as a page shows it: prepared once, drawn, saved, read as a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import streamlit as st

from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import TERTAAL_KOP, WERKPLEIN_KOP
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.figuur_by_name import figuur
from landkaart.rapport.herkomst import OORDELEN
from pages.shared.arrow_tables import as_arrow, with_arrow
from pages.shared.cache import figures_change, kept
from pages.shared.downloads import show_save
from pages.shared.show_table import show_table as show_whole
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.shared.visit import show_judged

# Every column that such a figuur can have.
TITLES = {
    "naam": WERKPLEIN_KOP,
    "arbeidsmarktregio": "Arbeidsmarktregio",
    "score": "Score",
    "fase": "Fase",
    "mijlpaal": "Mijlpaal",
    "gestegen": "↑ Gestegen",
    "gedaald": "↓ Gedaald",
    "verschil": "Punten samen",
    "van": "Van",
    "verdwenen": "Verdwenen",
    "tertaal": TERTAAL_KOP,
    "periode": "Periode",
    "n_alle": "Alle: n",
    "gemiddelde_alle": "Alle: gemiddelde",
    "n_dezelfde": "Dezelfde: n",
    "gemiddelde_dezelfde": "Dezelfde: gemiddelde",
    "n_groep": "Groep: n",
    "gemiddelde_groep": "Groep: gemiddelde",
    "n_anderen": "Anderen: n",
    "gemiddelde_anderen": "Anderen: gemiddelde",
    "afstand": "Afstand in punten",
} | {band.code: band.signed for band in Band}


@dataclass(frozen=True)
class PreparedFiguur:
    """A figuur with all that travels to a browser."""

    figuur: Figuur
    chart: dict[str, object]
    table: pa.Table
    places: Mapping[str, int]  # On which row of `table` each werkplein stands, where its rows are werkpleinen.
    tertaal: Tertaal
    naam: str  # Together with `choices`: under which it can be had as a file.
    choices: Mapping[str, str]


def prepared_figuur(tertaal: Tertaal, naam: str, **choices: str) -> PreparedFiguur:
    """Return the one of this name; `choices` as they stand in an address.

    Raises KeyError as `figuur` does.
    """
    return prepare(tertaal, naam, tuple(sorted(choices.items())))


@kept(until=figures_change, most=200)
def prepare(tertaal: Tertaal, naam: str, choices: tuple[tuple[str, str], ...]) -> PreparedFiguur:
    """Return the same; whatever the order in which choices were made, they are one."""
    found = figuur(tertaalbeeld(tertaal), naam, dict(choices))
    codes = found.tabel.get("code", ())
    places = {code: place for place, code in enumerate(codes)}
    return PreparedFiguur(found, with_arrow(found.spec), as_arrow(found.tabel), places, tertaal, naam, dict(choices))


def show_chart_and_table(prepared: PreparedFiguur) -> None:
    """Show the chart and, when it is asked for, the table behind it."""
    show_chart(prepared)
    show_table(prepared)


def show_chart(prepared: PreparedFiguur, on_select: Callable[[], None] | None = None) -> None:
    """Show it with the way to save it; its key is `naam_grafiek`, for the callback of a click."""
    if prepared.figuur.levend == OORDELEN:
        show_judged()
    st.vega_lite_chart(
        prepared.chart,
        key=f"{prepared.naam}_grafiek",
        on_select=on_select or "ignore",
        theme=None,
        alt=prepared.figuur.titel,
    )
    show_save(prepared.naam, prepared.tertaal, prepared.choices)


def show_table(prepared: PreparedFiguur, titles: Mapping[str, str | None] = TITLES) -> None:
    """Show it when it is asked for. `titles`: what its columns are called, by column; None leaves a column out."""
    with st.expander("Als tabel", on_change="rerun", key=f"{prepared.naam}_open") as opened:
        if opened.open:
            show_shown(prepared, titles)


def show_shown(prepared: PreparedFiguur, titles: Mapping[str, str | None]) -> None:
    """Show its table, of which a copy has every page."""
    every_page = prepared.figuur.file_table
    show_whole(
        prepared.table, key=f"{prepared.naam}_tabel", alt=prepared.figuur.titel, columns=titles, whole=lambda: every_page
    )
