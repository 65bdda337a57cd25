"""Asking for werkpleinen: conditions on bands, and what else must hold. All of it stands in the address."""

from collections.abc import Mapping, Sequence

import streamlit as st

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.vergelijking import Richting
from landkaart.domein.zoeken import Voorwaarde, Zoekvraag, possible_voorwaarden, read_zoekvraag
from landkaart.rapport import zoeken
from pages.shared.address import all_to_address, from_address, keep, to_address
from pages.shared.markdown import escaped

OPTIONS = {str(each): zoeken.option_text(each) for each in possible_voorwaarden()}
# One of the report's own conclusions.
EXAMPLE = ("marktbewerkingsplan", "dienstverleningsconcept-werkgevers", "aanspreekpunt-werkgevers")
HOW = {"alle": "Aan alle voorwaarden", "een": "Aan minstens één"}
KEY, MORE = "zoeken_w", "zoeken_erbij"
# Two beside each other on a telephone.
WIDTH = 170


def ask(known: Mapping[str, Sequence[str]]) -> Zoekvraag:
    """All of it stands in the address; `known`: the regions. What is there and cannot be is passed over with a message."""
    bad = take_address(known)
    asked = {"w": ask_conditions()}
    if len(asked["w"]) > 1:
        asked["hoe"] = ask_how()
    with st.container(horizontal=True):
        for name, label in (("provincie", "Provincie"), ("arbeidsmarktregio", "Arbeidsmarktregio")):
            asked[name] = ask_one(label, name, {text: text for text in known[name]})
        asked["actualiteit"] = ask_one("Actualiteit", "actualiteit", Actualiteit.labels())
        asked["indicatie"] = ask_one("AKO-indicatie", "indicatie", Indicatie.labels())
        asked["richting"] = ask_one("Sinds het vorige tertaal", "richting", {each.value: each.value for each in Richting})
    if bad:
        st.warning(f"Dit stond in het adres en is overgeslagen, want het bestaat niet: {escaped(', '.join(bad))}.")
    return read_zoekvraag(asked, known)[0]


def take_address(known: Mapping[str, Sequence[str]]) -> list[str]:
    """Whoever arrives finds the question of the address, or else the one he asked before; what of it cannot be."""
    if not keep(KEY):
        return []
    zoekvraag, bad = read_zoekvraag({name: st.query_params.get_all(name) for name in st.query_params}, known)
    asked = [str(each) for each in zoekvraag.voorwaarden]
    st.session_state[KEY] = asked or st.session_state.get(KEY, [])
    return bad


def ask_conditions() -> list[str]:
    """One is added by choosing it, and taken away by its cross.

    Not one list for both: Enter there takes everything that looks like what was typed (Streamlit 1.67).
    """
    st.selectbox(
        "Voorwaarde toevoegen",
        list(OPTIONS),
        index=None,
        format_func=OPTIONS.get,
        placeholder="Typ een deel van een mijlpaal of fase, en kies een band",
        key=MORE,
        on_change=add_condition,
    )
    chosen = st.session_state[KEY]
    if chosen:
        # A condition from the address can be one that the list of all says in another way.
        labels = {text: OPTIONS.get(text) or zoeken.option_text(Voorwaarde.parse(text)) for text in chosen}
        chosen = st.multiselect("Uw voorwaarden", chosen, format_func=labels.get, key=KEY, persist_state="session")
    all_to_address("w", chosen)
    return chosen


def add_condition() -> None:
    """Callback: what was chosen goes to the others, and the list is free for the next."""
    added, st.session_state[MORE] = st.session_state[MORE], None
    if added and added not in st.session_state[KEY]:
        st.session_state[KEY] = [*st.session_state[KEY], added]


def ask_how() -> list[str]:
    from_address("zoeken_hoe", HOW, name="hoe")
    st.session_state.setdefault("zoeken_hoe", "alle")
    chosen = st.segmented_control(
        "Waaraan moet een werkplein voldoen?",
        list(HOW),
        format_func=HOW.get,
        key="zoeken_hoe",
        required=True,
        persist_state="session",
    )
    to_address("hoe", None if chosen == "alle" else chosen)
    return [chosen]


def ask_one(label: str, name: str, options: Mapping[str, str]) -> list[str]:
    """`options`: what readers see, by what is asked for."""
    key = f"zoeken_{name}"
    from_address(key, options, name=name)
    if st.session_state.get(key) not in options:
        st.session_state[key] = None
    chosen = st.selectbox(
        label,
        list(options),
        index=None,
        format_func=options.get,
        placeholder="Maakt niet uit",
        key=key,
        persist_state="session",
        width=WIDTH,
    )
    to_address(name, chosen)
    return [chosen] if chosen else []


def take_example() -> None:
    st.session_state[KEY] = [f"{mijlpaal}:volledig" for mijlpaal in EXAMPLE]


def show_example() -> None:
    """Where to begin."""
    st.info(
        "Kies hierboven een of meer voorwaarden, bijvoorbeeld ‘Ketenjaarplan vastgesteld: Volledig’. U krijgt de namen "
        "van de werkpleinen die eraan voldoen, en een adres dat u kunt doorsturen."
    )
    what = "Voorbeeld: wie staat op Volledig bij marktbewerkingsplan, dienstverleningsconcept en aanspreekpunt werkgevers?"
    st.button(what, icon=":material/lightbulb:", on_click=take_example)
