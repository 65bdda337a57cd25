"""The list of achterblijvers by a rule, as it is now and as the AKO fixed it."""

from dataclasses import dataclass
from urllib.parse import urlencode

import pyarrow as pa
import streamlit as st

from db.actions.lijsten import fix_lijst
from db.engine import read_session
from db.queries.achterblijvers import outdated, vaste_lijst
from landkaart.domein.achterblijvers import OUTDATED, Regel
from landkaart.domein.achterblijverslijst import Achterblijverslijst, VastgesteldeLijst, achterblijverslijst_of
from landkaart.domein.rechten import Recht, mag
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import achterblijvers_tables as tables
from landkaart.rapport import dutch
from landkaart.rapport.explanation import stand_moment
from pages.shared import run_act
from pages.shared.arrow_tables import as_arrow
from pages.shared.beeld import Stempel, beeld_of, stempel
from pages.shared.markdown import escaped
from pages.shared.remembered import remembered
from pages.shared.visitor import visitor
from pages.shared.werkplein_table import show_coded


@dataclass(frozen=True)
class Achterblijvers:
    beeld: Tertaalbeeld
    lijst: Achterblijverslijst
    table: pa.Table
    gone: pa.Table


def achterblijvers(tertaal: Tertaal, regel: Regel) -> Achterblijvers:
    return shaped(stempel(tertaal), regel)


@remembered(30)
def shaped(stempel: Stempel, regel: Regel) -> Achterblijvers:
    beeld = beeld_of(stempel)
    with read_session() as session:
        verouderd = outdated(session=session, tertalen=beeld.geschiedenis[:-1])
    found = achterblijverslijst_of(beeld, regel, verouderd)
    return Achterblijvers(beeld, found, as_arrow(tables.list_table(beeld, found)), as_arrow(tables.left_table(beeld, found)))


def lead(found: Achterblijvers) -> str:
    number = f"**{dutch.count(len(found.lijst.redenen))} van {dutch.werkpleinen(found.beeld.stand.n)}**"
    said = f"In {found.beeld.tertaal} staan {number} op de lijst: {stand_moment(found.beeld)}."
    if len(found.beeld.geschiedenis) < 2:
        return said
    new, gone = dutch.count(len(found.lijst.nieuw)), dutch.count(len(found.lijst.weg))
    return f"{said} Sinds het vorige tertaal zijn er **{new}** bij gekomen en **{gone}** af.{may_still(found)}"


def may_still(found: Achterblijvers) -> str:
    """While the uitvraag runs: who is on the list only for not having answered yet."""
    waiting = sum(reason == OUTDATED for reason in found.lijst.redenen.values())
    if found.beeld.gesloten or not waiting:
        return ""
    people = dutch.counted(waiting, "werkplein staat", "werkpleinen staan")
    return f" De uitvraag loopt nog: **{people}** alleen op de lijst omdat de laatste invulling verouderd is."


def show_list(found: Achterblijvers) -> None:
    if not found.table.num_rows:
        st.info("Niemand staat op de lijst. Met een andere regel kan dat anders zijn.")
        return
    st.caption("De laagste score staat bovenaan. Kies een rij om het werkplein te bekijken.")
    alt = f"Achterblijvers in {found.beeld.tertaal}"
    show_coded(found.table, found.beeld.tertaal, key=f"achterblijvers-{regel_key(found)}", alt=alt)


def regel_key(found: Achterblijvers) -> str:
    """Names the rows that are on the screen."""
    return f"{found.beeld.tertaal}-{urlencode(found.lijst.regel.asked)}"


def show_gone(found: Achterblijvers) -> None:
    """Who was on it in the tertaal before, with what changed since."""
    st.header("Van de lijst af")
    if not found.gone.num_rows:
        st.markdown("Niemand, volgens dezelfde regel.")
        return
    alt = f"Van de lijst af in {found.beeld.tertaal}"
    show_coded(found.gone, found.beeld.tertaal, key=f"achterblijvers-af-{regel_key(found)}", alt=alt)


def show_fixed(found: Achterblijvers) -> None:
    """As the AKO fixed it, however figures moved on; and the way to fix what stands above."""
    tertaal, place = found.beeld.tertaal, f"lijst-{found.beeld.tertaal}"
    with read_session() as session:
        fixed = vaste_lijst(session=session, tertaal=tertaal)
    may = mag(visitor().bevoegdheid, Recht.LIJST_VASTSTELLEN)
    if fixed is None and not may:
        return
    st.header("De vastgestelde lijst")
    st.markdown(fixed_text(fixed, found) if fixed else f"De lijst van {tertaal} is nog niet vastgesteld.")
    run_act.show_failure(place)
    if may and is_other(fixed, found):
        label = "Lijst opnieuw vaststellen" if fixed else "Lijst vaststellen"
        arguments = (place, tertaal, found.lijst, fixed and fixed.opgeslagen_op)
        help = "Legt de lijst hierboven vast, met de regel erbij. Zo blijft te lezen wat er stond."
        st.button(label, key=run_act.key(place, "knop"), type="primary", help=help, on_click=fix, args=arguments)
    if fixed:
        with st.expander("De vastgestelde lijst lezen", on_change="rerun", key=f"{place}-open") as opened:
            if opened.open:
                file = f"/download/{tertaal}/achterblijverslijst.csv?vastgesteld=ja"
                st.markdown(f"Als CSV: [Excel]({file}&scheiding=puntkomma) · [komma]({file})")
                table = as_arrow(tables.fixed_table(found.beeld, fixed))
                alt = f"Vastgestelde lijst van {tertaal}"
                show_coded(table, tertaal, key=f"{place}-tabel", alt=alt)


def is_other(fixed: VastgesteldeLijst | None, found: Achterblijvers) -> bool:
    return fixed is None or (fixed.regel, dict(fixed.redenen)) != (found.lijst.regel, dict(found.lijst.redenen))


def fixed_text(fixed: VastgesteldeLijst, found: Achterblijvers) -> str:
    number = dutch.werkpleinen(len(fixed.redenen))
    said = f"Vastgesteld op **{dutch.day(fixed.opgeslagen_op)}** door {escaped(fixed.door)}: **{number}**. {fixed.regel.zin}"
    if not is_other(fixed, found):
        return f"{said} De lijst hierboven is nog dezelfde."
    more, fewer = (
        len(set(a) - set(b)) for a, b in ((found.lijst.redenen, fixed.redenen), (fixed.redenen, found.lijst.redenen))
    )
    return f"{said} De lijst hierboven is anders: {dutch.count(more)} erbij, {dutch.count(fewer)} eraf."


def fix(place: str, tertaal: Tertaal, shown: Achterblijverslijst, fixed_at) -> None:
    what = {"tertaal": tertaal, "regel": shown.regel, "seen": list(shown.redenen), "seen_fixed": fixed_at}
    run_act.attempt(place, tertaal, fix_lijst, **what)
