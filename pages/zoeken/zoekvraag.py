"""Asking for werkpleinen: conditions on bands, and what else must hold. All of it stands in the address."""

from collections.abc import Mapping, Sequence

import streamlit as st

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import HOOGSTE
from landkaart.domein.catalogus import catalogus
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.vergelijking import Richting
from landkaart.domein.zoeken import Voorwaarde, Zoekvraag, possible_voorwaarden, read_zoekvraag
from landkaart.programma import programma
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch, zoeken
from pages.shared.address import all_asked, all_to_address, asked, keep, to_address
from pages.shared.choices import Choice
from pages.shared.lists import one_from_list, some_from_list
from pages.shared.passed_over import PassedOver, pass_over
from pages.shared.visit import blad

OPTIONS = {str(each): zoeken.option_text(each) for each in possible_voorwaarden()}
# One of the report's own conclusions.
EXAMPLE = programma().samen.mijlpalen or catalogus().codes[:2]
# The first is the usual one, which does not stand in the address.
HOW = {"": "Aan alle voorwaarden", "een": "Aan minstens één"}
KEY, MORE = "zoeken_w", "zoeken_erbij"
# Two beside each other on a telephone.
WIDTH = 170


def ask_zoekvraag(known: Mapping[str, Sequence[str]]) -> Zoekvraag:
    """Return what is asked; all of it stands in the address. What is there and cannot be is passed over with a message.

    `known`: the regions that there are.
    """
    take_address(known)
    given = {"w": ask_conditions()}
    if len(given["w"]) > 1:
        given["hoe"] = ask_how()
    with st.container(horizontal=True):
        for name, label in (("provincie", "Provincie"), ("arbeidsmarktregio", "Arbeidsmarktregio")):
            given[name] = ask_one(label, name, {text: text for text in known[name]})
        given["actualiteit"] = ask_one("Actualiteit", "actualiteit", Actualiteit.labels())
        given["indicatie"] = ask_one(f"{AKO}-indicatie", "indicatie", Indicatie.labels())
        given["richting"] = ask_one(f"Sinds het vorige {TERTAAL}", "richting", {each.value: each.value for each in Richting})
    return read_zoekvraag(given, known)[0]


def take_address(known: Mapping[str, Sequence[str]]) -> None:
    """Take the question of the address, or else the one that was asked before; what of it cannot be is told."""
    if not keep(KEY):
        return
    zoekvraag, bad = read_zoekvraag(all_asked(), known)
    wanted = [str(each) for each in zoekvraag.voorwaarden]
    st.session_state[KEY] = wanted or st.session_state.get(KEY, [])
    # What else cannot be, its own choice tells; of the two ways to join them the usual one needs no word.
    for each in bad:
        if each.startswith("w="):
            pass_over(PassedOver("voorwaarde", each.removeprefix("w="), KEY, {}))
    if asked("hoe") == "alle":
        to_address("hoe", None)


def ask_conditions() -> list[str]:
    """Return the conditions. One is added by choosing it, and taken away by its cross.

    Not one list for both: Enter there takes everything that looks like what was typed (Streamlit 1.67).
    """
    hint = "Typ een deel van een mijlpaal of fase, en kies een band"
    one_from_list("Voorwaarde toevoegen", OPTIONS, MORE, placeholder=hint, on_change=add_condition)
    chosen: list[str] = st.session_state[KEY]
    if chosen:
        # A condition from the address can be one that the list of all says in another way.
        labels = {text: OPTIONS.get(text) or zoeken.option_text(Voorwaarde.parse(text)) for text in chosen}
        chosen = some_from_list("Uw voorwaarden", labels, KEY, persist_state="session")
        if chosen:
            blad().keuzes["Voorwaarden"] = ", ".join(labels[each] for each in chosen)
    all_to_address("w", chosen)
    return chosen


def add_condition() -> None:
    """Put what was chosen with the others, so that the list is free for the next; callback."""
    added, st.session_state[MORE] = st.session_state[MORE], None
    if added and added not in st.session_state[KEY]:
        st.session_state[KEY] = [*st.session_state[KEY], added]


def ask_how() -> list[str]:
    """Return whether all of them must hold or at least one, as `read_zoekvraag` takes it."""
    return [Choice(f"Waaraan moet een {WERKPLEIN} voldoen?", "hoe", HOW, "zoeken_hoe").segment() or "alle"]


def ask_one(label: str, name: str, options: Mapping[str, str]) -> list[str]:
    """Return what else must hold, as `read_zoekvraag` takes it; nothing when it does not matter."""
    chosen = Choice(label, name, options, f"zoeken_{name}").from_list_or_none("Maakt niet uit", WIDTH)
    return [chosen] if chosen else []


def take_example() -> None:
    st.session_state[KEY] = [f"{mijlpaal}:{HOOGSTE.code}" for mijlpaal in EXAMPLE]


def show_example() -> None:
    """Show where to begin."""
    st.info(
        f"Kies hierboven een of meer voorwaarden, bijvoorbeeld ‘{catalogus().mijlpalen[-1].titel}: {HOOGSTE.label}’. U "
        f"krijgt de namen van de {WERKPLEINEN} die eraan voldoen, en een adres dat u kunt doorsturen."
    )
    titles = [catalogus()[code].titel for code in EXAMPLE]
    what = f"Voorbeeld: wie staat op {HOOGSTE.label} bij {dutch.enumeration(titles)}?"
    st.button(what, icon=":material/lightbulb:", on_click=take_example)
