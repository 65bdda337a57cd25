"""What was fixed of the tertaal of an uitvraag, and the form to take it back while the closing is still to come."""

from datetime import datetime

import streamlit as st

from db.actions.momentopnamen import reissue, take_back
from db.models import REDEN_LENGTH
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.klok import edition_text
from landkaart.screens import Screen
from pages.clock_notice import edities
from pages.shared import run_act
from pages.shared.heruitgaven import moved_since_last
from pages.shared.markdown import escaped
from pages.shared.tertaalbeeld import namen

# Of more it is said how many more.
NAMED = 5


def show_vastgesteld(uitvraag: Uitvraag, now: datetime) -> None:
    """Show each edition, the last one with a way back when it came too early."""
    found = [each for each in edities() if each.tertaal == uitvraag.tertaal]
    place = f"terug-{uitvraag.tertaal}"
    for editie in found:
        st.caption(f":material/lock: {escaped(edition_text(editie, now))}.")
    if run_act.succeeded(place):
        st.success("Teruggenomen: wat nu wordt ingediend telt weer mee. Bij de sluiting wordt het opnieuw vastgesteld.")
    if found and found[-1].teruggenomen is None and now < uitvraag.sluit:
        with st.popover("Terugnemen", icon=":material/undo:"):
            st.markdown(
                "De klok van de server liep voor. De tabellen van toen blijven bewaard als editie; de cijfers leven weer "
                "tot de sluiting."
            )
            st.text_area("Waarom?", key=run_act.key(place, "reden"), max_chars=REDEN_LENGTH)
            # In here: above it, it would move the popover down, and what moves begins anew, closed.
            run_act.show_failure(place)
            key = run_act.key(place, "knop")
            st.button("Momentopname terugnemen", key=key, type="primary", on_click=take, args=(place, uitvraag.tertaal))

    if found and uitvraag.sluit <= now:
        show_reissue(uitvraag.tertaal)


def show_reissue(tertaal: Tertaal) -> None:
    """Show the form for another edition, with how many changed since the last; nothing when nobody did."""
    place = f"heruitgave-{tertaal}"
    if run_act.succeeded(place):
        where = f"{Screen.LANDELIJK.path}?tertaal={tertaal}"
        st.success(f"De nieuwe editie staat naast de eerste bij [Landelijk beeld]({where}); de eerste blijft zoals zij is.")
    moved = moved_since_last(tertaal)
    if not moved:
        return
    with st.popover("Nieuwe editie maken", icon=":material/library_add:"):
        many = dutch.counted(len(moved), f"{WERKPLEIN} staat", f"{WERKPLEINEN} staan")
        names = dutch.enumeration(
            [namen()[code] for code in moved[:NAMED]] + [f"nog {len(moved) - NAMED}"][: len(moved) > NAMED]
        )
        st.markdown(
            f"Sinds de laatste editie is er iets binnengekomen: {many} nu anders ({escaped(names)}). Een nieuwe editie van "
            "de tabellen telt dat mee. De eerste houdt haar cijfers en haar adres."
        )
        st.text_area("Waarom?", key=run_act.key(place, "reden"), max_chars=REDEN_LENGTH)
        run_act.show_failure(place)
        st.button("Editie maken", key=run_act.key(place, "knop"), type="primary", on_click=again, args=(place, tertaal))


def again(place: str, tertaal: Tertaal) -> None:
    run_act.attempt(place, tertaal, reissue, tertaal=tertaal, **run_act.given(place, "reden"))


def take(place: str, tertaal: Tertaal) -> None:
    run_act.attempt(place, tertaal, take_back, tertaal=tertaal, **run_act.given(place, "reden"))
