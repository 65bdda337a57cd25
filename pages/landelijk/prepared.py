"""All that Landelijk beeld shows, prepared once per state of the data."""

from dataclasses import dataclass

import pyarrow as pa

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import tables
from landkaart.rapport.figuur_by_name import figuur
from landkaart.rapport.momentopname import editions_table, gewijzigd_table
from landkaart.rapport.row_names import fase_titles, mijlpaal_titles
from pages.shared.arrow_tables import as_arrow, with_arrow
from pages.shared.cache import figures_change, kept
from pages.shared.tertaalbeeld import tertaalbeeld


@dataclass(frozen=True)
class Landelijk:
    """Finished charts and tables."""

    beeld: Tertaalbeeld
    fase_titles: dict[str, str]  # What each row of table 2 is called, by its label.
    fase_chart: dict[str, object]
    fase_table: pa.Table
    mijlpaal_titles: dict[str, str]  # The same of table 3.
    mijlpaal_chart: dict[str, object]
    mijlpaal_table: pa.Table
    history_chart: dict[str, object]
    history_table: pa.Table
    moved_table: pa.Table | None  # Who moved on after the closing; None when nobody did.
    editions_table: pa.Table | None  # Who differs between two editions; None while there is one.


@kept(until=figures_change, most=30)
def landelijk(tertaal: Tertaal, editie: int | None = None) -> Landelijk:
    """Return it; without charts while nobody has a stand. `editie`: a later one than that of the closing."""
    beeld = tertaalbeeld(tertaal) if editie is None else tertaalbeeld(tertaal, editie)
    stand, names = beeld.stand, ("tabel2", "tabel3", "tabel4")
    drawn = {naam: with_arrow(figuur(beeld, naam, {}).spec) if stand.n else {} for naam in names}
    return Landelijk(
        beeld=beeld,
        fase_titles=fase_titles(),
        fase_chart=drawn["tabel2"],
        fase_table=as_arrow(tables.table2(stand)),
        mijlpaal_titles=mijlpaal_titles(),
        mijlpaal_chart=drawn["tabel3"],
        mijlpaal_table=as_arrow(tables.table3(stand)),
        history_chart=drawn["tabel4"],
        history_table=as_arrow(tables.table4(beeld)),
        moved_table=as_arrow(gewijzigd_table(beeld)) if beeld.gewijzigd else None,
        editions_table=as_arrow(editions_table(beeld)) if beeld.andere else None,
    )
