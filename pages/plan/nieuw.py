"""A new afspraak of the Plan van Aanpak."""

import streamlit as st

from db.actions.plan import make_plan_afspraak
from landkaart.domein.plan import LONGEST_NUMMER, PlanInhoud
from pages.plan.afspraken import ask_fields, typed
from pages.shared import run_act

PLACE = "plan-nieuw"
EMPTY = PlanInhoud("", "", "", "", "")


def show_new() -> None:
    """Show, when it is asked for, the form for it."""
    with st.expander("Een afspraak toevoegen", on_change="rerun", key=f"{PLACE}-open") as opened:
        if opened.open:
            st.text_input("Nummer", key=run_act.key(PLACE, "nummer"), max_chars=LONGEST_NUMMER, help="Zoals II.4.")
            ask_fields(PLACE, EMPTY)
            run_act.show_outcome(PLACE)
            st.button("Toevoegen", key=run_act.key(PLACE, "knop"), type="primary", on_click=make)


def make() -> None:
    nummer = run_act.given(PLACE, "nummer")["nummer"] or ""
    run_act.attempt(PLACE, nummer, make_plan_afspraak, inhoud=typed(PLACE, nummer))
