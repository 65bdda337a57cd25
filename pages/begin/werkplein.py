"""What a werkplein has to do: its form, how far it is, until when; its questions and its afspraken."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import streamlit as st

from db.engine import read_session
from db.queries.afspraken import afspraken
from db.queries.navragen import navragen
from db.queries.vragen import vraag_antwoorden, vragen
from landkaart.domein.afspraak import AfspraakStatus
from landkaart.domein.navraag import NavraagStatus, in_turn
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import AKO
from landkaart.rapport import begin, dutch
from landkaart.screens import Screen
from landkaart.web.api.form import overview
from pages.begin.taak import Taak, show_taken
from pages.shared.cache import uitvragen
from pages.shared.markdown import escaped
from pages.shared.tertaalbeeld import namen
from pages.shared.visit import visit

# An afspraak is due when its day is over, or this near.
NEAR = timedelta(days=14)


def show_werkplein() -> None:
    """Show what there is to do for each werkplein of this visitor, and when something comes."""
    with read_session() as session:
        forms = overview(session, visit().visitor)
    open_forms = [form for form in forms if form["tertaal"]]
    st.markdown(begin.round_sentence(uitvragen(), visit().now()))
    taken = [form_taak(form) for form in open_forms]
    taken += [taak for form in open_forms if (taak := question_taak(form))]
    taken += asked_by_ako() + afspraak_taken()
    st.header("Nu te doen")
    if taken:
        show_taken(taken, "werkplein")
    else:
        st.markdown("Er is nu niets te doen.")


def form_taak(form: Mapping[str, Any]) -> Taak:
    """Say how far one form is, and lead to it."""
    said = f"**{escaped(form['naam'])}**, {form['tertaal']}: {escaped(form['zin'])}"
    return Taak(said, step_to(form), Screen.INVULLEN, {"werkplein": form["werkplein"], "ronde": form["tertaal"]})


def step_to(form: Mapping[str, Any]) -> str:
    """Name what comes next with a form."""
    if form["gewijzigd"]:
        return "Opnieuw indienen"
    if form["ingediend"]:
        return "Nog eens bekijken"
    return "Verder invullen" if form["beoordeeld"] else "Invullen"


def question_taak(form: Mapping[str, Any]) -> Taak | None:
    """Say which extra vragen have no answer yet; None when there are none."""
    tertaal = Tertaal.parse(form["tertaal"])
    with read_session() as session:
        given = vraag_antwoorden(session=session, werkplein=form["werkplein"], tertaal=tertaal)
        left = [vraag for vraag in vragen(session=session, tertaal=tertaal) if vraag.code not in given]
    if not left:
        return None
    many = dutch.counted(len(left), "extra vraag is", "extra vragen zijn")
    said = f"**{escaped(form['naam'])}**: {many} nog niet beantwoord: {escaped(left[0].tekst)}"
    return Taak(said, "Beantwoorden", Screen.INVULLEN, {"werkplein": form["werkplein"], "ronde": form["tertaal"]})


def asked_by_ako() -> list[Taak]:
    """Say what the AKO asked one's own werkpleinen about their answers, and has no answer to yet."""
    own = visit().visitor.bevoegdheid.werkpleinen
    with read_session() as session:
        found = [each for each in navragen(session=session) if each.werkplein in own and each.status is NavraagStatus.OPEN]
    return [
        Taak(
            f"**{escaped(namen()[each.werkplein])}**, navraag van het {AKO} over {escaped(each.over)}: "
            f"{escaped(each.tekst)}",
            "Beantwoorden",
            Screen.INVULLEN,
            {"werkplein": each.werkplein},
        )
        for each in in_turn(found)
    ]


def afspraak_taken() -> list[Taak]:
    """Say which afspraken of one's own werkpleinen are due: late, or within NEAR."""
    today, own = visit().today(), visit().visitor.bevoegdheid.werkpleinen
    with read_session() as session:
        found = [each for each in afspraken(session=session, by=visit().gebruiker) if each.werkplein in own]
    waiting = [each for each in found if each.status is AfspraakStatus.OPEN and each.wanneer <= today + NEAR]
    taken = []
    for each in sorted(waiting, key=lambda each: each.wanneer):
        when = (
            f"had klaar moeten zijn op {dutch.day(each.wanneer)}"
            if each.is_late(today)
            else f"voor {dutch.day(each.wanneer)}"
        )
        said = f"**{escaped(namen()[each.werkplein])}**, afspraak ({when}): {escaped(each.wat)}"
        taken.append(Taak(said, "Naar de afspraken", Screen.WERKPLEIN, {"werkplein": each.werkplein}))
    return taken
