"""What answers a question, kept under the state of the database."""

from typing import NamedTuple
from urllib.parse import urlencode

import pyarrow as pa
import streamlit as st

from db.engine import read_session
from db.queries.tertaalbeeld import regions_of
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.zoeken import Zoekvraag
from landkaart.programma.namen import WERKPLEIN_KOP, WERKPLEINEN
from landkaart.rapport import zoeken
from pages.shared.arrow_tables import as_arrow
from pages.shared.cache import figures_change, kept
from pages.shared.downloads import show_csv
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.shared.visit import keep_rows
from pages.shared.werkplein_table import show_werkpleinen


class Zoekresultaat(NamedTuple):
    """Who fits a zoekvraag."""

    sentence: str  # The zoekvraag, read back.
    table: pa.Table  # A row for each, with its code.
    titles: dict[str, str]  # What the columns of bands are called.


@kept(until=figures_change, most=30)
def regions(tertaal: Tertaal) -> dict[str, list[str]]:
    """Return the regions that there are, by the name of the choice."""
    with read_session() as session:
        return regions_of(session=session, tertaal=tertaal)


@kept(until=figures_change, most=100)
def answer(tertaal: Tertaal, zoekvraag: Zoekvraag) -> Zoekresultaat:
    """Return who fits it."""
    beeld = tertaalbeeld(tertaal)
    table = zoeken.results(zoekvraag, beeld)
    titles = {zoeken.column_of(each.rij): zoeken.heading(each.rij) for each in zoekvraag.voorwaarden}
    shown = as_arrow(zoeken.screen_table(table)).append_column("code", pa.array(table["code"], pa.string()))
    return Zoekresultaat(zoeken.read_back(zoekvraag, beeld, len(table)), shown, titles)


def show_file(tertaal: Tertaal, zoekvraag: Zoekvraag) -> None:
    """Show the menu with the file of who fits."""
    note = "Het adres van deze pagina bevat de hele zoekvraag: stuur het door en een collega ziet hetzelfde."
    show_csv({f"/download/{tertaal}/zoeken.csv": f"Deze {WERKPLEINEN}"}, zoekvraag.asked, note)


def show_found(found: Zoekresultaat, tertaal: Tertaal, zoekvraag: Zoekvraag) -> None:
    """Show who fits, with the bands that were asked for."""
    keep_rows(found.table.num_rows, len(tertaalbeeld(tertaal).ingediend_op))
    text = st.column_config.TextColumn
    columns = {
        "naam": text(WERKPLEIN_KOP, width=220),
        "score": st.column_config.NumberColumn("Score", format="%d%%", width=70),
    }
    columns |= {name: text(title, width="medium") for name, title in found.titles.items()}
    key = f"zoeken-{tertaal}-{urlencode(zoekvraag.asked)}"
    show_werkpleinen(found.table, tertaal, key=key, alt=found.sentence, columns=columns)
