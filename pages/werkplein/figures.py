"""All that the page of a werkplein shows of the figures, made once per state of the database."""

from dataclasses import dataclass

import pyarrow as pa
import streamlit as st

from db.engine import read_session
from db.queries.momentopnamen import submitted_then
from landkaart.domein.geschiedenis import Punt, geschiedenis
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import dutch, werkplein
from landkaart.rapport.explanation import freshness
from landkaart.rapport.werkplein_figuur import mijlpalen_figuur, score_figuur
from pages.shared.arrow_tables import as_arrow, ready
from pages.shared.beeld import Stempel, beeld_of, stempel
from pages.shared.key_figures import Figure
from pages.shared.markdown import band_label, escaped
from pages.shared.remembered import remembered

CARRIED = "Open vlak: niet ingediend, staat nog op het tertaal tussen haakjes."
FILES = {"werkplein-score.csv": "Score per tertaal", "werkplein-mijlpalen.csv": "De 14 mijlpalen per tertaal"}


@dataclass(frozen=True)
class Plein:
    """`now` is None when it has no stand in this tertaal, and then the rest is empty."""

    stempel: Stempel
    beeld: Tertaalbeeld
    now: Punt | None
    state: str
    lead: str = ""
    figures: tuple[Figure, ...] = ()
    score_chart: dict | None = None
    score_title: str = ""
    score_table: pa.Table | None = None
    mijlpalen_chart: dict | None = None
    mijlpalen_title: str = ""
    mijlpalen_table: pa.Table | None = None


def plein(code: str, tertaal: Tertaal) -> Plein:
    return shaped(stempel(tertaal), code)


@remembered(200)
def shaped(stempel: Stempel, code: str) -> Plein:
    beeld = beeld_of(stempel)
    with read_session() as session:
        submitted = submitted_then(session=session, werkplein=code, tertaal=beeld.tertaal)
    punten = geschiedenis(beeld.stands, beeld.geschiedenis, code, submitted)
    state = escaped(" ".join(werkplein.state_text(beeld.werkpleinen[code], beeld.namen)))
    if code not in beeld.stand.bands.index:
        return Plein(stempel, beeld, None, state)
    score, mijlpalen = (make(beeld.namen[code], punten) for make in (score_figuur, mijlpalen_figuur))
    return Plein(
        stempel=stempel,
        beeld=beeld,
        now=punten[-1],
        state=state,
        lead=lead(beeld, code, punten[-1]),
        figures=figures_of(beeld, code, punten[-1]),
        score_chart=ready(score.spec),
        score_title=score.titel,
        score_table=as_arrow(score.tabel),
        mijlpalen_chart=ready(mijlpalen.spec),
        mijlpalen_title=mijlpalen.titel,
        mijlpalen_table=as_arrow(mijlpalen.tabel),
    )


def lead(beeld: Tertaalbeeld, code: str, now: Punt) -> str:
    return (
        f"{escaped(beeld.namen[code])} staat in {beeld.tertaal} op **{dutch.percent(now.score)}** ({band_label(now.band)}), "
        f"{werkplein.change_text(werkplein.change_of(beeld, code))}: {werkplein.place_sentence(beeld.stand, code)} "
        f"({freshness(beeld)}). {werkplein.carried_text(now)}{judged(beeld.indicaties.get(code))}"
    )


def judged(indicatie: Indicatie | None) -> str:
    """A paragraph of its own, where the AKO gave one."""
    if indicatie is None:
        return ""
    return f"\n\n**AKO-indicatie.** {indicatie.label.capitalize()}. Dit is het oordeel van het AKO, naast de score."


def figures_of(beeld: Tertaalbeeld, code: str, now: Punt) -> tuple[Figure, ...]:
    labels = {werkplein.LAND: "Plaats in Nederland", werkplein.REGIO: "Plaats in de eigen regio"}
    labels[werkplein.GELIJKEN] = "Plaats onder gelijken"
    placed = (place_figure(beeld, code, group, label) for group, label in labels.items())
    change = werkplein.change_of(beeld, code)
    return Figure("Score", dutch.percent(now.score), change, dutch.points_since(change)), *placed


def place_figure(beeld: Tertaalbeeld, code: str, group: str, label: str) -> Figure:
    place, sharing = werkplein.place_text(werkplein.stand_of_group(beeld, code, group), code)
    return Figure(f"{label} (gedeeld)" if sharing else label, place)


@remembered(400)
def ranked(stempel: Stempel, code: str, group: str, row: str) -> tuple[list[str], pa.Table]:
    codes, table = werkplein.rank_table(beeld_of(stempel), code, group, row)
    return codes, as_arrow(table)


def history_for_screen(table: pa.Table, alt: str) -> None:
    config = {
        "tertaal": st.column_config.TextColumn("Tertaal", width="small"),
        "staat_op": st.column_config.TextColumn("Ingediend in", width="small"),
        "score": st.column_config.NumberColumn("Score", format="%d%%", width="small"),
        "band": st.column_config.TextColumn("Band"),
        "landelijk": st.column_config.NumberColumn("Landelijk", format="%d%%", width="small"),
    }
    st.dataframe(table, hide_index=True, height="content", alt=alt, column_config=config)
