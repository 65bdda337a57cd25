"""The afspraken of a werkplein: a quiet line while filling in, a list, and the forms to make and to change one."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from db.actions.afspraken import change_afspraak, make_afspraak
from db.engine import read_session
from db.queries.afspraken import afspraken
from landkaart.domein.afspraak import LONGEST, Afspraak, AfspraakInhoud, AfspraakStatus, in_order
from landkaart.domein.rechten import Recht
from landkaart.rapport import dutch
from landkaart.rapport.leren import afspraken_table, counts_text, status_text
from pages.shared import run_act
from pages.shared.downloads import csv_links
from pages.shared.lists import one_from_list
from pages.shared.markdown import escaped
from pages.shared.show_table import show_table
from pages.shared.tertaalbeeld import namen
from pages.shared.visit import visit
from pages.shared.werkplein_table import height_of

LAST_DAY = date(2099, 12, 31)
CONFIG = {
    "status": st.column_config.TextColumn("Status", width=80),
    "wanneer": st.column_config.TextColumn("Wanneer", width=130),
    "wat": st.column_config.TextColumn("Wat", width=330),
    "wie": st.column_config.TextColumn("Wie", width=140),
    "met": st.column_config.TextColumn("Met", width=140),
    "mijlpaal": st.column_config.TextColumn("Mijlpaal", width=200),
}


def show_afspraken_quietly(werkplein: str) -> None:
    """Show one closed line that counts them, for who may see them; nothing when there are none."""
    if not visit().may(Recht.LOGBOEK_ZIEN, werkplein):
        return
    found, day = fetch(werkplein), visit().today()
    if found:
        with st.expander(counts_text(found, day), on_change="rerun", key=f"afspraken-{werkplein}") as opened:
            if opened.open:
                show_list(werkplein, found, day)


def show_afspraken(werkplein: str, hint: str = "") -> None:
    """Show all of them under a heading, for who may see them; `hint` says where to make the first."""
    if not visit().may(Recht.LOGBOEK_ZIEN, werkplein):
        return
    found, day = fetch(werkplein), visit().today()
    st.header("Afspraken")
    if not found:
        st.caption(f"Er zijn nog geen afspraken vastgelegd. {hint}")
        return
    st.markdown(f"{counts_text(found, day)}. Kies een rij om een afspraak te lezen of bij te werken.")
    show_list(werkplein, found, day)


def fetch(werkplein: str) -> list[Afspraak]:
    with read_session() as session:
        return afspraken(session=session, by=visit().gebruiker, werkplein=werkplein)


def show_list(werkplein: str, found: Sequence[Afspraak], today: date) -> None:
    named = namen()
    ordered = in_order(found, today)
    # What was done takes its row elsewhere: another list, no row of it chosen.
    key = f"afspraken-lijst-{werkplein}-{hash(tuple((each.id, each.status) for each in ordered))}"
    show_table(
        afspraken_table(found, dict(named), today),
        key=key,
        height=height_of(len(ordered)),
        columns=CONFIG,
        on_select=lambda: open_line(key, ordered),
        selection_mode="single-row",
        alt="Afspraken: wat over tijd is eerst, dan open op datum, dan gedaan of vervallen",
    )
    st.caption(f"Als CSV: {csv_links('/download/afspraken.csv', {'werkplein': werkplein})}")
    chosen = next((each for each in ordered if each.id == st.session_state.get("afspraak-open")), None)
    if chosen:
        show_one(chosen, named, today)


def open_line(key: str, ordered: Sequence[Afspraak]) -> None:
    """Open the chosen row; callback of the list."""
    lines = [line for line in st.session_state[key].selection.rows if line < len(ordered)]
    st.session_state["afspraak-open"] = ordered[lines[0]].id if lines else None


def show_one(afspraak: Afspraak, namen: Mapping[str, str], today: date) -> None:
    with st.container(border=True):
        st.markdown(whole(afspraak, namen, today))
        if visit().may(Recht.AFSPRAKEN_MAKEN, afspraak.werkplein):
            show_change(afspraak)


def whole(afspraak: Afspraak, namen: Mapping[str, str], today: date) -> str:
    met = f" Met {escaped(namen[afspraak.met])}." if afspraak.met else ""
    made = f"Vastgelegd door {escaped(afspraak.door)} op {dutch.day(afspraak.gemaakt_op)}."
    first = f"**{status_text(afspraak, today)}** · {dutch.day(afspraak.wanneer)} · {escaped(afspraak.wie)}"
    return f"{first}\n\n{escaped(afspraak.wat)}\n\n{made}{met}"


def show_change(afspraak: Afspraak) -> None:
    """Show the form for one.

    What is saved is compared with the afspraak as it was when the form was opened, not with what it is by now.
    """
    place = f"afspraak-{afspraak.id}"
    seen = st.session_state.setdefault(run_act.key(place, "gezien"), afspraak)
    left, middle, right = st.columns(3)
    with left:
        one_from_list("Status", {each: each.label for each in AfspraakStatus}, run_act.key(place, "status"), seen.status)
    middle.text_input("Wie", seen.wie, key=run_act.key(place, "wie"), max_chars=120)
    with right:
        ask_day(place, seen.wanneer)
    st.text_area("Wat", seen.wat, key=run_act.key(place, "wat"), max_chars=LONGEST)
    run_act.show_outcome(place)
    st.button("Opslaan", key=run_act.key(place, "knop"), on_click=change, args=(place, afspraak))


def ask_day(place: str, day: date | None) -> None:
    key = run_act.key(place, "wanneer")
    st.date_input("Wanneer", day, min_value=date(1990, 1, 1), max_value=LAST_DAY, key=key, format="DD-MM-YYYY")


def change(place: str, now: Afspraak) -> None:
    """Save it; after a refusal the next try is about the afspraak that is on the screen by then."""
    name, status = run_act.key(place, "gezien"), run_act.given(place, "status")["status"]
    seen = st.session_state.get(name, now)
    run_act.attempt(place, seen.id, change_afspraak, afspraak=seen, inhoud=typed(place), status=status)
    st.session_state.pop(name, None)


def show_make(werkplein: str, met: str | None, mijlpaal: str | None, namen: Mapping[str, str]) -> None:
    """Show the form for a new one, about one mijlpaal and with the werkplein that was chosen."""
    place = f"nieuwe-afspraak-{werkplein}-{mijlpaal}-{met}"
    if done := run_act.succeeded(place):
        st.success(f"Afspraak vastgelegd om {done.at} uur. Zij staat hieronder, en bij de volgende invulling.")
    hint = f"Bijvoorbeeld: kijken hoe {namen[met]} dit doet" if met else "Wat gaat u doen?"
    st.text_area("Wat spreekt u af?", key=run_act.key(place, "wat"), max_chars=LONGEST, placeholder=hint)
    left, right = st.columns(2)
    left.text_input("Wie doet het?", key=run_act.key(place, "wie"), max_chars=120)
    with right:
        ask_day(place, None)
    run_act.show_failure(place)
    args = (place, werkplein, met, mijlpaal)
    st.button("Afspraak vastleggen", key=run_act.key(place, "knop"), type="primary", on_click=make, args=args)


def make(place: str, werkplein: str, met: str | None, mijlpaal: str | None) -> None:
    about = {"werkplein": werkplein, "met": met, "mijlpaal": mijlpaal}
    run_act.attempt(place, werkplein, make_afspraak, **about, inhoud=typed(place))


def typed(place: str) -> AfspraakInhoud:
    """Return what stands in the fields, an empty text for nothing."""
    found = run_act.given(place, "wat", "wie", "wanneer")
    return AfspraakInhoud(found["wat"] or "", found["wie"] or "", found["wanneer"])
