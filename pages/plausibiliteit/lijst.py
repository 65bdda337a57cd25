"""The rules with how many stand out by each, the list of who, and the way to ask one of them."""

from collections.abc import Mapping, Sequence

import streamlit as st

from db.engine import read_session
from db.queries.plausibiliteit import ingestuurd
from landkaart.domein.plausibiliteit import ZINNEN, Ingestuurd, Twijfel
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.plausibiliteit import Regelrij, per_twijfel, screen_table
from landkaart.rapport.plausibiliteit import rows as rows_of
from landkaart.screens import Screen
from pages.contents import file_of
from pages.shared.arrow_tables import as_arrow
from pages.shared.cache import figures_change, kept
from pages.shared.choices import Choice
from pages.shared.markdown import escaped
from pages.shared.navragen import show_asking
from pages.shared.tertaalbeeld import namen
from pages.shared.werkplein_table import choose_row

COLUMNS = {
    WERKPLEIN_KOP: st.column_config.TextColumn(WERKPLEIN_KOP, width=190),
    "Score": st.column_config.NumberColumn("Score", format="%d%%", width=70),
    "Regel": st.column_config.TextColumn("Regel", width=230),
    "Waarom": st.column_config.TextColumn("Waarom", width=600),
}


@kept(until=figures_change, most=10)
def given_in(tertaal: Tertaal) -> Mapping[str, Ingestuurd]:
    """Return what was submitted about a tertaal, by code."""
    with read_session() as session:
        return ingestuurd(session=session, tertaal=tertaal)


@kept(until=figures_change, most=30)
def reasons(tertaal: Tertaal, regel: str | None) -> tuple[Sequence[Regelrij], frozenset[str]]:
    """Return every reason by one rule, or by all of them, and who they are about."""
    found = list(rows_of(given_in(tertaal), namen(), regel))
    return found, frozenset(each.code for each in found)


def show_rules(tertaal: Tertaal) -> None:
    """Say what each rule looks at, and how many werkpleinen stand out by it."""
    numbers = per_twijfel(given_in(tertaal))
    st.markdown("\n".join(f"- **{each.label}** ({dutch.count(numbers[each])}): {ZINNEN[each]}" for each in Twijfel))


def ask_regel(tertaal: Tertaal) -> str | None:
    """Return which rule the list is about, None for all of them; kept in the address."""
    return Choice("Regel", "regel", Twijfel.labels(), "plausibiliteit_regel").from_list_or_none("Alle regels", 340)


def show_list(rows: Sequence[Regelrij], key: str) -> Regelrij | None:
    """Show it; return the row that was chosen."""
    about = [f"{each.code} {number}" for number, each in enumerate(rows)]
    st.caption(f"Kies een rij om het {WERKPLEIN} ernaar te vragen.")
    table, alt = as_arrow(screen_table(list(rows))), f"Wat er opvalt, per {WERKPLEIN}"
    chosen = choose_row(table, about, key=key, alt=alt, columns=COLUMNS)
    return None if chosen is None else rows[about.index(chosen)]


def ask_about(row: Regelrij | None, tertaal: Tertaal) -> None:
    """Show the way to ask about what stands out: the navraag of that werkplein, and its page."""
    if row is None:
        return
    st.header(f"Navragen bij {escaped(row.naam)}")
    st.markdown(escaped(row.reden.waarom))
    show_asking(row.code, tertaal)
    page, address = file_of(Screen.WERKPLEIN), {"werkplein": row.code, "tertaal": str(tertaal)}
    st.page_link(page, label=f"Naar {escaped(row.naam)}", icon=":material/domain:", query_params=address)
