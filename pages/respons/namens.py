"""Filling in on behalf of a werkplein that cannot do it itself: beginning, going on, and ending it."""

import streamlit as st

from db.actions.namens import begin_namens, end_namens
from landkaart.domein.namens import LONGEST, Namens, Opgavewijze
from landkaart.domein.rechten import Recht
from landkaart.domein.respons import Reactie
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport import dutch
from landkaart.screens import Screen
from pages.contents import file_of
from pages.shared import run_act
from pages.shared.lists import one_from_list
from pages.shared.markdown import escaped
from pages.shared.namens import running_on
from pages.shared.rondes import rondes_for
from pages.shared.visit import visit


def ask_namens(reactie: Reactie, uitvraag: Uitvraag) -> None:
    """Show the way to fill in on behalf of this werkplein, for who may; nothing once it can give no answers any more."""
    if not visit().may(Recht.NAMENS_INVULLEN):
        return
    place = f"namens-{reactie.code}-{uitvraag.tertaal}"
    found = running_on(reactie.code, uitvraag.tertaal)
    is_open = uitvraag in rondes_for(reactie.code, visit().now()).te_doen
    if found is None and not is_open:
        return
    label = f"Namens {escaped(reactie.naam)} invullen"
    with st.expander(label, on_change="rerun", key=f"{place}-open", expanded=found is not None) as opened:
        if opened.open:
            run_act.show_failure(place)
            if found is None:
                show_beginning(place, reactie, uitvraag.tertaal)
            else:
                show_running(place, found)


def show_beginning(place: str, reactie: Reactie, tertaal: Tertaal) -> None:
    """Ask who gives the answers and how."""
    own = dutch.counted(len(reactie.bereikbaar), "adres", "adressen")
    there = f" Dit {WERKPLEIN} is te bereiken op {own}; ook wie daar invult ziet dit." if reactie.bereikbaar else ""
    st.markdown(
        f"Kan een {WERKPLEIN} zelf niet invullen, bijvoorbeeld omdat het geen e-mailadres heeft, dan doet u het namens dat "
        f"{WERKPLEIN}. Wie de antwoorden gaf en hoe, staat op het formulier, in het logboek en hier.{there}"
    )
    left, right = st.columns(2)
    with left:
        hint = "Naam en functie"
        st.text_input("Wie geeft de antwoorden?", key=run_act.key(place, "wie"), max_chars=LONGEST, placeholder=hint)
    with right:
        one_from_list("Hoe?", Opgavewijze.labels(), run_act.key(place, "hoe"), placeholder="Kies hoe")
    key = run_act.key(place, "begin")
    st.button("Beginnen met invullen", key=key, type="primary", on_click=begin, args=(place, reactie.code, tertaal))


def show_running(place: str, found: Namens) -> None:
    """Show since when, the way to the form, and the end of it."""
    said = f"{escaped(found.door)} vult sinds {dutch.day_and_hour(found.begonnen_op)} uur in"
    st.markdown(f"{said}; antwoorden van {escaped(found.opgave.zin)}.")
    asked = {"werkplein": found.werkplein, "ronde": str(found.tertaal)}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(file_of(Screen.INVULLEN), label="Naar het formulier", icon=":material/edit_note:", query_params=asked)
        args = (place, found.werkplein, found.tertaal)
        st.button("Beëindigen", key=run_act.key(place, "eind"), on_click=end, args=args)


def begin(place: str, werkplein: str, tertaal: Tertaal) -> None:
    given = run_act.given(place, "wie", "hoe")
    hoe = Opgavewijze(given["hoe"]) if given["hoe"] else None
    run_act.attempt(place, werkplein, begin_namens, werkplein=werkplein, tertaal=tertaal, wie=given["wie"], hoe=hoe)


def end(place: str, werkplein: str, tertaal: Tertaal) -> None:
    run_act.attempt(place, werkplein, end_namens, werkplein=werkplein, tertaal=tertaal)
