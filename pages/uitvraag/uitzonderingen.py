"""Uitstel and vrijstelling in one uitvraag: who has it, and the forms that give it to one werkplein."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import pandas as pd
import streamlit as st

from db.actions import uitzonderingen as acts
from landkaart.domein.clock import local_date, on_clock
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.domein.uitzondering import Uitstel, Vrijstelling, VrijstellingSoort
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP
from landkaart.rapport import dutch
from pages.shared import run_act
from pages.shared.choices import Choice
from pages.shared.lists import one_of_a_few
from pages.shared.show_table import show_table
from pages.shared.tertaalbeeld import namen, open_namen
from pages.uitvraag.moments import ask_moment, read_moment

KEY = "uitzondering_werkplein"
WEEK = timedelta(7)
# What a form is about: its place, the tertaal, the code of the werkplein.
About = tuple[str, Tertaal, str]
Callback = Callable[[str, Tertaal, str], None]


def show_uitzonderingen(
    uitvraag: Uitvraag, later: Mapping[str, Uitstel], freed: Mapping[str, Vrijstelling], now: datetime
) -> None:
    """Show who has uitstel (`later`) or vrijstelling (`freed`), both by code, and the forms of one werkplein."""
    if later or freed:
        table = given_table(later, freed, now)
        show_table(table, key="uitzonderingen_tabel", alt="Uitstel en vrijstellingen die zijn gegeven")
    else:
        st.info("Er is in deze uitvraag nog geen uitstel of vrijstelling gegeven.")
    # Those that the uitvraag is about, and whoever has something all the same.
    concerned = open_namen(local_date(uitvraag.sluit)).keys() | later.keys() | freed.keys()
    options = {code: naam for code, naam in namen().items() if code in concerned}
    hint = f"Kies een {WERKPLEIN} om uitstel of vrijstelling te geven"
    werkplein = Choice(WERKPLEIN_KOP, "werkplein", options, KEY).from_list_or_none(hint, width=460)
    if werkplein is None:
        return
    left, right = st.columns(2, gap="large")
    with left:
        show_uitstel(uitvraag, werkplein, later.get(werkplein), now)
    with right:
        show_vrijstelling(uitvraag.tertaal, werkplein, freed.get(werkplein))


def given_table(later: Mapping[str, Uitstel], freed: Mapping[str, Vrijstelling], now: datetime) -> pd.DataFrame:
    """Return a row for each, as it is read."""
    rows: list[tuple[str, str, Uitstel | Vrijstelling]]
    rows = [(code, f"Uitstel {until(uitstel.tot, now)}", uitstel) for code, uitstel in later.items()]
    rows += [(code, vrijstelling.soort.label, vrijstelling) for code, vrijstelling in freed.items()]
    columns = [WERKPLEIN_KOP, "Wat", "Reden", "Door wie", "Gegeven op"]
    said = [(namen()[code], what, given.reden, given.door, dutch.day(given.gegeven_op)) for code, what, given in rows]
    return pd.DataFrame(said, columns=columns, dtype="str")


def until(tot: datetime, now: datetime) -> str:
    return f"{dutch.until(tot)}{'' if now < tot else ' (voorbij)'}"


def show_uitstel(uitvraag: Uitvraag, werkplein: str, given: Uitstel | None, now: datetime) -> None:
    place = f"uitstel-{uitvraag.tertaal}-{werkplein}"
    st.markdown("**Uitstel**")
    proposal = on_clock(given.tot) if given else on_clock(max(uitvraag.sluit, now)).replace(minute=0, second=0) + WEEK
    proposal, key = proposal.replace(microsecond=0), run_act.key(place, "tot")
    ask_moment("Kan invullen tot", proposal, key)
    if chosen := read_moment(key):
        st.caption(f"Zo staat het overal: {dutch.until(chosen)}.")
    st.text_input("Reden", given.reden if given else "", key=run_act.key(place, "reden"), max_chars=500)
    st.caption(
        f"Alleen dit {WERKPLEIN} kan zo lang door, ook na de sluiting. Wat het dan indient, wordt bewaard en is waar het "
        f"staat; de tabellen van {uitvraag.tertaal} blijven zoals ze bij de sluiting waren (‘na sluiting gewijzigd’)."
    )
    done = f"uitstel {dutch.until(given.tot)}" if given else "er is geen uitstel"
    run_act.show_outcome(place, f"{done}.")
    show_buttons("Uitstel", given is not None, (place, uitvraag.tertaal, werkplein), give_uitstel, withdraw_uitstel)


def show_vrijstelling(tertaal: Tertaal, werkplein: str, given: Vrijstelling | None) -> None:
    place = f"vrijstelling-{tertaal}-{werkplein}"
    st.markdown("**Vrijstelling**")
    options = {soort: soort.label for soort in VrijstellingSoort}
    one_of_a_few("Wat is er aan de hand?", options, run_act.key(place, "soort"), given.soort if given else None)
    st.text_input("Reden", given.reden if given else "", key=run_act.key(place, "reden"), max_chars=500)
    st.caption(
        "Vrijgesteld: het hoeft deze keer niet mee te doen. Geen wijziging: het liet weten dat er niets veranderde. Het "
        "krijgt geen herinneringen; invullen mag wel."
    )
    done = given.soort.label.lower() if given else "er is geen vrijstelling"
    run_act.show_outcome(place, f"{done}.")
    about = (place, tertaal, werkplein)
    show_buttons("Vrijstelling", given is not None, about, give_vrijstelling, withdraw_vrijstelling)


def show_buttons(what: str, is_given: bool, about: About, give: Callback, withdraw: Callback) -> None:
    """Show the ways to give it, or to change and withdraw it; `what`: how it is called."""
    place = about[0]
    with st.container(horizontal=True):
        label = f"{what} wijzigen" if is_given else f"{what} geven"
        st.button(label, key=run_act.key(place, "knop"), on_click=give, args=about)
        if is_given:
            st.button("Intrekken", key=run_act.key(place, "weg"), type="tertiary", on_click=withdraw, args=about)


def give_uitstel(place: str, tertaal: Tertaal, werkplein: str) -> None:
    what = {"tertaal": tertaal, "werkplein": werkplein, **run_act.given(place, "tot", "reden")}
    run_act.attempt(place, werkplein, acts.give_uitstel, **what)


def withdraw_uitstel(place: str, tertaal: Tertaal, werkplein: str) -> None:
    run_act.attempt(place, werkplein, acts.withdraw_uitstel, tertaal=tertaal, werkplein=werkplein)


def give_vrijstelling(place: str, tertaal: Tertaal, werkplein: str) -> None:
    what = {"tertaal": tertaal, "werkplein": werkplein, **run_act.given(place, "soort", "reden")}
    run_act.attempt(place, werkplein, acts.give_vrijstelling, **what)


def withdraw_vrijstelling(place: str, tertaal: Tertaal, werkplein: str) -> None:
    run_act.attempt(place, werkplein, acts.withdraw_vrijstelling, tertaal=tertaal, werkplein=werkplein)
