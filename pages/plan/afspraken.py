"""The list under its headings, one afspraak with its history, and for the AKO the forms to bring it up to date."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from db.actions.plan import add_plan_stand, change_plan_afspraak
from landkaart.domein.afspraak import LONGEST
from landkaart.domein.kengetal import LONGEST_LINE
from landkaart.domein.plan import PlanAfspraak, PlanInhoud, PlanStatus, StandVanZaken
from landkaart.rapport.plan import plan_table, standen_table, status_text
from pages.shared import run_act
from pages.shared.arrow_tables import as_arrow
from pages.shared.lists import one_from_list, one_row
from pages.shared.markdown import escaped
from pages.shared.show_table import show_table

COLUMNS = {
    "Thema": st.column_config.TextColumn("Thema", width=150),
    "Nummer": st.column_config.TextColumn("Nr.", width=50),
    "Afspraak": st.column_config.TextColumn("Afspraak", width=300),
    "Wie": st.column_config.TextColumn("Wie", width=120),
    "Wanneer (plan)": None,
    "Wanneer (nu)": st.column_config.TextColumn("Wanneer", width=130),
    "Stand van zaken": st.column_config.TextColumn("Stand van zaken", width=300),
    "Status": st.column_config.TextColumn("Status", width=120),
}
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)


def choose_afspraak(found: Sequence[PlanAfspraak], today: date) -> PlanAfspraak | None:
    """Show all of them; return the one whose row was chosen."""
    table = plan_table(found, today)
    table.insert(0, "Thema", [each.inhoud.thema for each in found])
    by_nummer = {each.inhoud.nummer: each for each in found}
    alt = "Afspraken van het Plan van Aanpak"
    chosen = one_row(as_arrow(table), list(by_nummer), "plan-lijst", alt=alt, columns=COLUMNS, height="content")
    return None if chosen is None else by_nummer[chosen]


def show_afspraak(afspraak: PlanAfspraak, today: date, may: bool) -> None:
    """Show all of it; to who may change it also the forms."""
    inhoud = afspraak.inhoud
    with st.container(border=True):
        st.subheader(f"{escaped(inhoud.nummer)} {escaped(inhoud.wat)}")
        when = f" Volgens het plan: {escaped(inhoud.wanneer_plan)}." if inhoud.wanneer_plan else ""
        st.markdown(f"**{status_text(afspraak, today)}** · {escaped(inhoud.thema)} · {escaped(inhoud.wie)}.{when}")
        key = f"plan-standen-{inhoud.nummer}"
        show_table(as_arrow(standen_table(afspraak)), key=key, alt=f"Stand van zaken van {inhoud.nummer}", height="content")
        if may:
            ask_stand(afspraak, today)
            ask_inhoud(afspraak)


def seen_first(place: str, afspraak: PlanAfspraak) -> PlanAfspraak:
    """Return what stood there when these fields began: what is saved is compared with that."""
    found: PlanAfspraak = st.session_state.setdefault(run_act.key(place, "gezien"), afspraak)
    return found


def ask_stand(afspraak: PlanAfspraak, today: date) -> None:
    """Show the form for how it stands."""
    place = f"plan-stand-{afspraak.inhoud.nummer}"
    now = seen_first(place, afspraak).stand
    st.markdown("**Nieuwe stand van zaken.** Wat er eerder stond, blijft te lezen.")
    with st.grid(4):
        options = {each: each.label for each in PlanStatus}
        one_from_list("Status", options, run_act.key(place, "status"), now.status)
        st.text_input("Wanneer", now.wanneer, key=run_act.key(place, "wanneer"), max_chars=LONGEST_LINE)
        ask_day(place, "uiterlijk", "Uiterlijk (mag leeg)", now.uiterlijk)
        ask_day(place, "op", "Stand op", today)
    st.text_area("Stand van zaken", now.tekst, key=run_act.key(place, "tekst"), max_chars=LONGEST, height=90)
    run_act.show_outcome(place)
    st.button("Opslaan", key=run_act.key(place, "knop"), type="primary", on_click=save_stand, args=(place, afspraak))


def ask_day(place: str, field: str, label: str, day: date | None) -> None:
    key = run_act.key(place, field)
    st.date_input(label, day, min_value=FIRST_DAY, max_value=LAST_DAY, key=key, format="DD-MM-YYYY")


def save_stand(place: str, afspraak: PlanAfspraak) -> None:
    """Save it; after a refusal the next try is about the afspraak that is on the screen by then."""
    found = run_act.given(place, "status", "wanneer", "uiterlijk", "tekst", "op")
    stand = StandVanZaken(found["status"], found["wanneer"] or "", found["uiterlijk"], found["tekst"] or "", found["op"])
    key = run_act.key(place, "gezien")
    seen = st.session_state.get(key, afspraak)
    run_act.attempt(place, afspraak.inhoud.nummer, add_plan_stand, afspraak=seen, stand=stand)
    st.session_state.pop(key, None)


def ask_inhoud(afspraak: PlanAfspraak) -> None:
    """Show, when it is asked for, the form for what is agreed."""
    place, inhoud = f"plan-inhoud-{afspraak.inhoud.nummer}", afspraak.inhoud
    with st.expander("De afspraak zelf wijzigen", on_change="rerun", key=f"{place}-open") as opened:
        if opened.open:
            seen_first(place, afspraak)
            ask_fields(place, inhoud)
            run_act.show_outcome(place)
            st.button("Wijzigen", key=run_act.key(place, "knop"), on_click=save_inhoud, args=(place, afspraak))


def ask_fields(place: str, inhoud: PlanInhoud) -> None:
    """Ask for what is agreed, but for its nummer."""
    with st.grid(3):
        st.text_input("Thema", inhoud.thema, key=run_act.key(place, "thema"), max_chars=120)
        st.text_input("Wie", inhoud.wie, key=run_act.key(place, "wie"), max_chars=120)
        st.text_input(
            "Wanneer, volgens het plan", inhoud.wanneer_plan, key=run_act.key(place, "plan"), max_chars=LONGEST_LINE
        )
    st.text_area("Afspraak", inhoud.wat, key=run_act.key(place, "wat"), max_chars=LONGEST, height=90)


def typed(place: str, nummer: str) -> PlanInhoud:
    """Return what stands in the fields, an empty text for nothing."""
    found = {name: text or "" for name, text in run_act.given(place, "thema", "wat", "wie", "plan").items()}
    return PlanInhoud(nummer, found["thema"], found["wat"], found["wie"], found["plan"])


def save_inhoud(place: str, afspraak: PlanAfspraak) -> None:
    nummer, key = afspraak.inhoud.nummer, run_act.key(place, "gezien")
    seen = st.session_state.get(key, afspraak)
    run_act.attempt(place, nummer, change_plan_afspraak, afspraak=seen, inhoud=typed(place, nummer))
    st.session_state.pop(key, None)
