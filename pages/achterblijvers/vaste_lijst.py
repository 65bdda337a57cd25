"""The list of achterblijvers as the AKO fixed it, and the way to fix it."""

from datetime import datetime

import streamlit as st

from db.actions.lijsten import fix_lijst
from db.engine import read_session
from db.queries.achterblijvers import vaste_lijst
from landkaart.domein.achterblijverslijst import Achterblijverslijst, VastgesteldeLijst
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import achterblijvers_tables as tables
from landkaart.rapport import dutch
from pages.achterblijvers.lijst import Achterblijvers
from pages.shared import run_act
from pages.shared.arrow_tables import as_arrow
from pages.shared.downloads import csv_links
from pages.shared.markdown import escaped
from pages.shared.visit import visit
from pages.shared.werkplein_table import show_werkpleinen


def show_fixed(found: Achterblijvers) -> None:
    """Show what was fixed, however figures moved on; and the way to fix what stands above."""
    tertaal, place = found.beeld.tertaal, f"lijst-{found.beeld.tertaal}"
    with read_session() as session:
        fixed = vaste_lijst(session=session, tertaal=tertaal)
    may = visit().may(Recht.LIJST_VASTSTELLEN)
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
                file = f"/download/{tertaal}/achterblijverslijst.csv"
                st.markdown(f"Als CSV: {csv_links(file, {'vastgesteld': 'ja'})}")
                table = as_arrow(tables.fixed_table(found.beeld, fixed))
                show_werkpleinen(table, tertaal, key=f"{place}-tabel", alt=f"Vastgestelde lijst van {tertaal}")


def is_other(fixed: VastgesteldeLijst | None, found: Achterblijvers) -> bool:
    """Tell whether what stands above is not what was fixed: other rule, other names or other reasons."""
    return fixed is None or (fixed.regel, dict(fixed.redenen)) != (found.lijst.regel, dict(found.lijst.redenen))


def fixed_text(fixed: VastgesteldeLijst, found: Achterblijvers) -> str:
    """Say who fixed it and when, and how the list above differs by now."""
    number = dutch.werkpleinen(len(fixed.redenen))
    said = f"Vastgesteld op **{dutch.day(fixed.opgeslagen_op)}** door {escaped(fixed.door)}: **{number}**. {fixed.regel.zin}"
    if not is_other(fixed, found):
        return f"{said} De lijst hierboven is nog dezelfde."
    more, fewer = (
        len(set(a) - set(b)) for a, b in ((found.lijst.redenen, fixed.redenen), (fixed.redenen, found.lijst.redenen))
    )
    return f"{said} De lijst hierboven is anders: {dutch.count(more)} erbij, {dutch.count(fewer)} eraf."


def fix(place: str, tertaal: Tertaal, shown: Achterblijverslijst, fixed_at: datetime | None) -> None:
    what = {"tertaal": tertaal, "regel": shown.regel, "seen": list(shown.redenen), "seen_fixed": fixed_at}
    run_act.attempt(place, tertaal, fix_lijst, **what)
