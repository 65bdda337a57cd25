"""Uitstel opens one werkplein until it ends; a vrijstelling says why somebody need not answer."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Event

import pytest

from db.act import begin_act
from db.actions.indieningen import submit
from db.actions.invullingen import save_answer
from db.actions.uitvragen import change_uitvraag
from db.actions.uitzonderingen import give_uitstel, give_vrijstelling, withdraw_uitstel, withdraw_vrijstelling
from db.actions.werkpleinen import close_werkplein
from db.engine import read_session
from db.queries.stands import stand
from db.queries.uitvragen import uitvraag
from db.queries.uitzonderingen import uitstel_of, uitstellen, vrijstellingen
from landkaart.domein.band import Band
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import Gesloten, OngeldigeInvoer
from landkaart.domein.invulling import Veld
from landkaart.domein.planning import Planning
from landkaart.domein.rollen import Rol
from landkaart.domein.uitzondering import Uitstel, Vrijstelling, VrijstellingSoort
from tests.steps.acts_uitvraag import ASSEN_NU, UITSTEL, VRIJSTELLING, as_ako
from tests.steps.case import manage
from tests.steps.small_landkaart import (
    AKO,
    ASSEN,
    BEHEER,
    BREDA,
    DURING,
    NU,
    SLUIT,
    VISIE,
    act,
    answer_all,
    everything,
    keep_person,
    log,
)

SECOND = timedelta(seconds=1)
TOT = datetime.fromisoformat("2009-09-08T12:00+02:00")


@pytest.fixture(autouse=True)
def ako(small_landkaart):
    keep_person(AKO, Rol.AKO)


@pytest.fixture
def uitgesteld():
    """Assen until 8 September, 12:00."""
    as_ako(give_uitstel, **UITSTEL)


def save(band=Band.NIET, **what):
    return act(save_answer, mijlpaal=VISIE, band=band, **what)


def given():
    with read_session() as session:
        return uitstellen(session=session, tertaal=NU)


def refused(sentence: str, action, **what) -> None:
    before = everything()
    with pytest.raises(OngeldigeInvoer) as error:
        as_ako(action, **what)
    assert str(error.value) == sentence
    assert everything() == before


@pytest.mark.parametrize("moment", [SLUIT, SLUIT + SECOND, TOT - SECOND])
def test_who_has_uitstel_saves_and_submits_until_its_last_second(uitgesteld, moment, set_clock):
    set_clock(moment)

    answer_all()

    assert act(submit).ingediend_op == moment


@pytest.mark.parametrize("late", [timedelta(), SECOND, timedelta(300)])
def test_it_ends_by_itself(uitgesteld, late, set_clock):
    set_clock(TOT + late)

    with pytest.raises(Gesloten, match="De uitvraag van 2009-2 is gesloten en het uitstel is voorbij."):
        save()


def test_another_werkplein_stays_closed(uitgesteld, set_clock):
    set_clock(SLUIT)

    with pytest.raises(Gesloten, match="De uitvraag van 2009-2 is gesloten. Er is niets opgeslagen."):
        save(werkplein="breda", by=BREDA)


def test_what_is_submitted_with_uitstel_is_where_the_werkplein_stands(uitgesteld, set_clock):
    set_clock(SLUIT)
    answer_all(Band.NIET)
    act(submit)

    with read_session() as session:
        assert stand(session=session, tertaal=NU).bands.loc["assen", VISIE] == Band.NIET


def test_who_gave_it_until_when_and_why_can_be_read(uitgesteld):
    assert given() == {"assen": Uitstel(TOT, "Ziekte.", "iemand van het AKO", DURING)}
    with read_session() as session:
        assert uitstel_of(session=session, werkplein="assen") == {NU: TOT}
        assert uitstel_of(session=session, werkplein="breda") == {}


def test_giving_it_anew_changes_it_and_the_log_has_both(uitgesteld):
    as_ako(give_uitstel, **(UITSTEL | {"reden": "Verhuizing."}))
    as_ako(give_uitstel, **(UITSTEL | {"reden": "Verhuizing."}))

    assert [uitstel.reden for uitstel in given().values()] == ["Verhuizing."]
    reasons = [(old and json.loads(old)["reden"], json.loads(new)["reden"]) for old, new in log("oud", "nieuw")]
    assert reasons == [(None, "Ziekte."), ("Ziekte.", "Verhuizing.")]


def test_taking_it_back_closes_the_werkplein_at_once_and_keeps_what_it_saved(uitgesteld, set_clock):
    set_clock(SLUIT)
    save()
    as_ako(withdraw_uitstel, **ASSEN_NU)
    as_ako(withdraw_uitstel, **ASSEN_NU)

    with pytest.raises(Gesloten):
        save(Band.VOLLEDIG)
    assert [line for line in log("handeling", "nieuw") if line[0] == "uitstel"][1:] == [("uitstel", None)]


def test_a_closing_that_moves_past_it_holds_for_that_werkplein_too(uitgesteld, set_clock):
    with read_session() as session:
        planning = Planning.of(uitvraag(session=session, tertaal=NU))
    later = Planning(planning.opent, planning.herinnering, datetime.fromisoformat("2009-09-10"), planning.actueel_vanaf)
    as_ako(change_uitvraag, tertaal=NU, planning=later, vragen_aan=None)
    set_clock(TOT)

    assert save() == TOT


def test_it_ends_after_the_closing_and_later_than_now(set_clock):
    sentence = "Het uitstel eindigt niet na de sluiting van de uitvraag. Kies een later moment."
    refused(sentence, give_uitstel, **(UITSTEL | {"tot": datetime.fromisoformat("2009-09-01")}))
    set_clock(TOT)
    refused("Het einde van het uitstel is al geweest. Kies een later moment.", give_uitstel, **UITSTEL)
    set_clock(TOT - SECOND)
    as_ako(give_uitstel, **UITSTEL)


def test_it_needs_an_end_a_reason_an_uitvraag_and_a_werkplein_that_is_open():
    refused("Kies een dag en een uur waarop het uitstel eindigt.", give_uitstel, **(UITSTEL | {"tot": None}))
    reason = "Schrijf in het kort waarom. Zo weet een collega het later ook nog."
    refused(reason, give_uitstel, **(UITSTEL | {"reden": " "}))
    refused("Er is geen uitvraag voor 2009-3. Ververs de pagina.", give_uitstel, **(UITSTEL | {"tertaal": NU.after()}))
    keep_person(BEHEER, Rol.BEHEER)
    manage(close_werkplein, code="assen", tot=local_date(DURING))
    refused("Werkplein Assen is gesloten en vult niets meer in.", give_uitstel, **UITSTEL)


def test_a_save_that_waits_for_another_while_the_round_closes_is_refused(set_clock, jump_clock):
    """Both came in time; the second is judged when it is its turn."""
    set_clock(SLUIT - SECOND)
    begun = Event()

    def save_as_pages_do() -> None:
        begun.set()
        with begin_act(BREDA) as act:
            save_answer(act, veld=Veld("breda", NU, VISIE), band=Band.NIET)

    with ThreadPoolExecutor(1) as pool:
        with begin_act(ASSEN) as act:
            save_answer(act, veld=Veld("assen", NU, VISIE), band=Band.NIET)
            waiting = pool.submit(save_as_pages_do)
            begun.wait()
            jump_clock(SLUIT)

        with pytest.raises(Gesloten):
            waiting.result()
    assert log("door") == [("manager van Assen",)]


def test_a_vrijstelling_says_what_kind_and_why():
    as_ako(give_vrijstelling, **VRIJSTELLING)
    as_ako(give_vrijstelling, **(VRIJSTELLING | {"soort": VrijstellingSoort.GEEN_WIJZIGING, "reden": "Gebeld."}))

    with read_session() as session:
        found = vrijstellingen(session=session, tertaal=NU)
    assert found == {"assen": Vrijstelling(VrijstellingSoort.GEEN_WIJZIGING, "Gebeld.", "iemand van het AKO", DURING)}


def test_it_can_be_taken_back_and_never_keeps_anybody_from_filling_in():
    as_ako(give_vrijstelling, **VRIJSTELLING)
    assert save() == DURING
    as_ako(withdraw_vrijstelling, **ASSEN_NU)

    with read_session() as session:
        assert vrijstellingen(session=session, tertaal=NU) == {}


def test_a_vrijstelling_needs_a_kind_and_a_reason():
    kind = "Kies of het werkplein is vrijgesteld, of meldde dat er niets veranderde."
    refused(kind, give_vrijstelling, **(VRIJSTELLING | {"soort": None}))
    reason = "Schrijf in het kort waarom. Zo weet een collega het later ook nog."
    refused(reason, give_vrijstelling, **(VRIJSTELLING | {"reden": ""}))
