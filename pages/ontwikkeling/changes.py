"""The parts of Ontwikkeling: who moved, what drove it, from which band to which, and how averages went."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from landkaart.domein.catalogus import catalogus
from landkaart.domein.overgangen import FROM, TO, Overgangen
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vergelijking import Richting, Vergelijking
from landkaart.rapport import dutch, ontwikkeling_text
from landkaart.rapport.beweging_figuur import VERDWENEN, vergelijking_with
from landkaart.rapport.drijfveren_figuur import among_groep
from landkaart.rapport.gemiddelden_figuur import AfstandGroep
from landkaart.rapport.overgangen_figuur import plain_title
from landkaart.rapport.row_names import row_titles
from pages.shared.beeld import Stempel, beeld_of
from pages.shared.choices import ask, ask_long, ask_maybe, ask_side, take_click
from pages.shared.remembered import remembered
from pages.shared.vergelijken import TITLES, kept, show_chart, show_figure, show_table, show_werkpleinen

WHO = (Richting.ACHTERUIT, Richting.VOORUIT, Richting.NIEUW, Richting.GELIJK)
SIDES = {Richting.ACHTERUIT.value: "↓ Gedaald", Richting.VOORUIT.value: "↑ Gestegen"}
AMONG = {"": "Iedereen", Richting.ACHTERUIT.value: "Wie achteruit ging", Richting.VOORUIT.value: "Wie vooruit ging"}
CLICK = "Kies, of klik in de grafiek"


@dataclass(frozen=True)
class Compared:
    """Two tertalen side by side, counted once: `names` by richting (and VERDWENEN), and the sentences."""

    vergelijking: Vergelijking
    names: Mapping[str, list[str]]
    bewogen: str
    gedreven: str


@remembered(60)
def compared(stempel: Stempel, met: str) -> Compared:
    earlier = Tertaal.parse(met)
    found = vergelijking_with(beeld_of(stempel), earlier)
    names = {richting.value: found.who_went(richting) for richting in WHO} | {VERDWENEN: found.verdwenen}
    return Compared(
        found, names, ontwikkeling_text.movement_sentence(found, earlier), ontwikkeling_text.drijfveren_sentence(found)
    )


def show_beweging(stempel: Stempel, met: str) -> None:
    changes, names = kept(stempel, "beweging", met=met), compared(stempel, met).names
    if names[Richting.VOORUIT.value] or names[Richting.ACHTERUIT.value]:
        show_chart(changes, "beweging", clicks("beweging", "balk", {"richting": "keuze_wie"}))
    else:
        st.info(f"Niemand ging vooruit of achteruit sinds {met}.")
    titles = {richting.value: richting.signed for richting in WHO} | {VERDWENEN: "Verdwenen"}
    options = {wie: f"{titles[wie]}: {dutch.count(len(codes))}" for wie, codes in names.items() if codes}
    wie = ask("Welke werkpleinen? Kies een rij om een werkplein te openen.", "wie", options)
    show_werkpleinen(changes, names[wie], f"{titles[wie]} sinds {met}")


def show_drijfveren(stempel: Stempel, met: str) -> None:
    found = compared(stempel, met)
    st.markdown(found.gedreven)
    onder = ask("Onder wie?", "onder", AMONG)
    figure = kept(stempel, "drijfveren", met=met, onder=onder)
    show_chart(figure, "drijfveren", clicks("drijfveren", "balk", {"rij": "balk_mijlpaal", "richting": "balk_kant"}))
    titles = {mijlpaal.code: mijlpaal.titel for mijlpaal in catalogus().mijlpalen}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        mijlpaal = ask_maybe("Wie staan er achter een balk?", "balk_mijlpaal", titles, CLICK, "balk")
        kant = ask_side("Kant", "balk_kant", SIDES, "kant")
    if mijlpaal and kant:
        codes = among_groep(found.vergelijking, onder or None).who_moved(mijlpaal, Richting(kant))
        show_behind(stempel, met, codes, f"{SIDES[kant]} op {titles[mijlpaal]}")
    show_table(figure, "drijfveren", TITLES)


def show_overgangen(stempel: Stempel, met: str) -> None:
    rij = ask_long("Waarop?", "rij", row_titles(), width=420)
    found = Overgangen(compared(stempel, met).vergelijking, rij)
    st.markdown(ontwikkeling_text.overgangen_sentence(found))
    figure = kept(stempel, "overgangen", met=met, rij=rij)
    show_chart(figure, "overgangen", clicks("overgangen", "cel", {"van": "cel_van", "naar": "cel_naar"}))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        van = ask_maybe("Van welke band?", "cel_van", {code: plain_title(code) for code in FROM}, CLICK, "van")
        naar = ask_maybe("Naar welke band?", "cel_naar", {code: plain_title(code) for code in TO}, CLICK, "naar")
    if van and naar:
        what = f"{plain_title(van)} → {plain_title(naar)}, {row_titles()[rij]}"
        show_behind(stempel, met, found.who(van, naar), what)
    show_table(figure, "overgangen", TITLES)


def show_behind(stempel: Stempel, met: str, codes: list[str], what: str) -> None:
    """The names behind a bar or a cell."""
    st.markdown(f"**{dutch.werkpleinen(len(codes))}**: {what}")
    show_werkpleinen(kept(stempel, "beweging", met=met), codes, what)


def show_steeds(stempel: Stempel) -> None:
    figure = kept(stempel, "steeds")
    st.markdown(ontwikkeling_text.same_werkpleinen_sentence(figure.figuur.tabel))
    show_figure(figure, "steeds")


def show_afstand(stempel: Stempel) -> None:
    options = groups(stempel)
    if not options:
        st.info(
            f"In {stempel.tertaal} zijn er geen achterblijvers, en oordeelde het AKO van niemand ‘haalt het niet’. Er "
            "is dus geen groep om naast de anderen te leggen."
        )
        return
    groep = AfstandGroep(ask("Wie naast de anderen?", "groep", options))
    figure = kept(stempel, "afstand", groep=groep.value)
    st.markdown(ontwikkeling_text.afstand_sentence(beeld_of(stempel), groep, figure.figuur.tabel))
    show_figure(figure, "afstand")
    st.caption(groep.uitleg)


@remembered(30)
def groups(stempel: Stempel) -> dict[str, str]:
    """The groups to which anybody belongs in this tertaal: what each is called, by its code."""
    beeld = beeld_of(stempel)
    return {groep.value: groep.label for groep in AfstandGroep if groep.codes(beeld)[beeld.tertaal]}


def clicks(naam: str, selection: str, targets: Mapping[str, str]) -> Callable[[], None]:
    return lambda: take_click(f"{naam}_grafiek", selection, targets)
