"""All that the page of prognoses shows, prepared once per state of the data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd
import pyarrow as pa

from db.engine import read_session
from db.queries.prognoses import prognoses as kept_prognoses
from landkaart.domein.prognose import prognoses
from landkaart.domein.prognose_toets import Terugblik, proef, terugblik
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import prognose, prognose_text
from landkaart.rapport.prognose_figuur import groen_per_tertaal
from pages.shared.arrow_tables import as_arrow, with_arrow
from pages.shared.cache import figures_change, kept
from pages.shared.tertaalbeeld import tertaalbeeld


class Told(NamedTuple):
    """Prognoses beside what came."""

    tertaal: Tertaal  # When they were made.
    table: pa.Table


@dataclass(frozen=True)
class Vooruitblik:
    """Finished sentences, charts and tables."""

    beeld: Tertaalbeeld
    computed: bool  # Whether anybody has a pace; without it there is nothing to show.
    lead: str
    key_figures: tuple[tuple[str, str], ...]  # Of each its label and its value.
    titel: str
    chart: dict[str, object]
    chart_table: pa.Table
    rows: Mapping[str, pa.Table]  # The werkpleinen to choose from, by a key of `rapport.prognose.SHOWN`.
    proof: list[str]
    looked_back: pa.Table
    told: Told | None  # The last prognoses that can be looked back on.


@kept(until=figures_change, most=30)
def vooruitblik(tertaal: Tertaal) -> Vooruitblik:
    """Return it, with what earlier prognoses came to."""
    beeld = tertaalbeeld(tertaal)
    found, stands, backs = prognoses(beeld), prognose.closed_stands(beeld), looked_back(beeld)
    figuur = groen_per_tertaal(beeld, found)
    return Vooruitblik(
        beeld=beeld,
        computed=bool(found.per_werkplein["helling"].notna().any()),
        lead=prognose_text.lead_sentence(found),
        key_figures=prognose_text.key_figures(found),
        titel=figuur.titel,
        chart=with_arrow(figuur.spec),
        chart_table=as_arrow(figuur.tabel),
        rows=choices(prognose.prognose_table(beeld, found)),
        proof=prognose_text.proof_sentences([proef(stands, vooruit) for vooruit in (1, 2)]),
        looked_back=as_arrow(prognose.terugblik_table(backs)),
        told=Told(backs[-1].tertaal, as_arrow(prognose.terugblik_per_werkplein(beeld, backs[-1]))) if backs else None,
    )


def looked_back(beeld: Tertaalbeeld) -> list[Terugblik]:
    """Return each tertaal of which a prognose can be laid beside the next, oldest first."""
    stands = prognose.closed_stands(beeld)
    with read_session() as session:
        kept = {tertaal: kept_prognoses(session=session, tertaal=tertaal) for tertaal in stands}
    found = [terugblik(stands, tertaal, kept[tertaal]) for tertaal in stands if tertaal.after() in stands]
    return [back for back in found if back.n]


def choices(table: pd.DataFrame) -> dict[str, pa.Table]:
    """Return, for each key of `rapport.prognose.SHOWN`, what there is to see, with the code of each row."""
    screen = prognose.screen_table(table).assign(code=table["code"])
    return {key: as_arrow(screen.loc[prognose.among(table, key).index]) for key in prognose.SHOWN}
