"""The questions on top of the 14, as the AKO asks them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

import streamlit as st

from db.actions import vragen as acts
from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.domein.vraag import LONGEST, Vraag
from landkaart.domein.vraagvorm import JA_OF_NEE, LONGEST_EENHEID, MOST_KEUZES, Vorm, VraagSoort
from landkaart.programma.namen import WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.vraagvorm import vorm_text
from pages.shared import run_act
from pages.shared.lists import one_from_list, one_of_a_few
from pages.shared.markdown import escaped

# What was asked before, by tertaal, the latest first.
Earlier = Mapping[Tertaal, Sequence[Vraag]]


def show_vragen(
    uitvraag: Uitvraag, asked: Sequence[Vraag], answered: Collection[str], now: datetime, earlier: Earlier
) -> None:
    """Show them, and the forms for those that can still change: not the `answered` ones (codes), nor after the closing."""
    st.caption(
        f"Een vraag staat onder de {N_MIJLPALEN} mijlpalen. {WERKPLEINEN_KOP} antwoorden met ja of nee, een getal, een "
        "keuze of een tekst; het hoeft niet, en het houdt indienen niet tegen. Zodra er één antwoord is, blijft de vraag "
        "zoals zij is."
    )
    is_closed = uitvraag.sluit <= now
    if not asked:
        st.info("Bij deze uitvraag zijn geen vragen gesteld." if is_closed else "Er zijn nog geen vragen bij deze uitvraag.")
    for vraag in asked:
        if is_closed or vraag.code in answered:
            note = "" if is_closed else " Al beantwoord: blijft zoals zij is."
            st.markdown(f"- {escaped(vraag.tekst)}  \n:small[{escaped(vorm_text(vraag.vorm))}.{note}]")
        else:
            show_change(uitvraag.tertaal, vraag)
    if not is_closed:
        show_add(uitvraag.tertaal)
        show_take_over(uitvraag.tertaal, asked, earlier)


def show_change(tertaal: Tertaal, vraag: Vraag) -> None:
    """Show the form of a vraag that nobody answered yet."""
    place = f"vraag-{tertaal}-{vraag.code}"
    with st.container(border=True):
        st.text_input("Vraag", vraag.tekst, key=run_act.key(place, "tekst"), max_chars=LONGEST)
        ask_vorm(place, vraag.vorm)
        args = (place, tertaal, vraag.code)
        with st.container(horizontal=True):
            st.button("Opslaan", key=run_act.key(place, "knop"), on_click=change, args=args)
            st.button("Weghalen", key=run_act.key(place, "weg"), type="tertiary", on_click=remove, args=args)
        run_act.show_outcome(place)


def show_add(tertaal: Tertaal) -> None:
    place = f"vraag-erbij-{tertaal}"
    hint = "Zoals: Hebt u gezamenlijke doelstellingen afgesproken?"
    st.text_area("Nieuwe vraag", key=run_act.key(place, "tekst"), max_chars=LONGEST, height=80, placeholder=hint)
    ask_vorm(place, JA_OF_NEE)
    run_act.show_failure(place)
    st.button("Vraag toevoegen", key=run_act.key(place, "knop"), on_click=add, args=(place, tertaal))


def ask_vorm(place: str, before: Vorm) -> None:
    """Ask how it is answered, beginning with how it is now; `given_vorm` reads it."""
    options = {soort.value: soort.label for soort in VraagSoort}
    key = run_act.key(place, "soort")
    soort = one_of_a_few("Antwoord", options, key, before.soort.value, required=True, wrap=True)
    if soort == VraagSoort.GETAL.value:
        key, hint = run_act.key(place, "eenheid"), "Zoals: klanten"
        st.text_input("Eenheid", before.eenheid, key=key, max_chars=LONGEST_EENHEID, placeholder=hint, width=300)
    if soort == VraagSoort.KEUZE.value:
        said = f"Mogelijkheden, elk op een regel (2 tot {MOST_KEUZES})"
        st.text_area(said, "\n".join(before.keuzes), key=run_act.key(place, "keuzes"), height=110)


def given_vorm(place: str) -> Vorm:
    """Return what was chosen, for a callback."""
    found = run_act.given(place, "soort", "eenheid", "keuzes")
    return Vorm(VraagSoort(found["soort"]), found["eenheid"] or "", tuple((found["keuzes"] or "").splitlines()))


def show_take_over(tertaal: Tertaal, asked: Sequence[Vraag], earlier: Earlier) -> None:
    """Show from which earlier uitvraag the same can be asked once more; nothing where there is none."""
    here = {each.tekst for each in asked}
    left = {uit: [each for each in found if each.tekst not in here] for uit, found in earlier.items()}
    options = {str(uit): f"{uit}: {dutch.counted(len(found), 'vraag', 'vragen')}" for uit, found in left.items() if found}
    if not options:
        return
    place = f"vragen-over-{tertaal}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        first = next(iter(options))
        chosen = one_from_list("Uit een eerdere uitvraag", options, run_act.key(place, "uit"), first, width=300)
        st.button("Overnemen", key=run_act.key(place, "knop"), on_click=take_over, args=(place, tertaal))
    run_act.show_failure(place)
    for each in left[Tertaal.parse(chosen)]:
        st.caption(f"{escaped(each.tekst)} ({escaped(vorm_text(each.vorm)).lower()})")


def add(place: str, tertaal: Tertaal) -> None:
    given = run_act.given(place, "tekst")
    run_act.attempt(place, tertaal, acts.add_vraag, tertaal=tertaal, vorm=given_vorm(place), **given)


def take_over(place: str, tertaal: Tertaal) -> None:
    uit = Tertaal.parse(run_act.given(place, "uit")["uit"])
    run_act.attempt(place, tertaal, acts.take_over_vragen, tertaal=tertaal, uit=uit)


def change(place: str, tertaal: Tertaal, code: str) -> None:
    given = run_act.given(place, "tekst")
    run_act.attempt(place, code, acts.change_vraag, tertaal=tertaal, code=code, vorm=given_vorm(place), **given)


def remove(place: str, tertaal: Tertaal, code: str) -> None:
    run_act.attempt(place, code, acts.remove_vraag, tertaal=tertaal, code=code)
