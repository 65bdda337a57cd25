"""All werkpleinen below each other, to be judged with the keyboard: at most one key and one Enter for each."""

from collections.abc import Mapping

import streamlit as st

from db.engine import read_session
from db.queries.oordelen import earlier_oordelen
from db.queries.vraag_antwoorden import uitslagen
from landkaart.domein.oordelen import open_without_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch, judging
from landkaart.web.api.form import account_key
from landkaart.web.api.oordelen import address_of
from pages.shared.cache import anything_changes, kept
from pages.shared.components import show_component
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.shared.visit import visit


def show_judging_table(beeld: Tertaalbeeld) -> None:
    """Show it, with everybody who is open at the closing; what is given there saves itself."""
    st.header("Beoordelen")
    found = judging_data(beeld.tertaal)
    key = f"oordelen-{beeld.tertaal}-{visit().visitor.account_id}"
    data = {**found, "account": account_key(visit().visitor)}
    show_component("oordelen", data, key, asks="gegeven")
    without = len(open_without_stand(beeld))
    if without:
        said = dutch.counted(without, f"{WERKPLEIN} heeft", f"{WERKPLEINEN} hebben")
        st.caption(f"{said} in {beeld.tertaal} geen stand; een oordeel daarover telt hieronder niet mee.")


@kept(until=anything_changes, most=10)
def judging_data(tertaal: Tertaal) -> Mapping[str, object]:
    """Return what stands beside each werkplein: the same at every run, for what is given the table asks itself."""
    beeld = tertaalbeeld(tertaal)
    with read_session() as session:
        answers = uitslagen(session=session, tertaal=tertaal)
        earlier = earlier_oordelen(session=session, tertaal=tertaal)
    return {
        "api": address_of(tertaal),
        "tertaal": str(tertaal),
        "zinnen": judging.IN_THE_BROWSER,
        "opties": judging.options(),
        "vragen": judging.vragen(answers),
        "rijen": judging.rows(beeld, answers, earlier),
    }
