"""The changes that the logboek shows, and what it is asked for."""

from collections.abc import Mapping

import pandas as pd
import pyarrow as pa
import streamlit as st

from db.engine import read_session
from db.queries.logboek import keuzes, logboek
from landkaart.domein.logboek import Filter, Keuzes, Logboek, LogboekRegel
from landkaart.domein.rechten import Gebruiker
from landkaart.programma.namen import TERTAAL, TERTAAL_KOP, WERKPLEIN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.logboek import screen_row, screen_table
from landkaart.rapport.row_names import mijlpaal_titles
from pages.shared.arrow_tables import as_arrow
from pages.shared.cache import anything_changes, kept
from pages.shared.choices import Choice
from pages.shared.downloads import show_csv
from pages.shared.lists import one_row
from pages.shared.markdown import escaped
from pages.shared.tertaalbeeld import tertalen
from pages.shared.visit import visit
from pages.shared.werkplein_table import height_of

LIMIT = 500
# Two beside each other on a telephone.
WIDTH = 170
CLICK = "Klik op een cel om een wijziging in haar geheel te lezen."


@kept(until=anything_changes, most=30, per_reader=True)
def own_keuzes() -> Keuzes:
    """Return what this reader can ask for.

    Raises NietAangemeld, NietToegestaan.
    """
    with read_session() as session:
        return keuzes(session=session, by=visit().gebruiker)


@kept(until=anything_changes, most=30, per_reader=True, saying="Het logboek wordt gelezen…")
def own_regels(filter: Filter) -> tuple[Logboek, pa.Table]:
    """Return the newest that fit, with the table that shows them.

    Raises NietAangemeld, NietToegestaan.
    """
    with read_session() as session:
        found = logboek(session=session, by=visit().gebruiker, filter=filter, limit=LIMIT)
    return found, as_arrow(screen_table(found.regels))


def ask_filter(choices: Keuzes) -> Filter:
    """Ask one choice per question; nothing chosen asks for all of it. They stand in the address."""
    known = [str(tertaal) for tertaal in reversed(tertalen())]
    handelingen = {handeling.value: handeling.label for handeling in choices.handelingen}
    with st.container(horizontal=True):
        return Filter(
            werkplein=ask(WERKPLEIN_KOP, "werkplein", choices.werkpleinen),
            tertaal=ask(TERTAAL_KOP, "tertaal", dict(zip(known, known, strict=True))),
            mijlpaal=ask("Mijlpaal", "mijlpaal", mijlpaal_titles()),
            handeling=ask("Handeling", "handeling", handelingen),
            door=ask("Door wie", "door", {naam: naam for naam in choices.personen}),
        )


def ask(label: str, name: str, options: Mapping[str, str]) -> str | None:
    """Return what is asked for; `options`: what readers see, by that."""
    key = f"logboek_{name}"
    return Choice(label, key, options, key).from_list_or_none("Alles", WIDTH)


def show_file(filter: Filter) -> None:
    """Show the menu with the file of all that fits the choices, also what the screen leaves out."""
    show_csv({"/download/logboek.csv": "Alle wijzigingen die aan uw keuzes voldoen"}, filter.asked)


def show_regels(found: Logboek, table: pa.Table, filter: Filter) -> None:
    """Show them, of all that `filter` asks for; a click on a cell shows the whole change."""
    by = visit().gebruiker
    st.markdown(how_many(found))
    chosen = one_row(
        table,
        found.regels,
        "logboek_regels",
        selection_mode="single-cell",
        alt="Wijzigingen, de nieuwste bovenaan",
        whole=lambda: every_regel(by, filter),
        # All of them are hundreds of sheets.
        prints_as_seen=True,
        height=height_of(table.num_rows),
        columns={
            "moment": st.column_config.TextColumn("Wanneer", width=185),
            "werkplein": st.column_config.TextColumn(WERKPLEIN_KOP, width=120),
            "tertaal": st.column_config.TextColumn(TERTAAL_KOP, width=70),
            "mijlpaal": st.column_config.TextColumn("Mijlpaal", width=190),
            "handeling": st.column_config.TextColumn("Handeling", width=110),
            "oud": st.column_config.TextColumn("Oud", width=130),
            "nieuw": st.column_config.TextColumn("Nieuw", width=130),
            "door": st.column_config.TextColumn("Door wie", width=120),
            "weg": st.column_config.TextColumn("Via", width=100),
        },
    )
    if chosen is not None:
        show_whole(chosen)


def every_regel(by: Gebruiker, filter: Filter) -> pd.DataFrame:
    """Return all of them for who copies, with the rights of that moment.

    Raises NietAangemeld, NietToegestaan.
    """
    with read_session() as session:
        return screen_table(logboek(session=session, by=by, filter=filter).regels)


def how_many(found: Logboek) -> str:
    """Say how many there are, and how many of them are on the screen."""
    total = dutch.counted(found.totaal, "wijziging", "wijzigingen")
    if not found.more:
        return f"**{total}**, de nieuwste bovenaan. {CLICK}"
    shown, more = dutch.count(len(found.regels)), dutch.count(found.more)
    return (
        f"**{total}**. Hier staan de nieuwste {shown}, ook op een afdruk; de download heeft ook de andere {more}, "
        f"net als een kopie. Met een keuze hierboven worden het er minder. {CLICK}"
    )


def show_whole(regel: LogboekRegel) -> None:
    """Show everything in one change, long texts too."""
    moment, werkplein, tertaal, mijlpaal, handeling, oud, nieuw, door, weg = (
        escaped(text or dutch.DASH) for text in screen_row(regel)
    )
    with st.container(border=True):
        st.markdown(f"**{handeling}** · {moment} · {door}, via {weg}")
        if regel.naam or regel.tertaal:
            st.markdown(f"{WERKPLEIN_KOP} {werkplein}, {TERTAAL} {tertaal}, mijlpaal: {mijlpaal}")
        left, right = st.columns(2)
        left.markdown(f"**Oud**  \n{oud}")
        right.markdown(f"**Nieuw**  \n{nieuw}")
