"""The AKO fills in on behalf of a werkplein: only where that was begun, and on whose word stands everywhere."""

import json
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from db.actions.akkoorden import give_akkoord
from db.actions.indieningen import submit
from db.actions.invullingen import save_answer
from db.actions.namens import begin_namens, end_namens
from db.engine import read_session
from db.queries.invullingen import last_indiening
from db.queries.namens import namens
from db.queries.respons import respons
from landkaart.domein.band import Band
from landkaart.domein.fouten import Gesloten, NietToegestaan, OngeldigeInvoer
from landkaart.domein.namens import Opgave, Opgavewijze
from landkaart.domein.rechten import Weg
from landkaart.domein.rollen import Rol
from tests.steps.small_landkaart import (
    AKO,
    ASSEN,
    BEHEER,
    DURING,
    NU,
    OPENT,
    SLUIT,
    VISIE,
    act,
    answer_all,
    everything,
    keep_person,
    log,
)

NAMENS = replace(AKO, weg=Weg.NAMENS)
ON_PHONE = {"wie": "J. Jansen", "hoe": Opgavewijze.TELEFOON}


@pytest.fixture(autouse=True)
def ako(small_landkaart) -> None:
    keep_person(AKO, Rol.AKO)


def begin(**what):
    act(begin_namens, **{"by": AKO, **ON_PHONE, **what})


def end(**what):
    act(end_namens, **{"by": AKO, **what})


def answer(by=NAMENS, **what):
    act(save_answer, **{"mijlpaal": VISIE, "band": Band.NIET, "by": by, **what})


def submitted():
    with read_session() as session:
        return last_indiening(session=session, werkplein="assen", tertaal=NU)


def kept():
    with read_session() as session:
        return [(each.opgave.zin, each.is_running) for each in namens(session=session)]


def refused(fout, sentence, action, **what):
    before = everything()
    with pytest.raises(fout) as error:
        action(**what)
    assert str(error.value) == sentence
    assert everything() == before


def test_what_the_ako_fills_in_and_submits_says_on_whose_word_and_in_the_log_that_it_was_on_behalf():
    begin()
    answer_all(by=NAMENS)
    act(submit, by=NAMENS)

    assert submitted().namens == Opgave("J. Jansen", Opgavewijze.TELEFOON)
    assert submitted().by_whom == f"{AKO.naam}, namens het werkplein (J. Jansen, per telefoon)"
    lines = log("handeling", "weg", "door")
    assert lines[0] == ("namens", "formulier", AKO.naam)
    assert {line[1:] for line in lines[1:]} == {("namens", AKO.naam)}
    assert json.loads(log("nieuw")[0][0]) == {"wie": "J. Jansen", "hoe": "telefoon"}


def test_what_the_werkplein_submits_itself_meanwhile_is_its_own():
    begin()
    answer_all(by=NAMENS)
    act(submit, by=NAMENS)
    answer(by=ASSEN)
    act(submit)

    assert (submitted().versie, submitted().namens, submitted().by_whom) == (2, None, ASSEN.naam)


def test_where_it_was_not_begun_the_ako_fills_in_nothing_also_not_in_another_tertaal_or_for_another_werkplein():
    begin()

    said = "U vult deze landkaart niet (meer) namens het werkplein in. Begin daarmee bij Respons. Er is niets opgeslagen."
    refused(NietToegestaan, said, answer, werkplein="breda")
    end()
    refused(NietToegestaan, said, answer)


def test_who_does_not_say_that_it_is_on_behalf_is_refused_so_that_no_line_of_the_log_hides_it():
    begin()

    refused(NietToegestaan, "U mag de landkaart van dit werkplein niet invullen. Er is niets opgeslagen.", answer, by=AKO)


@pytest.mark.parametrize("by", [ASSEN, BEHEER], ids=lambda by: by.naam)
def test_nobody_else_fills_in_on_behalf_by_saying_so(by):
    keep_person(BEHEER, Rol.BEHEER)
    begin()

    said = "U mag de landkaart niet namens een werkplein invullen. Er is niets opgeslagen."
    refused(NietToegestaan, said, answer, by=replace(by, weg=Weg.NAMENS))


def test_on_behalf_of_others_nobody_signs():
    begin()
    answer_all(by=NAMENS)
    act(submit, by=NAMENS)

    said = "U mag de landkaart van dit werkplein niet invullen. Er is niets opgeslagen."
    refused(NietToegestaan, said, partial(act, give_akkoord), versie=1, by=NAMENS)


@pytest.mark.parametrize("moment", [OPENT - timedelta(seconds=1), SLUIT])
def test_it_begins_only_while_answers_are_taken(set_clock, moment):
    set_clock(moment)

    with pytest.raises(Gesloten):
        begin()


def test_what_was_begun_ends_with_the_closing_as_for_the_werkplein_itself(set_clock):
    begin()
    set_clock(SLUIT)

    with pytest.raises(Gesloten):
        answer()


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"wie": " \n"}, "Schrijf op wie van het werkplein de antwoorden geeft."),
        ({"wie": None}, "Schrijf op wie van het werkplein de antwoorden geeft."),
        ({"hoe": None}, "Kies hoe de antwoorden zijn gegeven."),
        ({"wie": "x" * 121}, "De tekst is te lang: 121 tekens. Er passen er 120."),
    ],
)
def test_without_saying_who_and_how_it_does_not_begin(what, sentence):
    refused(OngeldigeInvoer, sentence, begin, **what)


def test_the_same_again_changes_nothing_and_another_word_ends_the_one_before(set_clock):
    begin()
    answer()
    before = everything()
    begin()
    assert everything() == before

    set_clock(DURING + timedelta(hours=1))
    begin(wie="K. de Boer", hoe=Opgavewijze.PAPIER)

    assert kept() == [("J. Jansen, per telefoon", False), ("K. de Boer, op papier", True)]


def test_one_under_which_nothing_was_filled_in_leaves_no_trace_but_in_the_log():
    begin()
    end()
    end()

    assert kept() == []
    assert log("handeling", "oud", "nieuw") == [
        ("namens", None, '{"wie": "J. Jansen", "hoe": "telefoon"}'),
        ("namens", '{"wie": "J. Jansen", "hoe": "telefoon"}', None),
    ]


def test_the_respons_says_it_also_when_it_ended():
    begin()
    answer()
    end()

    with read_session() as session:
        found = {each.code: each.namens for each in respons(session=session, tertaal=NU).reacties}
    assert found == {"assen": Opgave("J. Jansen", Opgavewijze.TELEFOON), "breda": None}
