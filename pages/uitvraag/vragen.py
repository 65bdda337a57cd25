"""The questions on top of the 14, as the AKO asks them."""

from collections.abc import Collection, Sequence
from datetime import datetime

import streamlit as st

from db.actions import vragen as acts
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.domein.vraag import LONGEST, Vraag
from pages.shared import run_act
from pages.shared.markdown import escaped


def show_vragen(uitvraag: Uitvraag, asked: Sequence[Vraag], answered: Collection[str], now: datetime) -> None:
    """Show them, and the forms for those that can still change: not the `answered` ones (codes), nor after the closing."""
    st.caption(
        "Een vraag staat onder de 14 mijlpalen. Werkpleinen antwoorden met ja of nee en kunnen dat toelichten; het hoeft "
        "niet, en het houdt indienen niet tegen. Zodra er één antwoord is, blijft de tekst zoals hij is."
    )
    is_closed = uitvraag.sluit <= now
    if not asked:
        st.info("Bij deze uitvraag zijn geen vragen gesteld." if is_closed else "Er zijn nog geen vragen bij deze uitvraag.")
    for vraag in asked:
        if is_closed or vraag.code in answered:
            note = "" if is_closed else "  \n:small[Al beantwoord: blijft zoals zij is.]"
            st.markdown(f"- {escaped(vraag.tekst)}{note}")
        else:
            show_change(uitvraag.tertaal, vraag)
    if not is_closed:
        show_add(uitvraag.tertaal)


def show_change(tertaal: Tertaal, vraag: Vraag) -> None:
    place = f"vraag-{tertaal}-{vraag.code}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Vraag", vraag.tekst, key=run_act.key(place, "tekst"), max_chars=LONGEST)
        args = (place, tertaal, vraag.code)
        st.button("Opslaan", key=run_act.key(place, "knop"), on_click=change, args=args)
        st.button("Weghalen", key=run_act.key(place, "weg"), type="tertiary", on_click=remove, args=args)
    run_act.show_outcome(place)


def show_add(tertaal: Tertaal) -> None:
    place = f"vraag-erbij-{tertaal}"
    hint = "Zoals: Hebt u gezamenlijke doelstellingen afgesproken?"
    st.text_area("Nieuwe vraag", key=run_act.key(place, "tekst"), max_chars=LONGEST, height=80, placeholder=hint)
    run_act.show_failure(place)
    st.button("Vraag toevoegen", key=run_act.key(place, "knop"), on_click=add, args=(place, tertaal))


def add(place: str, tertaal: Tertaal) -> None:
    run_act.attempt(place, tertaal, acts.add_vraag, tertaal=tertaal, **run_act.given(place, "tekst"))


def change(place: str, tertaal: Tertaal, code: str) -> None:
    run_act.attempt(place, code, acts.change_vraag, tertaal=tertaal, code=code, **run_act.given(place, "tekst"))


def remove(place: str, tertaal: Tertaal, code: str) -> None:
    run_act.attempt(place, code, acts.remove_vraag, tertaal=tertaal, code=code)
