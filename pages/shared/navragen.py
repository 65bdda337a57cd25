"""Navragen of one werkplein: to read, to answer for the werkplein, to ask and to close for the AKO."""

from urllib.parse import quote

import streamlit as st

from db.actions.navragen import answer_navraag, answer_navraag_namens, ask_navraag, close_navraag
from db.engine import read_session
from db.queries.invullingen import last_indiening
from db.queries.navragen import navragen
from landkaart.domein.catalogus import catalogus
from landkaart.domein.invulling import Indiening
from landkaart.domein.namens import LONGEST as WIE
from landkaart.domein.namens import Opgavewijze
from landkaart.domein.navraag import LONGEST, Navraag, NavraagStatus, in_turn
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport.navraag import about_text, answered_text, asked_text, closed_text, counts_text
from pages.shared import run_act
from pages.shared.cache import uitvragen
from pages.shared.lists import one_from_list
from pages.shared.markdown import escaped
from pages.shared.respons import respons
from pages.shared.visit import visit


def may_see(werkplein: str) -> bool:
    return visit().may(Recht.NAVRAAG_STELLEN) or visit().may(Recht.NAVRAAG_BEANTWOORDEN, werkplein)


def navragen_of(werkplein: str) -> list[Navraag]:
    """Return those that are not closed first, for who may see them; nobody else is told that there are any."""
    if not may_see(werkplein):
        return []
    with read_session() as session:
        return in_turn(navragen(session=session, werkplein=werkplein))


def show_navragen(werkplein: str) -> None:
    """Show them, each with what can be done to it; nothing when there are none."""
    found = navragen_of(werkplein)
    if not found:
        return
    waiting = [each for each in found if each.status is not NavraagStatus.GESLOTEN]
    closed = [each for each in found if each.status is NavraagStatus.GESLOTEN]
    if waiting:
        with st.container(border=True):
            st.markdown(f"**{counts_text(waiting)}.** Uw score verandert er niet door.")
            for each in waiting:
                show_navraag(each)
    if closed:
        with st.expander(counts_text(closed), on_change="rerun", key=f"navragen-gesloten-{werkplein}") as opened:
            if opened.open:
                for each in closed:
                    show_navraag(each)


def show_navraag(navraag: Navraag) -> None:
    """Show one, with the field for who may answer it and the button for who may close it."""
    st.markdown(f"**{escaped(navraag.over)}** ({escaped(asked_text(navraag))})  \n{escaped(navraag.tekst)}")
    if about := about_text(navraag, submitted_about(navraag)):
        st.caption(escaped(about))
    place, is_open = f"navraag-{navraag.id}", navraag.status is not NavraagStatus.GESLOTEN
    if is_open and visit().may(Recht.NAVRAAG_BEANTWOORDEN, navraag.werkplein):
        show_answering(place, navraag)
    elif navraag.antwoord:
        st.markdown(f"{escaped(answered_text(navraag))}  \n{escaped(navraag.antwoord)}")
    else:
        st.caption(answered_text(navraag))
    if closed := closed_text(navraag):
        st.caption(escaped(closed))
    elif visit().may(Recht.NAVRAAG_STELLEN):
        with st.container(horizontal=True):
            st.button("Navraag sluiten", key=run_act.key(place, "sluit"), on_click=close, args=(place, navraag))
            if visit().may(Recht.NAMENS_INVULLEN):
                show_namens(place, navraag)
        # Below it: above, it would move the popover down, and what moves begins anew, closed.
        run_act.show_failure(place)


def submitted_about(navraag: Navraag) -> Indiening | None:
    """Return what was submitted last where one mijlpaal of it is asked about."""
    if navraag.mijlpaal is None:
        return None
    with read_session() as session:
        return last_indiening(session=session, werkplein=navraag.werkplein, tertaal=navraag.tertaal)


def show_answering(place: str, navraag: Navraag) -> None:
    """Show the field; what is saved is compared with the answer as it was when the field was opened."""
    seen = st.session_state.setdefault(run_act.key(place, "gezien"), navraag)
    st.text_area("Uw antwoord", seen.antwoord or "", key=run_act.key(place, "tekst"), max_chars=LONGEST, height=90)
    run_act.show_outcome(place, escaped(answered_text(navraag)))
    label = "Antwoord wijzigen" if navraag.antwoord else "Antwoord versturen"
    st.button(label, key=run_act.key(place, "knop"), on_click=answer, args=(place, navraag))


def show_namens(place: str, navraag: Navraag) -> None:
    """Show where the AKO writes down what the werkplein said to it."""
    with st.popover(f"Antwoord namens het {WERKPLEIN}", icon=":material/record_voice_over:"):
        st.markdown(f"Gaf het {WERKPLEIN} het antwoord aan u, schrijf het dan hier op. Wie het gaf en hoe, staat erbij.")
        hint = "Naam en functie"
        st.text_input("Wie geeft het antwoord?", key=run_act.key(place, "wie"), max_chars=WIE, placeholder=hint)
        one_from_list("Hoe?", Opgavewijze.labels(), run_act.key(place, "hoe"), placeholder="Kies hoe")
        st.text_area("Het antwoord", navraag.antwoord or "", key=run_act.key(place, "namens"), max_chars=LONGEST, height=90)
        args = (place, navraag)
        st.button("Antwoord opslaan", key=run_act.key(place, "bewaar"), type="primary", on_click=answer_namens, args=args)


def answer_namens(place: str, navraag: Navraag) -> None:
    found = run_act.given(place, "wie", "hoe", "namens")
    hoe = Opgavewijze(found["hoe"]) if found["hoe"] else None
    what = {"navraag": navraag, "tekst": found["namens"] or "", "wie": found["wie"], "hoe": hoe}
    run_act.attempt(place, navraag.id, answer_navraag_namens, **what)


def answer(place: str, now: Navraag) -> None:
    """Save it; after a refusal the next try is about the answer that is on the screen by then."""
    name, tekst = run_act.key(place, "gezien"), run_act.given(place, "tekst")["tekst"] or ""
    seen = st.session_state.get(name, now)
    run_act.attempt(place, now.id, answer_navraag, navraag=seen, tekst=tekst)
    st.session_state.pop(name, None)


def close(place: str, navraag: Navraag) -> None:
    run_act.attempt(place, navraag.id, close_navraag, navraag=navraag)


def show_asking(werkplein: str, tertaal: Tertaal) -> None:
    """Show the form in which the AKO asks something about this tertaal; nothing to others."""
    if not visit().may(Recht.NAVRAAG_STELLEN):
        return
    place = f"navraag-nieuw-{werkplein}-{tertaal}"
    options = {"": f"Heel {tertaal}"} | {each.code: each.titel for each in catalogus().mijlpalen}
    one_from_list("Over welke mijlpaal?", options, run_act.key(place, "mijlpaal"), "", width=400)
    hint = "Bijvoorbeeld: waaruit blijkt dat deze mijlpaal volledig is?"
    st.text_area("Wat wilt u vragen?", key=run_act.key(place, "tekst"), max_chars=LONGEST, height=90, placeholder=hint)
    run_act.show_failure(place)
    if done := run_act.succeeded(place):
        st.success(
            f"Gevraagd om {done.at} uur. Het {WERKPLEIN} ziet de navraag op Begin en bij Invullen, en kan haar daar "
            f"beantwoorden. {how_to_tell(werkplein, tertaal)}"
        )
    st.button("Navraag doen", key=run_act.key(place, "knop"), type="primary", on_click=ask, args=(place, werkplein, tertaal))


def how_to_tell(werkplein: str, tertaal: Tertaal) -> str:
    """Say, as Markdown, that no mail leaves about it, and whom to write to: who submitted has no reason to look again."""
    known = respons(tertaal).reacties if tertaal in uitvragen() else ()
    found = next((each for each in known if each.code == werkplein), None)
    people = [each.adres for each in found.bereikbaar] if found else []
    if not people:
        return f"Er gaat geen e-mail over weg, en van dit {WERKPLEIN} is geen adres bekend: bel het zo nodig."
    subject = quote(f"Landkaart {tertaal}: een vraag over uw antwoorden")
    to = f"mailto:{quote(','.join(people), safe='@,')}?subject={subject}"
    return f"Er gaat geen e-mail over weg: [schrijf zo nodig zelf aan het {WERKPLEIN}]({to})."


def ask(place: str, werkplein: str, tertaal: Tertaal) -> None:
    found = run_act.given(place, "mijlpaal", "tekst")
    about = {"werkplein": werkplein, "tertaal": tertaal, "mijlpaal": found["mijlpaal"] or None}
    run_act.attempt(place, werkplein, ask_navraag, **about, tekst=found["tekst"] or "")
