"""The AKO's own texts around the figures of a chapter: kept as one types (`landkaart/content/meetypen.js`)."""

import streamlit as st

from db.actions.rapportage import save_tekst
from landkaart.domein.rapportage import LONGEST, RapportDeel, RapportPlek, RapportTekst, TekstPlek
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch
from landkaart.rapport.rapportage.eigen_tekst import meldingen
from landkaart.rapport.rapportage.model import Block, RapportChart, RapportGrid
from landkaart.rapport.rapportage.rapport import Samengesteld
from pages.rapportage.prepared import rapportage, tabellen
from pages.rapportage.zinnen import show_text
from pages.shared import run_act
from pages.shared.choices import Choice
from pages.shared.markdown import escaped
from pages.shared.visit import running_alone

# In the state of the session: what each field began from, and how often it was begun anew.
SEEN, TIMES = "rapport-gezien", "rapport-opnieuw"
HOW = (
    "Wat u typt, wordt vanzelf opgeslagen. Een lege regel begint een alinea; regels die met een streepje beginnen, "
    "worden een lijst."
)


def show_teksten(tertaal: Tertaal, bron: str, checked: Samengesteld) -> None:
    """Ask for a chapter, and show the fields above and below what is computed in it."""
    options = {deel.value: deel.label for deel in RapportDeel if deel is not RapportDeel.CONTROLE}
    deel = RapportDeel(Choice("Hoofdstuk", "hoofdstuk", options).from_list(RapportDeel.CONCLUSIES.value, width=440))
    st.caption(HOW)
    show_field(tertaal, bron, RapportPlek(deel, TekstPlek.BOVEN))
    if deel.is_typed:
        return
    computed = [each for each in checked.rapport.hoofdstukken if each.deel is deel]
    with st.container(border=True):
        st.caption("Daartussen komt, elke keer opnieuw berekend:")
        for block in computed[0].blokken if computed else ():
            show_block(block)
        if not computed:
            st.caption("Dit hoofdstuk is weggelaten; neem het op bij Inhoud en volgorde.")
    show_field(tertaal, bron, RapportPlek(deel, TekstPlek.ONDER))


@running_alone()
def show_field(tertaal: Tertaal, bron: str, plek: RapportPlek) -> None:
    """Show one field; a run of its own saves it, so that nothing else on the page waits for that."""
    place, found = f"meetypen-{tertaal}-{plek.deel.value}-{plek.plek.value}", rapportage(tertaal)
    there = found.teksten.get(plek)
    key = f"{place}-{st.session_state.setdefault(TIMES, {}).get(place, 0)}"
    seen = st.session_state.setdefault(SEEN, {})
    if key not in st.session_state:
        seen[place] = there
    label = "Tekst" if plek.deel.is_typed else plek.plek.label
    args = (tertaal, plek, place, key)
    st.text_area(label, there.tekst if there else "", key=key, height=150, max_chars=LONGEST, on_change=save, args=args)
    show_state(place, there)
    for melding in meldingen(found, tabellen(tertaal, bron)):
        if melding.plek == plek:
            st.warning(escaped(melding.zin), icon=":material/search:")


def show_state(place: str, there: RapportTekst | None) -> None:
    """Say when and by whom it was kept; where somebody else was first, offer to see his."""
    found = run_act.outcome(place)
    if found and found.fout:
        st.error(found.fout)
        st.button("Laat zien wat er nu staat", key=f"{place}-knop", on_click=begin_anew, args=(place,))
    elif there:
        st.caption(f"Opgeslagen: {dutch.day_and_hour(there.gewijzigd_op)} uur, {escaped(there.door)}.")


def save(tertaal: Tertaal, plek: RapportPlek, place: str, key: str) -> None:
    """Keep what stands in a field; its callback."""
    text, seen = st.session_state[key], st.session_state[SEEN]
    kept = run_act.attempt(place, plek, save_tekst, tertaal=tertaal, plek=plek, tekst=text, seen=seen.get(place))
    if run_act.succeeded(place):
        seen[place] = kept


def begin_anew(place: str) -> None:
    """Have a field begin with what the database has; what stood in it is still in this browser."""
    times = st.session_state[TIMES]
    times[place] = times.get(place, 0) + 1


def show_block(block: Block) -> None:
    """Show what is computed as it reads; of a table and a picture their titles."""
    match block:
        case RapportGrid():
            st.markdown(f":material/table: :small[{escaped(block.titel)}]")
        case RapportChart():
            st.markdown(f":material/bar_chart: :small[{escaped(block.titel)}]")
        case _:
            show_text(block)
