"""What answers a question, kept under the state of the database."""

from typing import NamedTuple
from urllib.parse import urlencode

import pyarrow as pa
import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.zoeken import Zoekvraag, regions_of
from landkaart.rapport import zoeken
from pages.shared.arrow_tables import as_arrow
from pages.shared.beeld import Stempel, beeld_of
from pages.shared.remembered import remembered
from pages.shared.werkplein_table import show_werkpleinen


class Zoekresultaat(NamedTuple):
    """`titles`: what the columns of bands are called; `codes`: of each row of the table."""

    sentence: str
    table: pa.Table
    codes: list[str]
    titles: dict[str, str]


@remembered(30)
def regions(stempel: Stempel) -> dict[str, list[str]]:
    return regions_of(beeld_of(stempel))


@remembered(100)
def answer(stempel: Stempel, zoekvraag: Zoekvraag) -> Zoekresultaat:
    beeld = beeld_of(stempel)
    table = zoeken.results(zoekvraag, beeld)
    titles = {zoeken.column_of(each.rij): zoeken.heading(each.rij) for each in zoekvraag.voorwaarden}
    shown = as_arrow(zoeken.screen_table(table))
    return Zoekresultaat(zoeken.read_back(zoekvraag, beeld, len(table)), shown, table["code"].to_list(), titles)


def show_file(tertaal: Tertaal, zoekvraag: Zoekvraag) -> None:
    def link(*more: tuple[str, str]) -> str:
        return f"/download/{tertaal}/zoeken.csv?{urlencode([*zoekvraag.asked, *more])}"

    with st.popover("Downloaden", icon=":material/download:"):
        st.markdown(
            "Deze werkpleinen als CSV, voor Excel (puntkomma) of voor een programma (komma):\n"
            f"- [Excel]({link(('scheiding', 'puntkomma'))})\n- [komma]({link()})\n\n"
            "Het adres van deze pagina bevat de hele zoekvraag: stuur het door en een collega ziet hetzelfde."
        )


def show_found(found: Zoekresultaat, tertaal: Tertaal, zoekvraag: Zoekvraag) -> None:
    text = st.column_config.TextColumn
    columns = {
        "naam": text("Werkplein", width=220),
        "score": st.column_config.NumberColumn("Score", format="%d%%", width=70),
    }
    columns |= {name: text(title, width="medium") for name, title in found.titles.items()}
    key = f"zoeken-{tertaal}-{urlencode(zoekvraag.asked)}"
    show_werkpleinen(found.table, found.codes, tertaal, key=key, alt=found.sentence, columns=columns)
