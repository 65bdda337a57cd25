"""A table of kengetallen with what it says, its small chart, its notes and its sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import streamlit as st

from landkaart.domein.kengetal import Kengetal
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch
from landkaart.rapport.kengetal_figuur import kengetal_figuur
from landkaart.rapport.kengetal_text import sentences
from landkaart.rapport.kengetallen import KengetalTabel
from pages.shared.arrow_tables import as_arrow, with_arrow
from pages.shared.cache import kept_for_good
from pages.shared.markdown import escaped
from pages.shared.show_table import show_table

MARK = "Het streepje bij een balk is de streefwaarde of de begroting."


@dataclass(frozen=True)
class PreparedTabel:
    """A table with all that travels to a browser; `chart` is None where there is nothing to draw."""

    table: pa.Table
    zinnen: Sequence[str]
    chart: Mapping[str, object] | None
    has_targets: bool


@kept_for_good(most=200)
def prepare(tabel: KengetalTabel) -> PreparedTabel:
    """Draw it and write its sentences; both follow from its figures alone."""
    figuur = kengetal_figuur(tabel)
    chart = None if figuur is None else with_arrow(figuur.spec)
    return PreparedTabel(as_arrow(tabel.table), sentences(tabel), chart, bool(figuur and figuur.met_doel))


def lead(found: Sequence[Kengetal], tertaal: Tertaal) -> str:
    """Say how many there are and of how many it is not known."""
    missing = sum(each.is_niet_beschikbaar for each in found)
    unknown = f", waarvan **{dutch.count(missing)}** niet beschikbaar (n.b.)" if missing else ""
    number = dutch.counted(len(found), "cijfer", "cijfers")
    tables = dutch.counted(len({each.tabel for each in found}), "tabel", "tabellen")
    return f"Bij het rapport over {tertaal} horen **{number}** in {tables}{unknown}, zoals de bronnen ze drukken."


def show_tabel(tabel: KengetalTabel) -> None:
    """Show it whole."""
    prepared, key = prepare(tabel), f"kengetal-{tabel.code}"
    st.subheader(escaped(tabel.titel))
    if prepared.zinnen:
        st.markdown("\n".join(f"- {escaped(zin)}" for zin in prepared.zinnen))
    right = {kop: st.column_config.TextColumn(kop, alignment="right") for kop in tabel.koppen}
    left = {kop: st.column_config.TextColumn(kop) for kop in tabel.first}
    show_table(prepared.table, key=key, alt=tabel.titel, columns=left | right, height="content")
    if prepared.chart:
        st.vega_lite_chart(prepared.chart, key=f"{key}-grafiek", theme=None, alt=f"Grafiek: {tabel.titel}")
        if prepared.has_targets:
            st.caption(MARK)
    show_notes(tabel)


def show_notes(tabel: KengetalTabel) -> None:
    source = [f"Bron: {'; '.join(tabel.bronnen)}."] if tabel.bronnen else []
    if lines := [*tabel.noten, *source]:
        st.caption("  \n".join(map(escaped, lines)))
