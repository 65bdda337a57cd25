"""The forms that add one werkplein, or give it another name, close it, or merge it into another."""

from datetime import date

import streamlit as st

from db.actions import werkpleinen as acts
from landkaart.domein.werkplein import BREEDTEGRAAD, LENGTEGRAAD, NieuwWerkplein, Werkplein
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN_KOP
from pages.beheer.prepared import Beheer
from pages.shared import run_act
from pages.shared.lists import one_from_list
from pages.shared.name_search import narrowed

ADD = "werkplein-erbij"
TEXTS = ("code", "naam", "plaats", "gemeente", "provincie", "arbeidsmarktregio")
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)
COUNTS = f"Een uitvraag die op of vóór deze dag sluit telt het {WERKPLEIN} nog mee. Wat het invulde blijft altijd staan."
SURE = f"Ik weet zeker dat dit {WERKPLEIN} sluit"


def places_of(werkplein: Werkplein) -> list[str]:
    """Name the places of its forms: rename, close, merge, reopen."""
    return [f"{act}-{werkplein.code}" for act in ("hernoemen", "sluiten", "samenvoegen", "heropenen")]


def show_add(found: Beheer, today: date) -> None:
    """Show the form for a new one."""
    left, right = st.columns(2)
    code = "Kleine letters, cijfers en streepjes, zoals alphen-aan-den-rijn. De code verandert nooit meer."
    left.text_input("Naam", key=run_act.key(ADD, "naam"), max_chars=120)
    right.text_input("Code", key=run_act.key(ADD, "code"), max_chars=60, help=code)
    left.text_input("Plaats", key=run_act.key(ADD, "plaats"), max_chars=120)
    right.text_input("Gemeente", key=run_act.key(ADD, "gemeente"), max_chars=120)
    with left:
        ask_known("Provincie", "provincie", found)
        ask_degrees("Breedtegraad", "breedtegraad", BREEDTEGRAAD, "Zoals 52,0907")
    with right:
        ask_known("Arbeidsmarktregio", "arbeidsmarktregio", found)
        ask_degrees("Lengtegraad", "lengtegraad", LENGTEGRAAD, "Zoals 5,1214")
    with left:
        ask_day(ADD, "actief_van", "Open met ingang van", today)
    st.caption(f"Het {WERKPLEIN} telt mee bij uitvragen die na deze dag sluiten, zodra het heeft ingediend.")
    run_act.show_failure(ADD)
    st.button("Toevoegen", key=run_act.key(ADD, "knop"), type="primary", on_click=add)


def ask_known(label: str, field: str, found: Beheer) -> None:
    """Ask for one that is there already, or a new one."""
    hint = "Kies, of typ een nieuwe"
    known = {region: region for region in found.regions[field]}
    one_from_list(label, known, run_act.key(ADD, field), accept_new_options=True, placeholder=hint)


def ask_degrees(label: str, field: str, between: tuple[float, float], hint: str) -> None:
    lowest, highest = map(float, between)
    key = run_act.key(ADD, field)
    st.number_input(label, lowest, highest, None, step=0.01, format="%.4f", key=key, placeholder=hint)


def ask_day(place: str, field: str, label: str, today: date) -> None:
    key = run_act.key(place, field)
    st.date_input(label, today, min_value=FIRST_DAY, max_value=LAST_DAY, key=key, format="DD-MM-YYYY")


def add() -> None:
    found = run_act.given(ADD, *TEXTS, "breedtegraad", "lengtegraad", "actief_van")
    found |= {field: found[field] or "" for field in TEXTS}
    run_act.attempt(ADD, found["code"].strip(), acts.add_werkplein, werkplein=NieuwWerkplein(**found))


def show_change(werkplein: Werkplein, found: Beheer, today: date) -> None:
    """Show the forms of one; whoever is closed can get another name, and open again."""
    rename_at, close_at, merge_at, reopen_at = places_of(werkplein)
    show_rename(werkplein, rename_at, today)
    if werkplein.actief_tot is None:
        st.divider()
        show_close(werkplein, close_at, today)
        st.divider()
        show_merge(werkplein, merge_at, found, today)
    else:
        st.divider()
        show_reopen(werkplein, reopen_at)


def show_rename(werkplein: Werkplein, place: str, today: date) -> None:
    st.markdown("**Een andere naam geven**")
    left, right = st.columns(2)
    left.text_input("Nieuwe naam", werkplein.naam, key=run_act.key(place, "naam"), max_chars=120)
    with right:
        ask_day(place, "vanaf", "Heet zo met ingang van", today)
    run_act.show_failure(place)
    st.button("Naam opslaan", key=run_act.key(place, "knop"), on_click=rename, args=(place, werkplein.code))


def rename(place: str, code: str) -> None:
    run_act.attempt(place, code, acts.rename_werkplein, code=code, **run_act.given(place, "naam", "vanaf"))


def show_close(werkplein: Werkplein, place: str, today: date) -> None:
    st.markdown("**Sluiten**")
    left, _ = st.columns(2)
    with left:
        ask_day(place, "tot", "Gesloten met ingang van", today)
    st.caption(COUNTS)
    sure = st.checkbox(SURE, key=run_act.key(place, "zeker"))
    run_act.show_failure(place)
    key = run_act.key(place, "knop")
    st.button(f"{WERKPLEIN_KOP} sluiten", key=key, disabled=not sure, on_click=close, args=(place, werkplein.code))


def close(place: str, code: str) -> None:
    run_act.attempt(place, code, acts.close_werkplein, code=code, **run_act.given(place, "tot"))


def show_reopen(werkplein: Werkplein, place: str) -> None:
    st.markdown("**De sluiting terugnemen**")
    st.caption(f"Het {WERKPLEIN} telt weer mee. Wie er een ander {WERKPLEIN} bij kreeg, houdt dat; wijzig dat bij Accounts.")
    run_act.show_failure(place)
    st.button(f"{WERKPLEIN_KOP} heropenen", key=run_act.key(place, "knop"), on_click=reopen, args=(place, werkplein.code))


def reopen(place: str, code: str) -> None:
    run_act.attempt(place, code, acts.reopen_werkplein, code=code)


def show_merge(werkplein: Werkplein, place: str, found: Beheer, today: date) -> None:
    st.markdown(f"**Sluiten en laten opgaan in een ander {WERKPLEIN}**")
    others, key = {code: naam for code, naam in found.staying.items() if code != werkplein.code}, run_act.key(place, "into")
    left, right = st.columns(2)
    with left:
        one_from_list("Gaat op in", narrowed(others, key, WERKPLEIN_KOP), key, placeholder=f"Kies een {WERKPLEIN}")
    with right:
        ask_day(place, "tot", "Gesloten met ingang van", today)
    st.caption(
        f"{COUNTS} Wie dit {WERKPLEIN} invult, krijgt het andere erbij. De geschiedenis blijft onder beide namen staan."
    )
    sure = st.checkbox(SURE, key=run_act.key(place, "zeker"))
    run_act.show_failure(place)
    key = run_act.key(place, "knop")
    st.button(f"{WERKPLEINEN_KOP} samenvoegen", key=key, disabled=not sure, on_click=merge, args=(place, werkplein.code))


def merge(place: str, code: str) -> None:
    run_act.attempt(place, code, acts.merge_werkplein, code=code, **run_act.given(place, "into", "tot"))
