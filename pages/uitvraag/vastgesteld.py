"""What was fixed of the tertaal of an uitvraag, and the form to take it back while the closing is still to come."""

from datetime import datetime

import streamlit as st

from db.actions.momentopnamen import take_back
from db.models import REDEN_LENGTH
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport.klok import edition_text
from pages.clock_notice import edities
from pages.shared import run_act
from pages.shared.markdown import escaped


def show_vastgesteld(uitvraag: Uitvraag, now: datetime) -> None:
    """Show each edition, the last one with a way back when it came too early."""
    found = [each for each in edities() if each.tertaal == uitvraag.tertaal]
    place = f"terug-{uitvraag.tertaal}"
    for editie in found:
        st.caption(f":material/lock: {escaped(edition_text(editie, now))}.")
    run_act.show_failure(place)
    if run_act.succeeded(place):
        st.success("Teruggenomen: wat nu wordt ingediend telt weer mee. Bij de sluiting wordt het opnieuw vastgesteld.")
    if found and found[-1].teruggenomen is None and now < uitvraag.sluit:
        with st.popover("Terugnemen", icon=":material/undo:"):
            st.markdown(
                "De klok van de server liep voor. De tabellen van toen blijven bewaard als editie; de cijfers leven weer "
                "tot de sluiting."
            )
            st.text_area("Waarom?", key=run_act.key(place, "reden"), max_chars=REDEN_LENGTH)
            key = run_act.key(place, "knop")
            st.button("Momentopname terugnemen", key=key, type="primary", on_click=take, args=(place, uitvraag.tertaal))


def take(place: str, tertaal: Tertaal) -> None:
    run_act.attempt(place, tertaal, take_back, tertaal=tertaal, **run_act.given(place, "reden"))
