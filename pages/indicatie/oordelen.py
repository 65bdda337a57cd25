"""The AKO's judgements over the country: the counts, the names behind them, and where they and the scores differ."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import streamlit as st

from db.engine import read_session
from db.queries.oordelen import oordelen as oordelen_in
from db.queries.tertaalbeeld import indicaties
from landkaart.domein.indicatie import TEGENSPRAAK, Indicatie
from landkaart.domein.oordelen import KLASSEN, per_klasse, without_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import dutch
from landkaart.rapport.explanation import freshness
from landkaart.rapport.oordelen import code_of, label_of, oordelen_figuur, oordelen_table, tegenspraken_table
from landkaart.rapport.tables import in_order
from pages.shared.address import from_address, to_address
from pages.shared.arrow_tables import as_arrow, ready
from pages.shared.beeld import Stempel, beeld_of, stempel
from pages.shared.figuur_downloads import show_save
from pages.shared.names import name_list
from pages.shared.remembered import remembered
from pages.shared.werkplein_table import show_coded

KEY, CHART = "indicatie-klasse", "indicatie-grafiek"
LABELS = {code_of(klasse): label_of(klasse) for klasse in KLASSEN}
YEAR = 3


@dataclass(frozen=True)
class Oordelen:
    """`codes` and `names` by the code of each klasse; `open_ones`: who was not judged yet, in alphabetical order."""

    beeld: Tertaalbeeld
    titel: str
    spec: dict
    counts: pa.Table
    codes: Mapping[str, list[str]]
    names: Mapping[str, pa.Table]
    disagreeing: pa.Table
    open_ones: list[str]


def oordelen(tertaal: Tertaal) -> Oordelen:
    return shaped(stempel(tertaal))


@remembered(30)
def shaped(stempel: Stempel) -> Oordelen:
    beeld = beeld_of(stempel)
    with read_session() as session:
        earlier = indicaties(session=session, tertaal=beeld.tertaal.before(YEAR))
        given = oordelen_in(session=session, tertaal=beeld.tertaal)
    figuur, klassen = oordelen_figuur(beeld), per_klasse(beeld)
    names = {code_of(klasse): as_arrow(oordelen_table(beeld, codes, given, earlier)) for klasse, codes in klassen.items()}
    return Oordelen(
        beeld=beeld,
        titel=figuur.titel,
        spec=ready(figuur.spec),
        counts=as_arrow(figuur.tabel),
        codes={code_of(klasse): codes for klasse, codes in klassen.items()},
        names=names,
        disagreeing=as_arrow(tegenspraken_table(beeld)),
        open_ones=in_order(beeld, klassen[None]),
    )


def lead(found: Oordelen) -> str:
    """How many are expected to make it, and what is left to judge."""
    if len(found.open_ones) == found.beeld.stand.n:
        return f"Het AKO heeft nog geen oordeel gegeven: {freshness(found.beeld)}."
    expected = dutch.werkpleinen(len(found.codes[Indicatie.DIT_JAAR.value]))
    said = f"Het AKO verwacht dat **{expected}** het dit jaar {'haalt' if expected.startswith('1 ') else 'halen'}. "
    left = len(found.open_ones)
    if left:
        return f"{said}Over **{dutch.count(left)}** is nog geen oordeel gegeven: {freshness(found.beeld)}."
    return f"{said}Over elk werkplein is een oordeel gegeven: {freshness(found.beeld)}."


def show_counts(found: Oordelen) -> None:
    """A bar or a choice opens the names behind it."""
    st.header("Hoeveel van elk")
    st.vega_lite_chart(found.spec, key=CHART, on_select=take_click, theme=None, alt=found.titel)
    show_save("indicaties", str(found.beeld.tertaal))
    with st.expander("De tellingen als tabel", on_change="rerun", key="indicatie-tabel-open") as opened:
        if opened.open:
            st.dataframe(found.counts, hide_index=True, alt=found.titel, height="content")
    from_address(KEY, LABELS, "oordeel")
    chosen = st.segmented_control(
        "Welke werkpleinen zijn het?",
        list(LABELS),
        format_func=lambda code: f"{LABELS[code]} ({dutch.count(len(found.codes[code]))})",
        key=KEY,
        wrap=True,
    )
    to_address("oordeel", chosen)
    if chosen and not found.codes[chosen]:
        st.caption("Geen enkel werkplein.")
    elif chosen:
        tertaal = found.beeld.tertaal
        alt = f"{LABELS[chosen]}, {tertaal}"
        show_coded(found.names[chosen], tertaal, key=f"indicatie-namen-{tertaal}-{chosen}", alt=alt)
    if left_out := without_stand(found.beeld):
        said = dutch.counted(len(left_out), "werkplein zonder stand telt", "werkpleinen zonder stand tellen")
        st.caption(f"Een oordeel over {said} hier niet mee: {name_list(found.beeld, left_out)}.")


def take_click() -> None:
    """Callback of the chart: the clicked bar fills the choice."""
    if picked := st.session_state[CHART].selection.get("klasse"):
        st.session_state[KEY] = picked[0]["code"]


def show_disagreeing(found: Oordelen) -> None:
    st.header("Waar oordeel en score uiteenlopen")
    st.markdown(TEGENSPRAAK)
    if not found.disagreeing.num_rows:
        st.info("Er is niemand: elk oordeel dat er is, past bij de score.")
        return
    alt = f"Waar oordeel en score uiteenlopen, {found.beeld.tertaal}"
    show_coded(found.disagreeing, found.beeld.tertaal, key=f"indicatie-tegenspraak-{found.beeld.tertaal}", alt=alt)
