"""The national figures, counted once per state of the database and kept for whoever asks next."""

from dataclasses import dataclass

import pyarrow as pa
import streamlit as st

from landkaart.domein.catalogus import catalogus
from landkaart.domein.stand import TOTAAL, shown
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import charts, tables
from landkaart.rapport.momentopname import gewijzigd
from pages.parts.beeld import Stempel, beeld_of, stempel


@dataclass(frozen=True)
class Landelijk:
    """Everything the page shows; `*_titles` name the rows of a table by the label of the row.

    `moved_table`: who moved on after the closing; None when nobody did.
    """

    beeld: Tertaalbeeld
    fase_titles: dict[str, str]
    fase_chart: dict
    fase_table: pa.Table
    mijlpaal_titles: dict[str, str]
    mijlpaal_chart: dict
    mijlpaal_table: pa.Table
    history_chart: dict
    history_table: pa.Table
    moved_table: pa.Table | None


def landelijk(tertaal: Tertaal) -> Landelijk:
    return shaped(stempel(tertaal))


@st.cache_resource(max_entries=30, show_spinner=False)
def shaped(stempel: Stempel) -> Landelijk:
    return shape(beeld_of(stempel))


def shape(beeld: Tertaalbeeld) -> Landelijk:
    stand = beeld.stand
    fase_titles = {TOTAAL: tables.TOTAL_ROW} | {fase.naam: fase.naam for fase in catalogus().fasen}
    mijlpaal_titles = {mijlpaal.code: mijlpaal.titel for mijlpaal in catalogus().mijlpalen}
    headings = {fase.mijlpalen[0].code: fase.naam for fase in catalogus().fasen}
    averages = [shown(beeld.stands[tertaal].average()) for tertaal in beeld.geschiedenis]
    return Landelijk(
        beeld=beeld,
        fase_titles=fase_titles,
        fase_chart=ready(charts.bars(stand.totaal_and_fasen(), fase_titles)) if stand.n else {},
        fase_table=pa.Table.from_pandas(tables.table2(stand), preserve_index=False),
        mijlpaal_titles=mijlpaal_titles,
        mijlpaal_chart=ready(charts.bars(stand.per_mijlpaal(), mijlpaal_titles, headings)) if stand.n else {},
        mijlpaal_table=pa.Table.from_pandas(tables.table3(stand), preserve_index=False),
        history_chart=ready(charts.line([str(tertaal) for tertaal in beeld.geschiedenis], averages)),
        history_table=pa.Table.from_pandas(tables.table4(beeld), preserve_index=False),
        moved_table=pa.Table.from_pandas(gewijzigd(beeld), preserve_index=False) if beeld.gewijzigd else None,
    )


def ready(spec: dict) -> dict:
    """With its data as they travel: turned over once, not at each rerun."""
    return spec | {"datasets": {name: pa.Table.from_pylist(rows) for name, rows in spec["datasets"].items()}}
