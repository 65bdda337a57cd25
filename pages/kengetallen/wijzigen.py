"""Typing a kengetal in, changing it, taking it away: for the AKO."""

from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

import streamlit as st

from db.actions.kengetallen import remove_kengetal, save_kengetal
from landkaart.domein.kengetal import LONGEST_LINE, LONGEST_NOTE, LONGEST_WAARDE, TOTAAL, Kengetal, Kenmerk
from landkaart.domein.kengetal_indeling import indeling
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch
from landkaart.rapport.kengetallen import value_text
from pages.shared import run_act
from pages.shared.lists import one_from_list

EMPTY = Kengetal("", "", "", TOTAAL, "", "", "", "")
FIGURE, TEXTS = ("waarde", "eenheid"), ("noot", "bron")
PLACE = ("tabel", "onderdeel", "indicator", "uitsplitsing", "periode", "soort")
HELP = {
    "tabel": "De code van de tabel, zoals 47.1 of kpi-uitstroom. Een nieuwe code maakt een nieuwe tabel.",
    "onderdeel": "Het deel van de tabel; mag leeg blijven.",
    "uitsplitsing": "Van wie: totaal, of een groep.",
    "soort": "Zoals realisatie, streefwaarde, begroting, verschil of percentage.",
    "waarde": "Zoals gedrukt: 154.972, 6,8 of -10. Niet beschikbaar is n.b.",
    "eenheid": "Zoals personen, %, x 1.000; of tekst, voor een waarde in woorden.",
}


def show_changing(tertaal: Tertaal, found: Sequence[Kengetal]) -> None:
    """Show the form, at first for a new one; `found`: those that are on the screen."""
    st.header("Toevoegen of wijzigen")
    by_kenmerk = {each.kenmerk: each for each in found}
    options = {kenmerk: label(each) for kenmerk, each in by_kenmerk.items()}
    hint = "Nieuw kengetal. Of kies er een om te wijzigen."
    chosen = one_from_list("Kengetal", options, f"kengetal-keuze-{tertaal}", placeholder=hint)
    show_form(tertaal, by_kenmerk.get(chosen))


def label(kengetal: Kengetal) -> str:
    """Write what tells it apart, the table first: that is what one looks for."""
    parts = (
        indeling().kop(kengetal.tabel).titel,
        kengetal.indicator,
        kengetal.uitsplitsing,
        kengetal.periode,
        kengetal.soort,
    )
    return f"{' · '.join(parts)}: {value_text(kengetal)}"


def show_form(tertaal: Tertaal, kept: Kengetal | None) -> None:
    """Show the fields. What is saved is compared with the figure as it was when they were opened."""
    place = place_of(tertaal, None if kept is None else kept.kenmerk)
    seen = st.session_state.setdefault(run_act.key(place, "gezien"), kept)
    with st.container(border=True):
        begin = seen or EMPTY
        if kept is None:
            ask(place, begin, PLACE, LONGEST_LINE)
        ask(place, begin, FIGURE, LONGEST_WAARDE)
        ask(place, begin, TEXTS, LONGEST_NOTE)
        run_act.show_failure(place)
        if done := run_act.succeeded(place):
            st.success(f"Opgeslagen om {done.at} uur{has_become(kept)}")
        with st.container(horizontal=True):
            st.button("Opslaan", key=run_act.key(place, "knop"), type="primary", on_click=save, args=(place, tertaal, kept))
            if kept is not None:
                key = run_act.key(place, "weg")
                st.button("Verwijderen", key=key, type="tertiary", on_click=remove, args=(place, tertaal, kept))


def has_become(kept: Kengetal | None) -> str:
    return f": {value_text(kept)} {dutch.DASH} {kept.eenheid}." if kept else "."


def ask(place: str, begin: Kengetal, names: Sequence[str], longest: int) -> None:
    """Ask for some of the fields, three beside each other."""
    with st.grid(min(len(names), 3)):
        for name in names:
            key, first = run_act.key(place, name), getattr(begin, name)
            st.text_input(name.capitalize(), first, key=key, max_chars=longest, help=HELP.get(name))


def place_of(tertaal: Tertaal, kenmerk: Kenmerk | None) -> str:
    return f"kengetal-{tertaal}-{crc32('|'.join(kenmerk).encode()) if kenmerk else 'nieuw'}"


def save(place: str, tertaal: Tertaal, kept: Kengetal | None) -> None:
    """Save what stands in the fields; after a refusal the next try is about the figure that is on the screen by then."""
    names = (*FIGURE, *TEXTS) if kept else (*PLACE, *FIGURE, *TEXTS)
    texts = {name: text or "" for name, text in run_act.given(place, *names).items()}
    key = run_act.key(place, "gezien")
    seen = st.session_state.get(key)
    kengetal = replace(kept or EMPTY, **texts)
    run_act.attempt(place, kengetal.kenmerk, save_kengetal, tertaal=tertaal, kengetal=kengetal, seen=seen)
    st.session_state.pop(key, None)


def remove(place: str, tertaal: Tertaal, kept: Kengetal) -> None:
    run_act.attempt(place, kept.kenmerk, remove_kengetal, tertaal=tertaal, kengetal=kept)
