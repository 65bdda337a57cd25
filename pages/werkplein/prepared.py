"""All that the page of a werkplein shows of the figures, prepared once per state of the data."""

from dataclasses import dataclass

import pyarrow as pa

from db.engine import read_session
from db.queries.momentopnamen import submitted_then
from landkaart.domein.geschiedenis import Punt, geschiedenis
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import AKO
from landkaart.rapport import dutch, werkplein
from landkaart.rapport.explanation import freshness
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.werkplein_figuur import mijlpalen_figuur, score_figuur
from pages.shared.arrow_tables import as_arrow, with_arrow
from pages.shared.cache import figures_change, kept
from pages.shared.key_figures import KeyFigure
from pages.shared.markdown import band_label, escaped
from pages.shared.tertaalbeeld import tertaalbeeld


@dataclass(frozen=True)
class Chart:
    """A picture with the table behind it."""

    titel: str
    spec: dict[str, object]
    table: pa.Table


@dataclass(frozen=True)
class Standing:
    """Where a werkplein stands, and how it came there."""

    now: Punt
    lead: str
    key_figures: tuple[KeyFigure, ...]
    score: Chart  # Per tertaal.
    mijlpalen: Chart


@dataclass(frozen=True)
class WerkpleinPagina:
    """What there is to show of one werkplein in one tertaal."""

    beeld: Tertaalbeeld
    state: str  # Its former names, and whether it is open; empty when there is nothing to say.
    standing: Standing | None  # None when it has no stand.


@kept(until=figures_change, most=200)
def werkplein_pagina(tertaal: Tertaal, code: str) -> WerkpleinPagina:
    """Return it, of the werkplein with this code."""
    beeld = tertaalbeeld(tertaal)
    with read_session() as session:
        submitted = submitted_then(session=session, werkplein=code, tertaal=beeld.tertaal)
    punten = geschiedenis(beeld.stands, beeld.geschiedenis, code, submitted)
    state = escaped(" ".join(werkplein.state_text(beeld.werkpleinen[code], dict(beeld.namen))))
    if code not in beeld.stand.bands.index:
        return WerkpleinPagina(beeld, state, None)
    now, naam = punten[-1], beeld.namen[code]
    score, mijlpalen = chart_of(score_figuur(naam, punten)), chart_of(mijlpalen_figuur(naam, punten))
    standing = Standing(now, lead(beeld, code, now), key_figures(beeld, code, now), score, mijlpalen)
    return WerkpleinPagina(beeld, state, standing)


def chart_of(figuur: Figuur) -> Chart:
    return Chart(figuur.titel, with_arrow(figuur.spec), as_arrow(figuur.tabel))


def lead(beeld: Tertaalbeeld, code: str, now: Punt) -> str:
    """Say where it stands, what changed, among whom, and what the AKO judged."""
    return (
        f"{escaped(beeld.namen[code])} staat in {beeld.tertaal} op **{dutch.percent(now.score)}** ({band_label(now.band)}), "
        f"{werkplein.change_text(werkplein.change_of(beeld, code))}: {werkplein.place_sentence(beeld.stand, code)} "
        f"({freshness(beeld)}). {werkplein.carried_text(now)}{judged(beeld.indicaties.get(code))}"
    )


def judged(indicatie: Indicatie | None) -> str:
    """Return the AKO-indicatie as a paragraph of its own, where there is one."""
    if indicatie is None:
        return ""
    judged = indicatie.label.capitalize()
    return f"\n\n**{AKO}-indicatie.** {judged}. Dit is het oordeel van het {AKO} zoals het nu is, naast de score."


def key_figures(beeld: Tertaalbeeld, code: str, now: Punt) -> tuple[KeyFigure, ...]:
    """Return its score, and its place among all, its region and its equals."""
    labels = {werkplein.LAND: "Plaats in Nederland", werkplein.REGIO: "Plaats in de eigen regio"}
    labels[werkplein.GELIJKEN] = "Plaats onder gelijken"
    placed = (place_figure(beeld, code, group, label) for group, label in labels.items())
    change = werkplein.change_of(beeld, code)
    return KeyFigure("Score", dutch.percent(now.score), change, dutch.points_since(change)), *placed


def place_figure(beeld: Tertaalbeeld, code: str, group: str, label: str) -> KeyFigure:
    place, sharing = werkplein.place_text(werkplein.stand_of_group(beeld, code, group), code)
    return KeyFigure(f"{label} (gedeeld)" if sharing else label, place)


@kept(until=figures_change, most=400)
def ranked(tertaal: Tertaal, code: str, group: str, row: str) -> tuple[list[str], pa.Table]:
    """Return who stand around it in a group, on a row of the table: the code of each, and the table."""
    codes, table = werkplein.rank_table(tertaalbeeld(tertaal), code, group, row)
    return codes, as_arrow(table)
