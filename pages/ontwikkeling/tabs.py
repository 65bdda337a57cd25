"""The tabs of Ontwikkeling: who moved, what drove it, from which band to which, who stays the same, and the distance.

Of each: `tertaal` is compared with the earlier `met`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from landkaart.domein.overgangen import FROM, TO, Overgangen
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vergelijking import Richting, Vergelijking
from landkaart.programma.namen import AKO, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport import ontwikkeling_text as sentences
from landkaart.rapport.beweging_figuur import VERDWENEN, vergelijking_with
from landkaart.rapport.drijfveren_figuur import among_groep
from landkaart.rapport.gemiddelden_figuur import AfstandGroep
from landkaart.rapport.overgangen_figuur import plain_title
from landkaart.rapport.row_names import mijlpaal_titles, row_titles
from pages.ontwikkeling.moved_werkpleinen import changes, show_moved
from pages.shared.cache import figures_change, kept
from pages.shared.choices import Choice, take_click
from pages.shared.prepared_figuur import prepared_figuur, show_chart, show_chart_and_table, show_table
from pages.shared.tertaalbeeld import tertaalbeeld

WHO = (Richting.ACHTERUIT, Richting.VOORUIT, Richting.NIEUW, Richting.GELIJK)
SIDES = {Richting.ACHTERUIT.value: "↓ Gedaald", Richting.VOORUIT.value: "↑ Gestegen"}
AMONG = {"": "Iedereen", Richting.ACHTERUIT.value: "Wie achteruit ging", Richting.VOORUIT.value: "Wie vooruit ging"}
CLICK = "Kies, of klik in de grafiek"


@dataclass(frozen=True)
class Moved:
    """Two tertalen side by side, counted once."""

    vergelijking: Vergelijking
    codes: Mapping[str, list[str]]  # By richting (and VERDWENEN).
    bewogen: str  # The sentences above the figures.
    gedreven: str


@kept(until=figures_change, most=60)
def moved(tertaal: Tertaal, met: Tertaal) -> Moved:
    """Return who went which way, in codes and in words."""
    found = vergelijking_with(tertaalbeeld(tertaal), met)
    codes = {richting.value: found.who_went(richting) for richting in WHO} | {VERDWENEN: found.verdwenen}
    return Moved(found, codes, sentences.movement_sentence(found, met), sentences.drijfveren_sentence(found))


def show_beweging(tertaal: Tertaal, met: Tertaal) -> None:
    """Show who went which way, and how far."""
    prepared, codes = changes(tertaal, met), moved(tertaal, met).codes
    if codes[Richting.VOORUIT.value] or codes[Richting.ACHTERUIT.value]:
        show_chart(prepared, clicks("beweging", "balk", {"richting": "keuze_wie"}))
    else:
        st.info(f"Niemand ging vooruit of achteruit sinds {met}.")
    titles = {richting.value: richting.signed for richting in WHO} | {VERDWENEN: "Verdwenen"}
    options = {wie: f"{titles[wie]}: {dutch.count(len(found))}" for wie, found in codes.items() if found}
    wie = Choice(f"Welke {WERKPLEINEN}? Kies een rij om een {WERKPLEIN} te openen.", "wie", options).segment()
    show_moved(prepared, codes[wie], f"{titles[wie]} sinds {met}")


def show_drijfveren(tertaal: Tertaal, met: Tertaal) -> None:
    """Show on which mijlpalen they rose and fell, and who they are behind a bar."""
    found = moved(tertaal, met)
    st.markdown(found.gedreven)
    onder = Choice("Onder wie?", "onder", AMONG).segment()
    prepared = prepared_figuur(tertaal, "drijfveren", met=str(met), onder=onder)
    show_chart(prepared, clicks("drijfveren", "balk", {"rij": "balk_mijlpaal", "richting": "balk_kant"}))
    titles = mijlpaal_titles()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        mijlpaal = Choice("Wie staan er achter een balk?", "balk", titles, "balk_mijlpaal").from_list_or_none(CLICK)
        kant = Choice("Kant", "kant", SIDES, "balk_kant").segment_or_none()
    if mijlpaal and kant:
        codes = among_groep(found.vergelijking, onder or None).who_moved(mijlpaal, Richting(kant))
        show_behind(tertaal, met, codes, f"{SIDES[kant]} op {titles[mijlpaal]}")
    show_table(prepared)


def show_overgangen(tertaal: Tertaal, met: Tertaal) -> None:
    """Show how many went from which band to which, and who they are behind a cell."""
    rij = Choice("Waarop?", "rij", row_titles()).from_list(width=420)
    found = Overgangen(moved(tertaal, met).vergelijking, rij)
    st.markdown(sentences.overgangen_sentence(found))
    prepared = prepared_figuur(tertaal, "overgangen", met=str(met), rij=rij)
    show_chart(prepared, clicks("overgangen", "cel", {"van": "cel_van", "naar": "cel_naar"}))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        before, after = ({code: plain_title(code) for code in codes} for codes in (FROM, TO))
        van = Choice("Van welke band?", "van", before, "cel_van").from_list_or_none(CLICK)
        naar = Choice("Naar welke band?", "naar", after, "cel_naar").from_list_or_none(CLICK)
    if van and naar:
        what = f"{plain_title(van)} → {plain_title(naar)}, {row_titles()[rij]}"
        show_behind(tertaal, met, found.who(van, naar), what)
    show_table(prepared)


def show_behind(tertaal: Tertaal, met: Tertaal, codes: Sequence[str], what: str) -> None:
    """Show the names behind a bar or a cell."""
    st.markdown(f"**{dutch.werkpleinen(len(codes))}**: {what}")
    show_moved(changes(tertaal, met), codes, what)


def show_steeds(tertaal: Tertaal) -> None:
    """Show the averages of everybody beside those of who was there all the time."""
    prepared = prepared_figuur(tertaal, "steeds")
    st.markdown(sentences.same_werkpleinen_sentence(prepared.figuur.tabel))
    show_chart_and_table(prepared)


def show_afstand(tertaal: Tertaal) -> None:
    """Show how far a group stands below all others."""
    options = groups(tertaal)
    if not options:
        st.info(
            f"In {tertaal} zijn er geen achterblijvers, en oordeelde het {AKO} van niemand ‘haalt het niet’. Er "
            "is dus geen groep om naast de anderen te leggen."
        )
        return
    groep = AfstandGroep(Choice("Wie naast de anderen?", "groep", options).segment())
    prepared = prepared_figuur(tertaal, "afstand", groep=groep.value)
    st.markdown(sentences.afstand_sentence(tertaalbeeld(tertaal), groep, prepared.figuur.tabel))
    show_chart_and_table(prepared)
    st.caption(groep.uitleg)


@kept(until=figures_change, most=30)
def groups(tertaal: Tertaal) -> dict[str, str]:
    """Return the groups to which anybody belongs in this tertaal: what each is called, by its code."""
    beeld = tertaalbeeld(tertaal)
    return {groep.value: groep.label for groep in AfstandGroep if groep.codes(beeld)[beeld.tertaal]}


def clicks(naam: str, selection: str, targets: Mapping[str, str]) -> Callable[[], None]:
    """Return the callback of the chart of a figuur; the rest as in `take_click`."""
    return lambda: take_click(f"{naam}_grafiek", selection, targets)
