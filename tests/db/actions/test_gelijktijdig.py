"""Two people in one invulling: nobody silently overwrites a colleague."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from db import models
from db.actions.aanleveringen import import_aanlevering
from db.actions.indieningen import submit
from db.actions.invullingen import confirm, save_answer, save_toelichting
from db.engine import read_session, write_session
from db.queries.invullingen import invulling
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import midnight
from landkaart.domein.invulling import AndersGewijzigd, Wijze, Wijziging
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.records import InvullingRecord
from tests.steps.accounts import sign_in_as
from tests.steps.perform import perform
from tests.steps.racing import race

NU = Tertaal(2009, 2)
VISIE, KETENJAARPLAN = "visie-en-doelstellingen", "ketenjaarplan"
FIRST = datetime(2009, 8, 3, 12, 30, tzinfo=UTC)
SECOND, THIRD = FIRST + timedelta(minutes=5), FIRST + timedelta(minutes=10)


@pytest.fixture(autouse=True)
def assen(database, set_clock):
    """One werkplein, an uitvraag that is open, and it is FIRST."""
    places = dict.fromkeys(("naam", "plaats", "gemeente", "provincie", "arbeidsmarktregio"), "Assen")
    moments = {"opent": midnight(date(2009, 7, 15)), "herinnering": midnight(date(2009, 8, 15))}
    moments |= {"sluit": midnight(date(2009, 9, 1)), "actueel_vanaf": moments["opent"]}
    with write_session() as session:
        session.add(models.Werkplein(code="assen", **places, breedtegraad=52.9, lengtegraad=6.5))
        session.add(models.Uitvraag(tertaal=str(NU), **moments))
    set_clock(FIRST)


@pytest.fixture
def uwv():
    return sign_in_as("werkplein", ["assen"], "iemand van het UWV")


@pytest.fixture
def gemeente():
    return sign_in_as("werkplein", ["assen"], "iemand van de gemeente")


def act(action, by, **what):
    return perform(action, by, werkplein="assen", tertaal=NU, **what)


def answer(by, band, mijlpaal=VISIE, **seen):
    return act(save_answer, by, mijlpaal=mijlpaal, band=band, **seen)


def explain(by, tekst, **seen):
    return act(save_toelichting, by, mijlpaal=VISIE, tekst=tekst, **seen)


def bring_in(banden, toelichtingen=None):
    record = InvullingRecord("assen", NU, date(2009, 8, 3), banden, toelichtingen or {}, "scores.csv", 2)
    perform(import_aanlevering, aanlevering=Aanlevering(invullingen=(record,)))


def on_paper():
    with read_session() as session:
        return invulling(session=session, werkplein="assen", tertaal=NU)


def log():
    with read_session() as session:
        wanted = models.Logregel.mijlpaal.is_not(None)
        rows = session.exec(select(models.Logregel).where(wanted).order_by(models.Logregel.id))
        return [(row.door, row.oud, row.nieuw) for row in rows]


def refused(perform, *what, **seen) -> AndersGewijzigd:
    """Nothing changed, in the answers nor in the log."""
    before = on_paper(), log()
    with pytest.raises(AndersGewijzigd) as error:
        perform(*what, **seen)
    assert (on_paper(), log()) == before
    return error.value


def test_different_mijlpalen_by_two_people_both_survive(uwv, gemeente):
    answer(uwv, Band.NIET, VISIE, seen=None)
    answer(gemeente, Band.VOLLEDIG, KETENJAARPLAN, seen=None)

    assert on_paper().banden == {VISIE: Band.NIET, KETENJAARPLAN: Band.VOLLEDIG}


def test_the_second_at_the_same_mijlpaal_is_told_what_stands_there_and_whose_it_is(uwv, gemeente, set_clock):
    answer(uwv, Band.NIET, seen=None)
    set_clock(SECOND)

    error = refused(answer, gemeente, Band.VOLLEDIG, seen=None)

    assert (error.waarde, error.wijziging) == (Band.NIET, Wijziging("iemand van het UWV", uwv.account_id, FIRST))
    assert str(error) == "Dit is intussen gewijzigd door iemand van het UWV. Uw keuze is niet opgeslagen."


def test_who_saw_what_stands_there_may_replace_it(uwv, gemeente, set_clock):
    answer(uwv, Band.NIET, seen=None)
    set_clock(SECOND)

    assert answer(gemeente, Band.VOLLEDIG, seen=FIRST) == SECOND

    assert on_paper().banden == {VISIE: Band.VOLLEDIG}
    assert log() == [("iemand van het UWV", None, '"niet"'), ("iemand van de gemeente", '"niet"', '"volledig"')]


def test_an_answer_that_was_replaced_is_another_even_when_the_band_came_back(uwv, gemeente, set_clock):
    answer(uwv, Band.NIET)
    set_clock(SECOND)
    answer(uwv, Band.VOLLEDIG)
    answer(uwv, Band.NIET)

    error = refused(answer, gemeente, Band.GEDEELTELIJK, seen=FIRST)

    assert (error.waarde, error.wijziging.op) == (Band.NIET, SECOND)


def test_an_answer_that_was_taken_away_is_a_change_too(uwv, gemeente, set_clock):
    answer(gemeente, Band.NIET)
    set_clock(SECOND)
    answer(uwv, None)
    set_clock(THIRD)

    error = refused(answer, gemeente, Band.VOLLEDIG, seen=FIRST)

    assert (error.waarde, error.wijziging) == (None, Wijziging("iemand van het UWV", uwv.account_id, SECOND))


def test_who_takes_away_an_answer_that_was_changed_is_asked_as_well(uwv, gemeente, set_clock):
    answer(gemeente, Band.NIET)
    set_clock(SECOND)
    answer(uwv, Band.VOLLEDIG)

    assert refused(answer, gemeente, None, seen=FIRST).waarde is Band.VOLLEDIG


@pytest.mark.parametrize("band", [Band.NIET, None])
def test_the_same_choice_by_both_is_no_conflict_and_one_change(band, uwv, gemeente, set_clock):
    answer(uwv, Band.GEDEELTELIJK)
    set_clock(SECOND)
    answer(uwv, band, seen=FIRST)
    once = on_paper(), log()
    set_clock(THIRD)

    answer(gemeente, band, seen=FIRST)

    assert (on_paper(), log()) == once


def test_a_retry_after_the_answer_got_lost_stores_one_change(uwv):
    answer(uwv, Band.NIET, seen=None)
    answer(uwv, Band.NIET, seen=None)

    assert log() == [("iemand van het UWV", None, '"niet"')]


def test_two_windows_of_one_person_are_asked_as_well(uwv, set_clock):
    answer(uwv, Band.NIET, seen=None)
    set_clock(SECOND)

    assert refused(answer, uwv, Band.VOLLEDIG, seen=None).wijziging.account_id == uwv.account_id


def test_who_showed_nothing_replaces_what_is_there(uwv, gemeente):
    answer(uwv, Band.NIET)
    answer(gemeente, Band.VOLLEDIG)

    assert on_paper().banden == {VISIE: Band.VOLLEDIG}


def test_the_second_to_explain_is_told_the_text_that_stands_there(uwv, gemeente, set_clock):
    explain(uwv, "De analyse is klaar.", seen=None)
    set_clock(SECOND)

    error = refused(explain, gemeente, "Er is geen analyse.", seen=None)

    assert error.waarde == "De analyse is klaar."
    assert error.wijziging == Wijziging("iemand van het UWV", uwv.account_id, FIRST)
    assert explain(gemeente, "Er is geen analyse.", seen=FIRST) == SECOND


def test_a_toelichting_that_was_taken_away_is_a_change_too(uwv, gemeente, set_clock):
    explain(gemeente, "De analyse is klaar.")
    answer(gemeente, Band.NIET)
    set_clock(SECOND)
    explain(uwv, "")

    error = refused(explain, gemeente, "De analyse is bijna klaar.", seen=FIRST)

    assert (error.waarde, error.wijziging) == (None, Wijziging("iemand van het UWV", uwv.account_id, SECOND))


def test_what_a_confirmation_brought_along_has_the_name_of_who_confirmed(uwv, gemeente, set_clock):
    bring_in_before({VISIE: "Besproken."})
    set_clock(SECOND)
    assert act(confirm, uwv, mijlpalen=[VISIE]) == {VISIE: SECOND}
    set_clock(THIRD)

    whose = Wijziging("iemand van het UWV", uwv.account_id, SECOND)
    assert refused(answer, gemeente, Band.NIET, seen=None).wijziging == whose
    assert refused(explain, gemeente, "Iets anders.", seen=None).wijziging == whose


def bring_in_before(toelichtingen):
    """Assen was VOLLEDIG in the tertaal before."""
    record = InvullingRecord(
        "assen", NU.before(), date(2009, 4, 3), everywhere(Band.VOLLEDIG), toelichtingen, "scores.csv", 2
    )
    perform(import_aanlevering, aanlevering=Aanlevering(invullingen=(record,)))


def everywhere(band):
    return dict.fromkeys(catalogus().codes, band)


def test_a_file_that_came_in_meanwhile_is_somebody_else_too(uwv, gemeente, set_clock):
    answer(gemeente, Band.NIET)
    explain(gemeente, "De analyse is klaar.")
    set_clock(SECOND)
    bring_in(everywhere(Band.VOLLEDIG))
    set_clock(THIRD)
    act(save_answer, uwv, mijlpaal=KETENJAARPLAN, band=Band.NIET)
    act(submit, uwv)

    by_file = Wijziging("opdrachtregel", None, SECOND)
    answered = refused(answer, gemeente, Band.GEDEELTELIJK, seen=FIRST)
    explained = refused(explain, gemeente, "De analyse is bijna klaar.", seen=FIRST)
    assert (answered.waarde, answered.wijziging) == (Band.VOLLEDIG, by_file)
    assert (explained.waarde, explained.wijziging) == (None, by_file)


def test_the_same_band_as_was_confirmed_meanwhile_is_no_conflict(uwv, gemeente):
    bring_in_before({})
    act(confirm, uwv, mijlpalen=[VISIE])

    answer(gemeente, Band.VOLLEDIG, seen=None)

    assert on_paper().antwoorden[VISIE].wijze is Wijze.BIJGEWERKT


def test_eight_racers_at_one_toelichting_have_exactly_one_winner_twenty_times(uwv, set_clock):
    racers, seen = [replace(uwv, naam=f"racer {number}") for number in range(8)], None
    for turn in range(20):
        moment = FIRST + timedelta(minutes=turn)
        set_clock(moment)

        told = race(racers, lambda by, seen=seen, turn=turn: explain(by, f"{by.naam} in beurt {turn}", seen=seen))

        winner = racers[told.index(None)].naam
        text = f"{winner} in beurt {turn}"
        assert on_paper().toelichtingen == {VISIE: text}
        losers = [(error.waarde, error.wijziging.door) for error in told if error]
        assert losers == [(text, winner)] * 7
        assert len(log()) == turn + 1
        seen = moment


def test_eight_racers_at_one_band_make_one_change_twenty_times(uwv, set_clock):
    """Two racers for each band: who wants what the winner chose has no conflict, and changes nothing."""
    racers, seen = list(Band) * 2, None
    for turn in range(20):
        set_clock(FIRST + timedelta(minutes=2 * turn))

        told = race(racers, lambda band, seen=seen: answer(uwv, band, seen=seen))

        won = on_paper().banden[VISIE]
        assert [error and error.waarde for error in told] == [None if band is won else won for band in racers]
        assert len(log()) == 2 * turn + 1
        set_clock(FIRST + timedelta(minutes=2 * turn + 1))
        seen = answer(uwv, None)
