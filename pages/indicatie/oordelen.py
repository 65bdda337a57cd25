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
from landkaart.programma.namen import AKO, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.explanation import judged_freshness
from landkaart.rapport.oordelen import code_of, label_of, oordelen_figuur, oordelen_table, tegenspraken_table
from landkaart.rapport.tables import in_order
from pages.shared.arrow_tables import as_arrow, with_arrow
from pages.shared.cache import figures_change, kept
from pages.shared.choices import Choice, take_click
from pages.shared.downloads import show_save
from pages.shared.show_table import show_names, show_table
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.shared.werkplein_table import show_werkpleinen

KEY, CHART = "indicatie-klasse", "indicatie-grafiek"
LABELS = {code_of(klasse): label_of(klasse) for klasse in KLASSEN}
YEAR = 3


@dataclass(frozen=True)
class Oordelen:
    """The judgements over one tertaal, with finished charts and tables."""

    beeld: Tertaalbeeld
    titel: str  # Of the chart.
    spec: dict[str, object]
    counts: pa.Table
    names: Mapping[str, pa.Table]  # By the code of each klasse: who they are, beside their scores.
    disagreeing: pa.Table
    not_judged: list[str]  # Their codes, in alphabetical order.


@kept(until=figures_change, most=30)
def oordelen(tertaal: Tertaal) -> Oordelen:
    """Return them."""
    beeld = tertaalbeeld(tertaal)
    with read_session() as session:
        earlier = indicaties(session=session, tertaal=beeld.tertaal.before(YEAR))
        given = oordelen_in(session=session, tertaal=beeld.tertaal)
    figuur, klassen = oordelen_figuur(beeld), per_klasse(beeld)
    names = {code_of(klasse): as_arrow(oordelen_table(beeld, codes, given, earlier)) for klasse, codes in klassen.items()}
    return Oordelen(
        beeld=beeld,
        titel=figuur.titel,
        spec=with_arrow(figuur.spec),
        counts=as_arrow(figuur.tabel),
        names=names,
        disagreeing=as_arrow(tegenspraken_table(beeld)),
        not_judged=in_order(beeld, klassen[None]),
    )


def lead(found: Oordelen) -> str:
    """Say how many are expected to make it, and what is left to judge."""
    if len(found.not_judged) == found.beeld.stand.n:
        return f"Het {AKO} heeft nog geen oordeel gegeven: {judged_freshness(found.beeld)}."
    expected = dutch.werkpleinen(found.names[Indicatie.DIT_JAAR.value].num_rows)
    said = f"Het {AKO} verwacht dat **{expected}** het dit jaar {'haalt' if expected.startswith('1 ') else 'halen'}. "
    left = len(found.not_judged)
    if left:
        return f"{said}Over **{dutch.count(left)}** is nog geen oordeel gegeven: {judged_freshness(found.beeld)}."
    return f"{said}Over elk {WERKPLEIN} is een oordeel gegeven: {judged_freshness(found.beeld)}."


def show_counts(found: Oordelen) -> str | None:
    """Show how many of each; a bar or a choice opens the names behind it. Return which one, None while none is."""
    tertaal = found.beeld.tertaal
    st.header("Hoeveel van elk")
    st.vega_lite_chart(
        found.spec, key=CHART, on_select=lambda: take_click(CHART, "klasse", {"code": KEY}), theme=None, alt=found.titel
    )
    show_save("indicaties", tertaal)
    with st.expander("De tellingen als tabel", on_change="rerun", key="indicatie-tabel-open") as opened:
        if opened.open:
            show_table(found.counts, key="indicatie_tabel", alt=found.titel, height="content")
    options = {code: f"{label} ({dutch.count(found.names[code].num_rows)})" for code, label in LABELS.items()}
    chosen = Choice(f"Welke {WERKPLEINEN} zijn het?", "oordeel", options, KEY).segment_or_none()
    if chosen:
        key, alt = f"indicatie-namen-{tertaal}-{chosen}", f"{LABELS[chosen]}, {tertaal}"
        show_werkpleinen(found.names[chosen], tertaal, key=key, alt=alt)
    if left_out := without_stand(found.beeld):
        said = dutch.counted(len(left_out), f"{WERKPLEIN} zonder stand telt", f"{WERKPLEINEN} zonder stand tellen")
        st.caption(f"Een oordeel over {said} hier niet mee:")
        show_names(found.beeld, left_out, "Oordeel zonder stand")
    return chosen


def show_disagreeing(found: Oordelen) -> None:
    """Show who was judged otherwise than the score would have it, by the rule that is said above it."""
    st.header("Waar oordeel en score uiteenlopen")
    st.markdown(TEGENSPRAAK)
    if len(found.not_judged) == found.beeld.stand.n:
        st.info("Er is nog geen oordeel gegeven, dus er is niets om naast de scores te leggen.")
        return
    if not found.disagreeing.num_rows:
        st.info("Er is niemand: elk oordeel dat er is, past bij de score.")
        return
    alt = f"Waar oordeel en score uiteenlopen, {found.beeld.tertaal}"
    show_werkpleinen(found.disagreeing, found.beeld.tertaal, key=f"indicatie-tegenspraak-{found.beeld.tertaal}", alt=alt)
