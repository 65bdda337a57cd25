"""Where the AKO fills in on behalf of a werkplein: which run now, and the sentence that says so on a form."""

from collections.abc import Mapping

import streamlit as st

from db.engine import read_session
from db.queries.namens import namens
from landkaart.domein.namens import Namens, running
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import AKO, WERKPLEIN
from landkaart.rapport import dutch
from pages.shared.cache import anything_changes, kept
from pages.shared.markdown import escaped


@kept(until=anything_changes, most=1)
def running_now() -> Mapping[tuple[str, Tertaal], Namens]:
    """Return those that run, by werkplein and tertaal."""
    with read_session() as session:
        return running(namens(session=session))


def running_on(werkplein: str, tertaal: Tertaal) -> Namens | None:
    return running_now().get((werkplein, tertaal))


def show_namens(werkplein: str, tertaal: Tertaal) -> None:
    """Say that the AKO fills in this form on behalf of the werkplein, on whose word; nothing when it does not."""
    found = running_on(werkplein, tertaal)
    if found is not None:
        who = f"{escaped(found.door)} ({AKO}) vult dit formulier in namens het {WERKPLEIN}"
        since = f"sinds {dutch.day_and_hour(found.begonnen_op)} uur"
        st.info(f"{who}, {since}. Antwoorden van {escaped(found.opgave.zin)}.", icon=":material/record_voice_over:")
