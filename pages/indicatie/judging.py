"""Judging one werkplein after the other: what is known of it, what it got before, the judgement itself."""

from collections.abc import Mapping, Sequence

import streamlit as st

from db.actions.indicaties import give_indicatie
from db.engine import read_session
from db.models import TOELICHTING_LENGTH
from db.queries.oordelen import oordelen_over
from landkaart.domein.band import Band
from landkaart.domein.indicatie import Indicatie, NieuwOordeel, Oordeel
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport import dutch
from landkaart.rapport.werkplein import change_of, change_text, why_no_stand
from pages.shared import run_act
from pages.shared.choose_werkplein import VIEWED, choose_any_werkplein
from pages.shared.lists import one_of_a_few
from pages.shared.markdown import band_label, escaped

# In the state of the session: the werkplein that was judged just before the one of choice.
JUDGED = "zojuist-beoordeeld"
# A year, in tertalen.
EARLIER = 3
# What a judgement is about: the tertaal, the code of the werkplein, and what was on the screen.
About = tuple[Tertaal, str, Oordeel | None]


def show_judging(beeld: Tertaalbeeld, not_judged: Sequence[str]) -> None:
    """Show the way through them; `not_judged`: the codes of who was not judged yet, in the order in which they come by."""
    st.header(f"Eén {WERKPLEIN}, met notitie")
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            code = choose_any_werkplein(beeld.namen)
            following = next_one(not_judged, code)
            label = "Volgende zonder oordeel" if code else "Begin bij de eerste zonder oordeel"
            st.button(label, icon=":material/skip_next:", disabled=following is None, on_click=go_to, args=(following,))
        show_judged(beeld, code)
        if code is not None:
            show_one(beeld, code, following)
        elif not not_judged:
            st.caption(f"Elk {WERKPLEIN} heeft een oordeel. Kies een {WERKPLEIN} om zijn oordeel te wijzigen.")


def show_judged(beeld: Tertaalbeeld, code: str | None) -> None:
    """Say of the one that was left for the next that it is kept, as the database has it."""
    before: str = st.session_state.get(JUDGED, "")
    if before in beeld.indicaties and before != code and (done := run_act.succeeded(place_of(beeld.tertaal, before))):
        said = f"{escaped(beeld.namen[before])}: {beeld.indicaties[before].label}"
        st.caption(f":material/check: {said}, opgeslagen om {done.at} uur.")


def place_of(tertaal: Tertaal, code: str) -> str:
    return f"oordeel-{tertaal}-{code}"


def next_one(not_judged: Sequence[str], code: str | None) -> str | None:
    """Return the first to judge after `code`; past the last one it begins anew."""
    if code is not None and code in not_judged:
        place = list(not_judged).index(code)
        not_judged = [*not_judged[place + 1 :], *not_judged[:place]]
    return next(iter(not_judged), None)


def go_to(code: str) -> None:
    st.session_state[VIEWED] = code


def show_one(beeld: Tertaalbeeld, code: str, following: str | None) -> None:
    """Show what is known of one, and the form; `following`: who comes after it, None when nobody does."""
    with read_session() as session:
        given = oordelen_over(session=session, werkplein=code)
    kept, place = given.get(beeld.tertaal), place_of(beeld.tertaal, code)
    seen = seen_first(place, kept)
    st.markdown(standing_text(beeld, code) + "  \n" + earlier_text(given, beeld.tertaal))
    options, key = {indicatie: indicatie.label for indicatie in Indicatie}, run_act.key(place, "indicatie")
    chosen = one_of_a_few("Oordeel", options, key, kept.indicatie if kept else None, wrap=True)
    st.text_area(
        "Notitie",
        kept.notitie if kept else "",
        key=run_act.key(place, "notitie"),
        max_chars=TOELICHTING_LENGTH,
        height=90,
        help=f"Het {WERKPLEIN} kan de notitie lezen in zijn logboek.",
    )
    run_act.show_failure(place)
    if done := run_act.succeeded(place):
        st.success(f"Opgeslagen om {done.at} uur: {now_text(kept)}")
    elif kept:
        st.caption(f"Er staat: {now_text(kept)}")
    show_buttons(place, (beeld.tertaal, code, seen), chosen is None and kept is None, following)


def seen_first(place: str, kept: Oordeel | None) -> Oordeel | None:
    """Return what stood there when these fields began, or when an error told so: a choice made since then is about that."""
    name = run_act.key(place, "gezien")
    if name not in st.session_state or run_act.key(place, "notitie") not in st.session_state:
        st.session_state[name] = kept
    seen: Oordeel | None = st.session_state[name]
    return seen


def show_buttons(place: str, about: About, empty: bool, following: str | None) -> None:
    """Show the ways to save it."""
    with st.container(horizontal=True):
        if following:
            key = run_act.key(place, "volgende")
            arguments = (place, *about, following)
            st.button("Opslaan en volgende", key=key, type="primary", disabled=empty, on_click=save, args=arguments)
        st.button(
            "Opslaan",
            key=run_act.key(place, "opslaan"),
            type="secondary" if following else "primary",
            disabled=empty,
            on_click=save,
            args=(place, *about),
        )
        if about[2]:
            st.button(
                "Terugnemen", key=run_act.key(place, "terug"), type="tertiary", on_click=take_back, args=(place, *about)
            )


def save(place: str, tertaal: Tertaal, code: str, seen: Oordeel | None, following: str | None = None) -> None:
    found = run_act.given(place, "indicatie", "notitie")
    give(place, (tertaal, code, seen), NieuwOordeel(found["indicatie"], found["notitie"] or ""))
    if following and run_act.succeeded(place):
        st.session_state[JUDGED] = code
        go_to(following)


def take_back(place: str, tertaal: Tertaal, code: str, seen: Oordeel | None) -> None:
    give(place, (tertaal, code, seen), NieuwOordeel(None))


def give(place: str, about: About, oordeel: NieuwOordeel) -> None:
    tertaal, code, seen = about
    what = {"werkplein": code, "tertaal": tertaal, "oordeel": oordeel, "seen": seen}
    name = run_act.key(place, "gezien")
    run_act.attempt(place, code, give_indicatie, **what)
    st.session_state.pop(name, None)


def standing_text(beeld: Tertaalbeeld, code: str) -> str:
    """Say where it stands, in a line."""
    score = beeld.stand.scores().get(code)
    if score is None:
        return f"{escaped(beeld.namen[code])} heeft in {beeld.tertaal} geen stand. {why_no_stand(beeld, code)}"
    change = change_text(change_of(beeld, code))
    line = f"{escaped(beeld.namen[code])}: **{dutch.percent(score)}** ({band_label(Band.of(score))}), {change}"
    if code in beeld.actualiteit and (submitted := beeld.ingediend_op[code]):
        line += f"; {beeld.actualiteit[code].label} ({dutch.day(submitted)})"
    return f"{line}."


def earlier_text(given: Mapping[Tertaal, Oordeel], tertaal: Tertaal) -> str:
    """Say what it got in the year before."""
    before = [(at, oordeel) for at, oordeel in given.items() if tertaal.before(EARLIER) <= at < tertaal]
    said = "; ".join(f"{at} {oordeel.indicatie.label}" for at, oordeel in reversed(before))
    return f"Oordeel in het jaar ervoor: {said or 'geen'}."


def now_text(kept: Oordeel | None) -> str:
    """Say what the database has, by whom and when."""
    if kept is None:
        return "het oordeel is teruggenomen."
    if kept.gegeven_op is None:
        return f"{kept.indicatie.label}, ingelezen uit een bestand."
    taken = f", overgenomen uit {kept.overgenomen_uit}" if kept.overgenomen_uit else ""
    return f"{kept.indicatie.label}{taken}, door {escaped(kept.door or '')} op {dutch.day(kept.gegeven_op)}."
