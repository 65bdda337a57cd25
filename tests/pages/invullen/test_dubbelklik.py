"""A second act before the page was drawn anew: it comes with what was first on the screen."""

import pytest
from streamlit.testing.v1 import AppTest

from db.actions.invullingen import save_answer
from db.actions.vraag_antwoorden import save_vraag_antwoord
from db.actions.vragen import add_vraag
from db.engine import read_session
from db.queries.invullingen import invulling
from db.queries.vragen import vraag_antwoorden
from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraag import JaNee
from tests.steps.accounts import session_of
from tests.steps.perform import perform

NOW = Tertaal(2009, 3)
HERE = {"werkplein": "harderwijk", "tertaal": NOW}
ANALYSE, VRAAG = "arbeidsmarktanalyse", "lukt-het"


def quick_acts(sessie, acts):
    """Each of `acts` (kind, code, value) in turn on what was read once; what it is asked of each is kept as `asked`."""
    import streamlit as st

    from db.engine import read_session
    from db.queries.data_version import data_version
    from db.queries.sessies import by_id
    from landkaart.domein.clock import system_now
    from landkaart.domein.tertaal import Tertaal
    from pages.invullen import saving
    from pages.invullen.form_state import fetch
    from pages.shared.visit import KEPT, Visit

    with read_session() as session:
        found = by_id(session=session, sessie_id=sessie, now=system_now())
        st.session_state[KEPT] = Visit(found, data_version(session=session))
    shown = fetch("harderwijk", Tertaal(2009, 3), found.gebruiker, system_now())
    st.session_state["elsewhere"]()
    asked = []
    for kind, code, value in acts:
        if kind == "ongewijzigd":
            saving.confirm(shown, [code])
            continue
        name = saving.key(kind, shown, code)
        st.session_state[name] = value
        getattr(saving, f"keep_{kind}")(shown, code, name)
        asked.append(saving.question(shown, kind, code))
    st.session_state["asked"] = asked


def try_acts(acts, elsewhere=lambda: None):
    """What was asked after each act: None for nothing, else what the visitor wanted. `elsewhere` comes before the first."""
    at = AppTest.from_function(quick_acts, kwargs={"sessie": session_of("werkplein", ["harderwijk"]), "acts": acts})
    at.session_state["elsewhere"] = elsewhere
    at.run()
    assert not at.exception
    return [question and question.mine for question in at.session_state["asked"]]


def of_another(action, **what):
    perform(action, **HERE, **what)


def banden():
    with read_session() as session:
        return invulling(session=session, **HERE).banden


def said():
    with read_session() as session:
        found = vraag_antwoorden(session=session, **HERE)[VRAAG]
    return found.antwoord, found.toelichting


@pytest.fixture
def vraag(landkaart_2009):
    perform(add_vraag, tertaal=NOW, tekst="Lukt het?")


def test_a_quick_second_click_is_no_conflict_with_oneself(landkaart_2009):
    clicks = [("ongewijzigd", ANALYSE, None), ("band", ANALYSE, Band.NIET), ("band", ANALYSE, Band.VOLLEDIG)]

    assert try_acts(clicks) == [None, None]
    assert banden() == {ANALYSE: Band.VOLLEDIG}


def test_a_quick_click_after_somebody_else_is_a_conflict(landkaart_2009):
    def elsewhere():
        of_another(save_answer, mijlpaal=ANALYSE, band=Band.GEDEELTELIJK)

    assert try_acts([("band", ANALYSE, Band.NIET)], elsewhere) == [Band.NIET]
    assert banden() == {ANALYSE: Band.GEDEELTELIJK}


def test_a_quick_answer_to_a_vraag_and_its_uitleg_are_no_conflict_with_oneself(vraag):
    """They are one row, so one version: each must know what the other left."""
    acts = [("antwoord", VRAAG, JaNee.NEE), ("uitleg", VRAAG, "Te druk."), ("antwoord", VRAAG, JaNee.JA)]

    assert try_acts(acts) == [None, None, None]
    assert said() == (JaNee.JA, "Te druk.")


@pytest.mark.parametrize(("kind", "mine"), [("antwoord", JaNee.NEE), ("uitleg", "Te druk.")])
def test_a_quick_answer_or_uitleg_after_somebody_else_is_a_conflict(vraag, kind, mine):
    def elsewhere():
        of_another(save_vraag_antwoord, vraag=VRAAG, antwoord=JaNee.JA)

    assert try_acts([(kind, VRAAG, mine)], elsewhere) == [mine]
    assert said() == (JaNee.JA, None)
