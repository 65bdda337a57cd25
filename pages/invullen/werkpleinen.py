"""Who fills in for more than one werkplein: which there are, how far each is and until when."""

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from db.engine import read_session
from landkaart.domein.rechten import Recht
from landkaart.programma.namen import WERKPLEIN_KOP, WERKPLEINEN
from landkaart.web.api.form import overview
from pages.shared.address import from_address, to_address
from pages.shared.choices import Choice
from pages.shared.lists import one_from_list
from pages.shared.name_search import narrowed
from pages.shared.namens import running_now
from pages.shared.visit import visit

STYLE = "border-collapse:collapse;width:100%"
CELL = "text-align:left;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--lk-rand);vertical-align:top"
HEAD = f'<tr><th style="{CELL}">{WERKPLEIN_KOP}</th><th style="{CELL}">Uitvraag</th><th style="{CELL}">Hoe ver</th></tr>'


def werkpleinen_to_fill_in(namen: Mapping[str, str]) -> Mapping[str, str]:
    """Return naam by code of those that this visitor fills in: his own, or on behalf of others."""
    own = {code for code in visit().visitor.bevoegdheid.werkpleinen if visit().may(Recht.INVULLEN, code)}
    if visit().may(Recht.NAMENS_INVULLEN):
        own = {code for code, _ in running_now()}
    return {code: naam for code, naam in namen.items() if code in own}


def choose_werkplein(own: Mapping[str, str]) -> str | None:
    """Return the code of the werkplein that this visit is about; ask only when there is a choice.

    Nothing chosen yet: shows the list to choose from, and returns None.
    """
    if len(own) == 1:
        only = Choice(WERKPLEIN_KOP, "werkplein", own, "werkplein").only()
        to_address("werkplein", only)
        return only
    from_address("werkplein", own)
    if st.session_state.get("werkplein") not in own:
        show_werkpleinen()
        return None
    names, first = narrowed(own, "werkplein", WERKPLEIN_KOP), st.session_state["werkplein"]
    chosen: str = one_from_list(WERKPLEIN_KOP, names, "werkplein", first, persist_state="session", width=400)
    to_address("werkplein", chosen)
    return chosen


def show_werkpleinen() -> None:
    """Show a table of plain links, so that there is a step back to it."""
    with read_session() as session:
        found = overview(session, visit().visitor)
    who = "U vult in namens" if visit().may(Recht.NAMENS_INVULLEN) else "U vult in voor"
    rows = "".join(map(row, found))
    st.markdown(f"{who} {len(found)} {WERKPLEINEN}. Kies er een.")
    st.html(f'<table style="{STYLE}"><thead>{HEAD}</thead><tbody>{rows}</tbody></table>')


def row(each: Mapping[str, Any]) -> str:
    ronde = f"&ronde={each['tertaal']}" if each["tertaal"] else ""
    link = f'<a href="/invullen?werkplein={each["werkplein"]}{ronde}" target="_self">{escape(each["naam"])}</a>'
    cells = (link, each["tertaal"] or "", escape(each["zin"]))
    return f"<tr>{''.join(f'<td style={CELL!r}>{cell}</td>' for cell in cells)}</tr>"
