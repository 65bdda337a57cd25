"""Uitstel and vrijstelling in one uitvraag: who has it, and the forms that give it to one werkplein."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pandas as pd
import streamlit as st

from db.actions import uitzonderingen as acts
from landkaart.domein.clock import on_clock
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.domein.uitzondering import Uitstel, Vrijstelling, VrijstellingSoort
from landkaart.rapport import dutch
from pages.shared import run_act
from pages.shared.address import from_address, to_address
from pages.shared.name_search import narrowed
from pages.uitvraag.datums import FIRST, LAST

KEY = "uitzondering_werkplein"
WEEK = timedelta(7)


def show_uitzonderingen(
    uitvraag: Uitvraag,
    later: Mapping[str, Uitstel],
    freed: Mapping[str, Vrijstelling],
    namen: Mapping[str, str],
    open_then: Mapping[str, str],
    now: datetime,
) -> None:
    """`namen` by code, in their order; `open_then`: of the werkpleinen that the uitvraag is about."""
    if later or freed:
        table = given_table(later, freed, namen, now)
        st.dataframe(table, hide_index=True, alt="Uitstel en vrijstellingen die zijn gegeven", placeholder=dutch.DASH)
    else:
        st.info("Er is in deze uitvraag nog geen uitstel of vrijstelling gegeven.")
    given = later.keys() | freed.keys()
    werkplein = choose(open_then if given <= open_then.keys() else pick(namen, given | open_then.keys()))
    if werkplein is None:
        return
    left, right = st.columns(2, gap="large")
    with left:
        show_uitstel(uitvraag, werkplein, later.get(werkplein), now)
    with right:
        show_vrijstelling(uitvraag.tertaal, werkplein, freed.get(werkplein))


def given_table(
    later: Mapping[str, Uitstel], freed: Mapping[str, Vrijstelling], namen: Mapping[str, str], now: datetime
) -> pd.DataFrame:
    rows = [(code, f"Uitstel {until(uitstel.tot, now)}", uitstel) for code, uitstel in later.items()]
    rows += [(code, vrijstelling.soort.label, vrijstelling) for code, vrijstelling in freed.items()]
    columns = ["Werkplein", "Wat", "Reden", "Door wie", "Gegeven op"]
    said = [(namen[code], what, given.reden, given.door, dutch.day(given.gegeven_op)) for code, what, given in rows]
    return pd.DataFrame(said, columns=columns, dtype="str")


def until(tot: datetime, now: datetime) -> str:
    return f"{dutch.until(tot)}{'' if now < tot else ' (voorbij)'}"


def pick(namen: Mapping[str, str], codes: set[str]) -> dict[str, str]:
    return {code: naam for code, naam in namen.items() if code in codes}


def choose(namen: Mapping[str, str]) -> str | None:
    from_address(KEY, namen, "werkplein")
    chosen = st.selectbox(
        "Werkplein",
        list(narrowed(namen, KEY, "Werkplein", width=460)),
        index=None,
        format_func=lambda code: namen.get(code, code),
        placeholder="Kies een werkplein om uitstel of vrijstelling te geven",
        key=KEY,
        persist_state="session",
        width=460,
    )
    to_address("werkplein", chosen)
    return chosen


def show_uitstel(uitvraag: Uitvraag, werkplein: str, given: Uitstel | None, now: datetime) -> None:
    place = f"uitstel-{uitvraag.tertaal}-{werkplein}"
    st.markdown("**Uitstel**")
    proposal = on_clock(given.tot) if given else on_clock(max(uitvraag.sluit, now)).replace(minute=0, second=0) + WEEK
    proposal, key = proposal.replace(microsecond=0), run_act.key(place, "tot")
    st.datetime_input("Kan invullen tot", proposal, min_value=FIRST, max_value=LAST, key=key, format="DD-MM-YYYY")
    st.text_input("Reden", given.reden if given else "", key=run_act.key(place, "reden"), max_chars=500)
    st.caption(
        "Alleen dit werkplein kan zo lang door, ook na de sluiting. Wat het dan indient, wordt bewaard en is waar het "
        f"staat; de tabellen van {uitvraag.tertaal} blijven zoals ze bij de sluiting waren (‘na sluiting gewijzigd’)."
    )
    done = f"uitstel {dutch.until(given.tot)}" if given else "er is geen uitstel"
    show_buttons(place, "Uitstel", given, done, (place, uitvraag.tertaal, werkplein), give_uitstel, withdraw_uitstel)


def show_vrijstelling(tertaal: Tertaal, werkplein: str, given: Vrijstelling | None) -> None:
    place = f"vrijstelling-{tertaal}-{werkplein}"
    st.markdown("**Vrijstelling**")
    st.segmented_control(
        "Wat is er aan de hand?",
        list(VrijstellingSoort),
        default=given and given.soort,
        format_func=lambda soort: soort.label,
        key=run_act.key(place, "soort"),
    )
    st.text_input("Reden", given.reden if given else "", key=run_act.key(place, "reden"), max_chars=500)
    st.caption(
        "Vrijgesteld: het hoeft deze keer niet mee te doen. Geen wijziging: het liet weten dat er niets veranderde. Het "
        "krijgt geen herinneringen; invullen mag wel."
    )
    done = given.soort.label.lower() if given else "er is geen vrijstelling"
    show_buttons(place, "Vrijstelling", given, done, (place, tertaal, werkplein), give_vrijstelling, withdraw_vrijstelling)


def show_buttons(place: str, what: str, given: object, done: str, args: tuple, give, withdraw) -> None:
    run_act.show_failure(place)
    if found := run_act.succeeded(place):
        st.success(f"Opgeslagen om {found.at} uur: {done}.")
    with st.container(horizontal=True):
        label = f"{what} wijzigen" if given else f"{what} geven"
        st.button(label, key=run_act.key(place, "knop"), on_click=give, args=args)
        if given:
            st.button("Intrekken", key=run_act.key(place, "weg"), type="tertiary", on_click=withdraw, args=args)


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
