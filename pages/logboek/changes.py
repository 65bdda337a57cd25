"""The parts of the logboek: kept per state of the log, what to look for, the changes themselves, the file."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

import pyarrow as pa
import streamlit as st

from db.engine import read_session
from db.queries.logboek import keuzes, logboek, visible
from landkaart.domein.logboek import Filter, Keuzes, Logboek, LogboekRegel
from landkaart.domein.rechten import Gebruiker
from landkaart.rapport import dutch
from landkaart.rapport.logboek import screen_row, screen_table
from landkaart.rapport.row_names import mijlpaal_titles
from pages.shared.address import from_address, to_address
from pages.shared.arrow_tables import as_arrow
from pages.shared.beeld import Laatste, laatste, tertalen
from pages.shared.markdown import escaped
from pages.shared.name_search import narrowed
from pages.shared.remembered import remembered
from pages.shared.visitor import visitor

LIMIT = 500
# Two beside each other on a telephone.
WIDTH = 170
CLICK = "Klik op een cel om een wijziging in haar geheel te lezen."


class LogboekKey(NamedTuple):
    """The same one means the same lines: the state of the log, who reads it, and of which werkpleinen; None: of all.

    What is kept is kept for one reader: nobody finds what was read with the rights of another.
    """

    laatste: Laatste
    own: tuple[str, ...] | None
    by: Gebruiker


def seen() -> LogboekKey:
    """Judged at every run. Raises NietAangemeld, NietToegestaan."""
    last, by = laatste(), visitor().gebruiker
    with read_session() as session:
        own = visible(session, by)
    return LogboekKey(last, None if own is None else tuple(sorted(own)), by)


@remembered(30)
def choices_of(seen: LogboekKey) -> Keuzes:
    with read_session() as session:
        return keuzes(session=session, by=seen.by)


@remembered(30, saying="Het logboek wordt gelezen…")
def found_of(seen: LogboekKey, filter: Filter) -> tuple[Logboek, pa.Table]:
    """The newest, with the table that shows them."""
    with read_session() as session:
        found = logboek(session=session, by=seen.by, filter=filter, limit=LIMIT)
    return found, as_arrow(screen_table(found.regels))


def ask_filter(choices: Keuzes) -> Filter:
    """One choice per question; nothing chosen asks for all of it. They stand in the address."""
    known = [str(tertaal) for tertaal in reversed(tertalen())]
    handelingen = {handeling.value: handeling.label for handeling in choices.handelingen}
    with st.container(horizontal=True):
        return Filter(
            werkplein=ask("Werkplein", "werkplein", choices.werkpleinen),
            tertaal=ask("Tertaal", "tertaal", dict(zip(known, known, strict=True))),
            mijlpaal=ask("Mijlpaal", "mijlpaal", mijlpaal_titles()),
            handeling=ask("Handeling", "handeling", handelingen),
            door=ask("Door wie", "door", {naam: naam for naam in choices.personen}),
        )


def ask(label: str, name: str, options: Mapping[str, str]) -> str | None:
    """`options`: what readers see, by what is asked for."""
    key = f"logboek_{name}"
    from_address(key, options)
    chosen = st.selectbox(
        label,
        list(narrowed(options, key, label, width=WIDTH)),
        index=None,
        format_func=lambda value: options.get(value, value),
        placeholder="Alles",
        key=key,
        persist_state="session",
        width=WIDTH,
    )
    to_address(key, chosen)
    return chosen


def show_downloads(filter: Filter) -> None:
    """All that fits the choices, also what the screen leaves out."""

    def link(**more: str) -> str:
        query = urlencode(filter.asked | more)
        return f"/download/logboek.csv{'?' if query else ''}{query}"

    with st.popover("Downloaden", icon=":material/download:"):
        st.markdown(
            "Alle wijzigingen die aan uw keuzes voldoen, als CSV, voor Excel (puntkomma) of voor een programma (komma):\n"
            f"- [Excel]({link(scheiding='puntkomma')})\n- [komma]({link()})"
        )


def show_regels(found: Logboek, table: pa.Table) -> None:
    st.markdown(how_many(found))
    picked = st.dataframe(
        table,
        hide_index=True,
        alt="Wijzigingen, de nieuwste bovenaan",
        placeholder=dutch.DASH,
        height=460 if table.num_rows > 12 else "content",
        on_select="rerun",
        selection_mode="single-cell",
        column_config={
            "moment": st.column_config.TextColumn("Wanneer", width=185),
            "werkplein": st.column_config.TextColumn("Werkplein", width=120),
            "tertaal": st.column_config.TextColumn("Tertaal", width=70),
            "mijlpaal": st.column_config.TextColumn("Mijlpaal", width=190),
            "handeling": st.column_config.TextColumn("Handeling", width=110),
            "oud": st.column_config.TextColumn("Oud", width=130),
            "nieuw": st.column_config.TextColumn("Nieuw", width=130),
            "door": st.column_config.TextColumn("Door wie", width=120),
            "weg": st.column_config.TextColumn("Via", width=100),
        },
    )
    for row, _ in picked.selection.cells:
        if row < len(found.regels):
            show_whole(found.regels[row])


def how_many(found: Logboek) -> str:
    total = dutch.counted(found.totaal, "wijziging", "wijzigingen")
    if not found.more:
        return f"**{total}**, de nieuwste bovenaan. {CLICK}"
    shown, more = dutch.count(len(found.regels)), dutch.count(found.more)
    return f"**{total}**. Hier staan de nieuwste {shown}; de download heeft ook de andere {more}. {CLICK}"


def show_whole(regel: LogboekRegel) -> None:
    """Everything in one change, long texts too."""
    moment, werkplein, tertaal, mijlpaal, handeling, oud, nieuw, door, weg = (
        escaped(text or dutch.DASH) for text in screen_row(regel)
    )
    with st.container(border=True):
        st.markdown(f"**{handeling}** · {moment} · {door}, via {weg}")
        if regel.naam or regel.tertaal:
            st.markdown(f"Werkplein {werkplein}, tertaal {tertaal}, mijlpaal: {mijlpaal}")
        left, right = st.columns(2)
        left.markdown(f"**Oud**  \n{oud}")
        right.markdown(f"**Nieuw**  \n{nieuw}")
