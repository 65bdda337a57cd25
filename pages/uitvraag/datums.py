"""The forms for the dates of an uitvraag: a new one, one that is there."""

from collections.abc import Mapping
from datetime import datetime
from itertools import count, islice

import streamlit as st

from db.actions import uitvragen as acts
from landkaart.domein.clock import local_date, moment_of
from landkaart.domein.planning import Planning
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEIN
from landkaart.rapport import dutch
from pages.shared import run_act
from pages.shared.address import to_address
from pages.shared.choose_uitvraag import PLANNED
from pages.shared.lists import one_from_list
from pages.uitvraag.delen import DATES
from pages.uitvraag.moments import ask_moment, read_moment

# As many tertalen ahead as one would plan.
COMING = 6
FIELDS = ("opent", "herinnering", "sluit", "actueel_vanaf")
LABELS = ("Opening", "Herinnering", "Sluiting", "Actueel vanaf")
HELP = (
    "Vanaf dit moment kan worden ingevuld.",
    "Valt tussen de opening en de sluiting.",
    "Tot dan kan worden ingevuld. Kies de dag na de laatste dag, met middernacht: dat is de laatste dag om 24:00 uur.",
    "Wat sindsdien is ingediend, telt als actueel. Niet later dan de opening.",
)


OPENS_AT_ONCE = (
    "De opening is voorbij: de uitvraag is meteen open zodra u haar maakt. De openingsmail gaat dan niet vanzelf weg; onder "
    "Post leest u hem na en verstuurt u hem met Nu versturen."
)


def show_dates(uitvraag: Uitvraag, now: datetime) -> None:
    """Show what may still move; whom to ask can always change."""
    place = f"uitvraag-{uitvraag.tertaal}"
    st.caption(what_may_change(uitvraag, now))
    ask_dates(place, Planning.of(uitvraag), uitvraag.vragen_aan, fixed=fixed_fields(uitvraag, now))
    run_act.show_outcome(place, f"open van {dutch.opening(uitvraag.opent)} tot {dutch.closing(uitvraag.sluit)}.")
    key, args = run_act.key(place, "knop"), (place, uitvraag.tertaal)
    st.button("Opslaan", key=key, type="primary", on_click=change, args=args)
    if now < uitvraag.opent:
        st.button("Uitvraag weghalen", key=run_act.key(place, "weg"), type="tertiary", on_click=remove, args=args)


def what_may_change(uitvraag: Uitvraag, now: datetime) -> str:
    clock = "Tijden zijn die van Nederland."
    if now < uitvraag.opent:
        return f"De uitvraag is nog niet open: alles kan nog veranderen. {clock}"
    if now < uitvraag.sluit:
        return f"De uitvraag is open. De sluiting verschuiven kan; wie aan het invullen is, heeft dan die tijd. {clock}"
    return f"De uitvraag is gesloten en de datums liggen vast. Heeft een {WERKPLEIN} meer tijd nodig? Geef het uitstel."


def fixed_fields(uitvraag: Uitvraag, now: datetime) -> set[str]:
    """Return those that the act would refuse to change."""
    if uitvraag.sluit <= now:
        return set(FIELDS)
    return {"opent"} if uitvraag.opent <= now else set()


def show_new(known: Mapping[Tertaal, Uitvraag], now: datetime) -> None:
    """Show the form for one of the coming tertalen, with the usual dates to begin with."""
    current = Tertaal.of(local_date(now))
    free = (tertaal for tertaal in map(current.before, count(0, -1)) if tertaal not in known)
    coming = list(islice(free, COMING))
    names = {str(tertaal): f"{tertaal} ({tertaal.periode})" for tertaal in coming}
    chosen = one_from_list(f"Voor welk {TERTAAL}?", names, "nieuw-tertaal", next(iter(names)), width=340)
    tertaal, place = Tertaal.parse(chosen), f"nieuw-{chosen}"
    st.caption("Hieronder staan de gebruikelijke datums. Tijden zijn die van Nederland.")
    ask_dates(place, Planning.usual(tertaal), None)
    opens = read_moment(run_act.key(place, "opent"))
    if opens and opens <= now:
        st.warning(OPENS_AT_ONCE)
    run_act.show_failure(place)
    key = run_act.key(place, "knop")
    st.button("Uitvraag maken", key=key, type="primary", on_click=make, args=(place, tertaal))


def ask_dates(place: str, planning: Planning, vragen_aan: str | None, fixed: set[str] | None = None) -> None:
    with st.grid(4, min_column_width=230):
        for field, label, explanation in zip(FIELDS, LABELS, HELP, strict=True):
            if field in (fixed or ()):
                show_fixed(field, label, getattr(planning, field), run_act.key(place, field))
                continue
            ask_moment(label, getattr(planning, field), run_act.key(place, field), explanation)
    show_what_it_becomes(place)
    hint = f"Niets invullen betekent: bij het {AKO}"
    key = run_act.key(place, "vragen_aan")
    st.text_input(f"Met vragen kan een {WERKPLEIN} terecht bij", vragen_aan or "", key=key, max_chars=200, placeholder=hint)


def show_what_it_becomes(place: str) -> None:
    """Say from when until when, as everybody will read it; nothing while that cannot be said."""
    opent, sluit = (read_moment(run_act.key(place, field)) for field in ("opent", "sluit"))
    if opent and sluit:
        st.caption(f"Zo staat het overal: open van {dutch.opening(opent)} {dutch.until(sluit)}.")


def show_fixed(field: str, label: str, moment: datetime, key: str) -> None:
    """Show what cannot be moved any more as text, and give it along: a field that takes nothing is hard to read."""
    said = dutch.closing if field == "sluit" else dutch.opening
    st.markdown(f":small[{label} (ligt vast)]  \n{said(moment_of(moment))}")
    st.session_state[key] = moment


def given(place: str) -> dict[str, object]:
    """Return what was filled in, as the acts take it."""
    found = run_act.given(place, *FIELDS, "vragen_aan")
    return {"vragen_aan": found.pop("vragen_aan"), "planning": Planning(**found)}


def make(place: str, tertaal: Tertaal) -> None:
    run_act.attempt(place, tertaal, acts.make_uitvraag, tertaal=tertaal, **given(place))
    if run_act.succeeded(place):
        st.session_state[PLANNED] = str(tertaal)
        # Not the form for the next one, which the address may still ask.
        to_address("deel", DATES)


def change(place: str, tertaal: Tertaal) -> None:
    run_act.attempt(place, tertaal, acts.change_uitvraag, tertaal=tertaal, **given(place))


def remove(place: str, tertaal: Tertaal) -> None:
    run_act.attempt(place, tertaal, acts.remove_uitvraag, tertaal=tertaal)
