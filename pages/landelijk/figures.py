"""The national figures, counted once per state of the database and kept for whoever asks next."""

from dataclasses import dataclass

import pyarrow as pa

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import tables
from landkaart.rapport.figuur_by_name import figuur
from landkaart.rapport.momentopname import gewijzigd_table
from pages.shared.arrow_tables import as_arrow, ready
from pages.shared.beeld import Stempel, beeld_of, stempel
from pages.shared.remembered import remembered


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


@remembered(30)
def shaped(stempel: Stempel) -> Landelijk:
    return shape(beeld_of(stempel))


def shape(beeld: Tertaalbeeld) -> Landelijk:
    stand = beeld.stand
    drawn = {naam: ready(dict(figuur(beeld, naam, {}).spec)) if stand.n else {} for naam in ("tabel2", "tabel3", "tabel4")}
    return Landelijk(
        beeld=beeld,
        fase_titles=tables.fase_titles(),
        fase_chart=drawn["tabel2"],
        fase_table=as_arrow(tables.table2(stand)),
        mijlpaal_titles=tables.mijlpaal_titles(),
        mijlpaal_chart=drawn["tabel3"],
        mijlpaal_table=as_arrow(tables.table3(stand)),
        history_chart=drawn["tabel4"],
        history_table=as_arrow(tables.table4(beeld)),
        moved_table=as_arrow(gewijzigd_table(beeld)) if beeld.gewijzigd else None,
    )
