"""The list of achterblijvers by a rule, as it is now."""

from dataclasses import dataclass
from urllib.parse import urlencode

import pyarrow as pa
import streamlit as st

from db.engine import read_session
from db.queries.achterblijvers import outdated
from landkaart.domein.achterblijvers import OUTDATED, Regel
from landkaart.domein.achterblijverslijst import Achterblijverslijst, achterblijverslijst_of
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import achterblijvers_tables as tables
from landkaart.rapport import dutch
from landkaart.rapport.explanation import stand_moment
from pages.shared.arrow_tables import as_arrow
from pages.shared.cache import figures_change, kept
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.shared.visit import show_judged
from pages.shared.werkplein_table import show_werkpleinen


@dataclass(frozen=True)
class Achterblijvers:
    """The list with all that belongs to it."""

    beeld: Tertaalbeeld
    lijst: Achterblijverslijst
    table: pa.Table  # Who is on it, ready to be shown.
    gone: pa.Table  # The same of who was on it in the tertaal before.


@kept(until=figures_change, most=30)
def achterblijvers(tertaal: Tertaal, regel: Regel) -> Achterblijvers:
    """Return who is on the list by this rule."""
    beeld = tertaalbeeld(tertaal)
    with read_session() as session:
        verouderd = outdated(session=session, tertalen=beeld.geschiedenis[:-1])
    found = achterblijverslijst_of(beeld, regel, verouderd)
    return Achterblijvers(beeld, found, as_arrow(tables.list_table(beeld, found)), as_arrow(tables.left_table(beeld, found)))


def lead(found: Achterblijvers) -> str:
    """Say how many are on it, and what changed since the tertaal before."""
    number = f"**{dutch.count(len(found.lijst.redenen))} van {dutch.werkpleinen(found.beeld.stand.n)}**"
    said = f"In {found.beeld.tertaal} staan {number} op de lijst: {stand_moment(found.beeld)}."
    if len(found.beeld.geschiedenis) < 2:
        return said
    new, gone = dutch.count(len(found.lijst.nieuw)), dutch.count(len(found.lijst.weg))
    return f"{said} Sinds het vorige {TERTAAL} zijn er **{new}** bij gekomen en **{gone}** af.{may_still(found)}"


def may_still(found: Achterblijvers) -> str:
    """Say, while the uitvraag runs, who is on the list only for not having answered yet."""
    waiting = sum(reason == OUTDATED for reason in found.lijst.redenen.values())
    if found.beeld.gesloten or not waiting:
        return ""
    people = dutch.counted(waiting, f"{WERKPLEIN} staat", f"{WERKPLEINEN} staan")
    return f" De uitvraag loopt nog: **{people}** alleen op de lijst omdat de laatste invulling verouderd is."


def show_list(found: Achterblijvers) -> None:
    """Show who is on it; a line when nobody is."""
    if not found.table.num_rows:
        st.info("Niemand staat op de lijst. Met een andere regel kan dat anders zijn.")
        return
    show_judged()
    judged = f"de {AKO}-indicatie is het oordeel van het {AKO} zoals het nu is"
    st.caption(f"De laagste score staat bovenaan; {judged}. Kies een rij om het {WERKPLEIN} te bekijken.")
    alt = f"Achterblijvers in {found.beeld.tertaal}"
    show_werkpleinen(found.table, found.beeld.tertaal, key=f"achterblijvers-{regel_key(found)}", alt=alt)


def regel_key(found: Achterblijvers) -> str:
    """Name the rows that are on the screen."""
    return f"{found.beeld.tertaal}-{urlencode(found.lijst.regel.asked)}"


def show_gone(found: Achterblijvers) -> None:
    """Show who was on it in the tertaal before, with what changed since."""
    st.header("Van de lijst af")
    if not found.gone.num_rows:
        st.markdown("Niemand, volgens dezelfde regel.")
        return
    alt = f"Van de lijst af in {found.beeld.tertaal}"
    show_werkpleinen(found.gone, found.beeld.tertaal, key=f"achterblijvers-af-{regel_key(found)}", alt=alt)
