"""What was said to the extra questions: counted per question, and each answer to read."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from db.engine import read_session
from db.queries.vraag_antwoorden import last_answer, uitslagen
from db.queries.werkpleinen import names
from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import finder
from landkaart.domein.uitslag import Uitslag
from landkaart.domein.vraagvorm import VraagSoort
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.uitslag import counts_table, reading_table, summary, uitslag_figuur
from pages.shared.arrow_tables import as_arrow, with_arrow
from pages.shared.cache import kept
from pages.shared.choices import Choice
from pages.shared.downloads import show_save
from pages.shared.markdown import escaped
from pages.shared.name_search import plain
from pages.shared.page_links import open_werkplein
from pages.shared.searching import ask_words
from pages.shared.show_table import show_table as show_whole_table
from pages.shared.visit import keep_rows
from pages.shared.werkplein_table import choose_row

VRAAG, GEZEGD, SEARCH = "vragen-vraag", "vragen-gezegd", "vragen-zoeken"


@dataclass(frozen=True)
class VraagOverzicht:
    """A question as its part of the page shows it."""

    uitslag: Uitslag
    titel: str  # Of the chart.
    spec: dict[str, object]
    table: pa.Table
    searched: list[str]  # What can be looked for in each row of `table`.


def an_answer_changes(*what: object) -> Hashable:
    """Hold until something can change an uitslag: typing an answer to a vraag does, filling in a mijlpaal does not."""
    with read_session() as session:
        return last_answer(session=session)


@kept(until=an_answer_changes, most=30)
def vragen(tertaal: Tertaal) -> list[VraagOverzicht]:
    """Return the extra questions of this tertaal with what was said to them, in the order in which they were asked."""
    with read_session() as session:
        found, namen = uitslagen(session=session, tertaal=tertaal), names(session=session)
    return [overzicht(uitslag, namen) for uitslag in found]


def overzicht(uitslag: Uitslag, namen: Mapping[str, str]) -> VraagOverzicht:
    figuur = uitslag_figuur(uitslag)
    table = reading_table(uitslag, namen)
    parts = (table[WERKPLEIN_KOP], table["Antwoord"], table["Toelichting"].fillna(""))
    is_text = uitslag.vorm.soort is VraagSoort.TEKST
    searched = [plain(f"{naam} {said if is_text else ''} {text}") for naam, said, text in zip(*parts, strict=True)]
    return VraagOverzicht(uitslag, figuur.titel, with_arrow(figuur.spec), as_arrow(table), searched)


def lead(tertaal: Tertaal, found: Sequence[VraagOverzicht]) -> str:
    """Say how many were asked how many questions."""
    number = dutch.counted(len(found), "extra vraag", "extra vragen")
    asked = dutch.werkpleinen(found[0].uitslag.n)
    return f"In de uitvraag van {tertaal} kregen **{asked}** naast de {N_MIJLPALEN} mijlpalen **{number}**."


def show_vraag(tertaal: Tertaal, number: int, vraag: VraagOverzicht) -> None:
    with st.container(border=True):
        st.markdown(f"**{escaped(vraag.uitslag.tekst)}**  \n{summary(vraag.uitslag)}")
        key = f"vragen-grafiek-{number}"
        st.vega_lite_chart(
            vraag.spec, key=key, on_select=lambda: take_bar(key, vraag.uitslag.vraag), theme=None, alt=vraag.titel
        )
        show_save("extra-vraag", tertaal, {"vraag": vraag.uitslag.vraag})
        if vraag.uitslag.niet_gevraagd:
            left_out = dutch.counted(len(vraag.uitslag.niet_gevraagd), "antwoord telt", "antwoorden tellen")
            st.caption(f"{left_out} hier niet mee: van wie bij de sluiting niet open was.")


def show_counts_table(found: Sequence[VraagOverzicht]) -> None:
    with st.expander("De tellingen als tabel", on_change="rerun", key="vragen-tabel-open") as opened:
        if opened.open:
            table = counts_table([vraag.uitslag for vraag in found])
            show_whole_table(table, key="vragen_tellingen", alt="Antwoorden per vraag", height="content")


def take_bar(key: str, vraag: str) -> None:
    """Fill the choices below with the clicked bar; callback of the chart of a vraag."""
    if picked := st.session_state[key].selection.get("klasse"):
        st.session_state[VRAAG], st.session_state[GEZEGD] = vraag, picked[0]["code"]


def show_answers(found: Sequence[VraagOverzicht], tertaal: Tertaal) -> dict[str, str]:
    """Show the names and texts of one question, as far as they fit the choices; return those, as a file is asked for."""
    st.header("De antwoorden lezen")
    by_code = {vraag.uitslag.vraag: vraag for vraag in found}
    teksten = {code: vraag.uitslag.tekst for code, vraag in by_code.items()}
    chosen = Choice("Vraag", "vraag", teksten, VRAAG).from_list(width="stretch")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        gezegd = Choice("Antwoord", "antwoord", by_code[chosen].uitslag.klassen, GEZEGD).segment_or_none()
        wanted = ask_words(SEARCH, f"{WERKPLEIN_KOP} of woord uit een toelichting")
    rows = matching(by_code[chosen], gezegd, wanted)
    keep_rows(rows.num_rows, by_code[chosen].table.num_rows)
    show_table(rows, tertaal, f"{tertaal}-{chosen}-{gezegd}-{plain(wanted)}")
    return {"vraag": chosen} | ({"antwoord": gezegd} if gezegd else {}) | ({"zoeken": wanted} if wanted else {})


def matching(vraag: VraagOverzicht, gezegd: str | None, wanted: str) -> pa.Table:
    """Return the rows with that answer (None: any) in which the words stand, capitals and accents aside."""
    rows = pa.array(list(map(finder(wanted), vraag.searched)), pa.bool_())
    if gezegd:
        rows = pc.and_(
            rows, pc.is_in(vraag.table["code"].cast(pa.string()), pa.array(vraag.uitslag.who(gezegd), pa.string()))
        )
    return vraag.table.filter(rows)


def show_table(table: pa.Table, tertaal: Tertaal, name: str) -> None:
    if not table.num_rows:
        st.info("Geen antwoord voldoet aan deze keuzes. Maak een keuze leeg om meer te zien.")
        return
    st.markdown(f"**{dutch.werkpleinen(table.num_rows)}.** Kies een rij om de hele tekst te lezen.")
    columns = {"Toelichting": st.column_config.TextColumn("Toelichting", width=500)}
    rows, codes = table.drop_columns("code"), table["code"].to_pylist()
    chosen = choose_row(rows, codes, key=f"vragen-tabel-{name}", alt=f"Antwoorden per {WERKPLEIN}", columns=columns)
    if chosen is not None:
        [row] = table.filter(pc.equal(table["code"], chosen)).to_pylist()
        show_whole(row, tertaal)


def show_whole(row: Mapping[str, str], tertaal: Tertaal) -> None:
    with st.container(border=True):
        text = escaped(row["Toelichting"] or "Zonder toelichting.")
        said = row["Antwoord"][:1].lower() + row["Antwoord"][1:]
        st.markdown(f"**{escaped(row['Werkplein'])}**: {escaped(said)}  \n{text}")
        if st.button(f"Naar dit {WERKPLEIN}", type="tertiary", icon=":material/arrow_forward:", key=f"naar-{row['code']}"):
            open_werkplein(row["code"], tertaal)
