"""What goes into a report and in which order."""

from datetime import datetime

import streamlit as st

from db.actions.rapportage import save_opzet, take_over
from landkaart.domein.rapportage import Opzet, Rapportage, RapportDeel
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import AKO, TERTAAL
from pages.rapportage.prepared import earlier
from pages.shared import run_act

PLACE, TAKE = "rapport-opzet", "rapport-overnemen"
ONLY_TYPED = "alleen eigen tekst; komt erin zodra die er is"


def show_inhoud(tertaal: Tertaal, decided: Rapportage) -> None:
    """Show the chapters that go in, each with ways to move it and to leave it out; then those that were left out."""
    show_take_over(tertaal)
    opzet, seen = decided.opzet, decided.opzet_gewijzigd_op
    run_act.show_failure(place_of(tertaal))
    st.caption(f"De volgorde in het rapport. Wat u hier kiest, geldt voor dit {TERTAAL} en voor iedereen van het {AKO}.")
    with st.container(gap=None):
        for number, deel in enumerate(opzet.delen, start=1):
            show_row(tertaal, deel, f"{number}. {deel.label}", opzet, seen)
    left = [deel for deel in RapportDeel if deel not in opzet.delen]
    if left:
        st.markdown("**Weggelaten**")
    for deel in left:
        row = st.container(horizontal=True, vertical_alignment="center")
        row.markdown(deel.label, width=440)
        args = (tertaal, opzet.having(deel), seen)
        key = f"rapport-erbij-{tertaal}-{deel.value}"
        row.button("Opnemen", key=key, icon=":material/add:", type="tertiary", on_click=save, args=args)


def show_row(tertaal: Tertaal, deel: RapportDeel, title: str, opzet: Opzet, seen: datetime | None) -> None:
    """Show one chapter that goes in."""
    row = st.container(horizontal=True, vertical_alignment="center")
    note = f"  \n:small[{ONLY_TYPED}]" if deel.is_typed else ""
    row.markdown(f"{title}{note}", width=440)
    ways = {
        "Omhoog": (":material/arrow_upward:", opzet.moved(deel, -1)),
        "Omlaag": (":material/arrow_downward:", opzet.moved(deel, 1)),
        "Weglaten": (":material/remove:", opzet.without(deel)),
    }
    for name, (icon, asked) in ways.items():
        key = f"rapport-{name.lower()}-{tertaal}-{deel.value}"
        off = asked == opzet or not asked.delen
        look = {"icon": icon, "type": "tertiary", "disabled": off, "help": f"{deel.label}: {name.lower()}"}
        row.button(name, key=key, on_click=save, args=(tertaal, asked, seen), **look)  # type: ignore[arg-type]


def show_take_over(tertaal: Tertaal) -> None:
    """Show a way to take over what there is of an earlier report: its chapters and texts, where this one has none yet."""
    place = f"{TAKE}-{tertaal}"
    if done := run_act.succeeded(place):
        st.success(f"Overgenomen uit het rapport van {done.about}. Lees de teksten na: de cijfers erin zijn die van toen.")
    run_act.show_failure(place)
    for van in earlier(tertaal)[:1]:
        what = f"Neem opzet en teksten over van {van}"
        note = "Alleen wat hier nog niet staat: uw eigen keuzes en teksten blijven."
        st.button(
            what,
            key=run_act.key(place, "knop"),
            icon=":material/content_copy:",
            help=note,
            on_click=take,
            args=(tertaal, van),
        )


def place_of(tertaal: Tertaal) -> str:
    return f"{PLACE}-{tertaal}"


def save(tertaal: Tertaal, asked: Opzet, seen: datetime | None) -> None:
    codes = [deel.value for deel in asked.delen]
    run_act.attempt(place_of(tertaal), tertaal, save_opzet, tertaal=tertaal, delen=codes, seen=seen)


def take(tertaal: Tertaal, van: Tertaal) -> None:
    run_act.attempt(f"{TAKE}-{tertaal}", van, take_over, tertaal=tertaal, van=van)
