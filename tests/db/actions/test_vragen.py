"""The questions on top of the 14, and what a werkplein answers to them."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from db import models
from db.actions.aanleveringen import import_aanlevering
from db.actions.indieningen import submit
from db.actions.vraag_antwoorden import save_vraag_antwoord, save_vraag_toelichting
from db.actions.vragen import add_vraag, change_vraag, remove_vraag
from db.engine import read_session
from db.queries.vragen import answered, vraag_antwoorden, vragen
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.invulling import AndersGewijzigd
from landkaart.domein.rollen import Rol
from landkaart.domein.vraag import INGELEZEN, Vraag, VraagAntwoord
from landkaart.domein.vraagvorm import JaNee, Vorm, VraagSoort
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.records import AntwoordRecord
from tests.steps.acts_uitvraag import as_ako
from tests.steps.perform import perform
from tests.steps.small_landkaart import AKO, BREDA, DURING, NU, SLUIT, act, answer_all, everything, keep_person, log

LATER = DURING + timedelta(minutes=5)
CODE = "lukt-het"


@pytest.fixture(autouse=True)
def one_vraag(small_landkaart):
    keep_person(AKO, Rol.AKO)
    as_ako(add_vraag, tertaal=NU, tekst="Lukt het?")


def answer(antwoord, **what):
    return act(save_vraag_antwoord, vraag=CODE, antwoord=antwoord, **what)


def explain(tekst, **what):
    return act(save_vraag_toelichting, vraag=CODE, tekst=tekst, **what)


def asked() -> list[Vraag]:
    with read_session() as session:
        return vragen(session=session, tertaal=NU)


def kept(werkplein="assen") -> dict[str, VraagAntwoord]:
    with read_session() as session:
        return vraag_antwoorden(session=session, werkplein=werkplein, tertaal=NU)


def refused(sentence: str, do: Callable, **what) -> None:
    before = everything()
    with pytest.raises(OngeldigeInvoer) as error:
        do(**what)
    assert str(error.value) == sentence
    assert everything() == before


def test_vragen_stand_in_the_order_in_which_they_were_made():
    as_ako(add_vraag, tertaal=NU, tekst="Ander\nding?")

    assert asked() == [Vraag("lukt-het", "Lukt het?"), Vraag("ander-ding", "Ander ding?")]


def test_a_vraag_that_nobody_answered_can_change_and_go():
    as_ako(change_vraag, tertaal=NU, code=CODE, tekst="Lukt het nu?")
    assert asked() == [Vraag(CODE, "Lukt het nu?")]

    as_ako(remove_vraag, tertaal=NU, code=CODE)
    assert asked() == []


def test_how_it_is_answered_can_change_too_and_the_log_says_both():
    number = Vorm(VraagSoort.GETAL, "klanten")

    as_ako(change_vraag, tertaal=NU, code=CODE, tekst="Lukt het?", vorm=number)

    assert asked() == [Vraag(CODE, "Lukt het?", number)]
    oud, nieuw = map(json.loads, log("oud", "nieuw")[-1])
    assert oud == {"code": CODE, "tekst": "Lukt het?", "soort": "ja of nee"}
    assert nieuw == {"code": CODE, "tekst": "Lukt het?", "soort": "een getal", "eenheid": "klanten"}


def test_a_list_without_choices_is_refused_and_changes_nothing():
    with pytest.raises(OngeldigeInvoer):
        as_ako(change_vraag, tertaal=NU, code=CODE, tekst="Lukt het?", vorm=Vorm(VraagSoort.KEUZE))

    assert asked() == [Vraag(CODE, "Lukt het?")]


def test_one_that_was_answered_stays_as_it_is():
    answer(JaNee.JA)
    sentence = "Op deze vraag is al geantwoord. Zij blijft daarom zoals zij is; stel zo nodig een nieuwe vraag."

    refused(sentence, as_ako, action=change_vraag, tertaal=NU, code=CODE, tekst="Lukt het niet?")
    refused(sentence, as_ako, action=remove_vraag, tertaal=NU, code=CODE)
    with read_session() as session:
        assert answered(session=session, tertaal=NU) == {CODE}


def test_after_the_closing_the_vragen_stay_as_they_are(set_clock):
    set_clock(SLUIT)
    sentence = "De uitvraag van 2009-2 is gesloten: de vragen blijven zoals zij zijn."

    refused(sentence, as_ako, action=add_vraag, tertaal=NU, tekst="Nog iets?")
    refused(sentence, as_ako, action=change_vraag, tertaal=NU, code=CODE, tekst="Nog iets?")
    refused(sentence, as_ako, action=remove_vraag, tertaal=NU, code=CODE)


def test_a_vraag_that_is_there_already_or_nowhere_is_refused():
    refused("Deze vraag staat er al.", as_ako, action=add_vraag, tertaal=NU, tekst=" Lukt  het? ")
    gone = "Deze vraag bestaat niet meer. Ververs de pagina."
    refused(gone, as_ako, action=remove_vraag, tertaal=NU, code="nergens")
    refused(gone, act, action=save_vraag_antwoord, vraag="nergens", antwoord=JaNee.JA)


def test_an_answer_is_kept_with_its_moment_and_can_be_explained(set_clock):
    assert answer(JaNee.NEE) == DURING
    set_clock(LATER)
    assert explain(" Te druk. ") == LATER

    assert kept() == {CODE: VraagAntwoord(JaNee.NEE, "Te druk.", LATER)}
    assert kept("breda") == {}
    last = log("handeling", "door", "tertaal", "oud", "nieuw")[-1]
    assert last[:3] == ("vraagantwoord", "manager van Assen", "2009-2")
    assert json.loads(last[3]) == {"vraag": CODE, "antwoord": "nee", "toelichting": None}
    assert json.loads(last[4]) == {"vraag": CODE, "antwoord": "nee", "toelichting": "Te druk."}


def test_another_answer_keeps_the_toelichting_and_none_takes_it_along():
    answer(JaNee.NEE)
    explain("Te druk.")
    answer(JaNee.JA)
    assert kept() == {CODE: VraagAntwoord(JaNee.JA, "Te druk.", DURING)}

    assert answer(None) is None
    assert kept() == {}


def test_the_same_twice_is_one_change(set_clock):
    answer(JaNee.JA)
    explain("Ja.")
    once = everything()
    set_clock(LATER)

    assert (answer(JaNee.JA), explain("Ja. ")) == (DURING, DURING)
    assert everything() == once


def test_only_an_answer_can_be_explained():
    refused("Antwoord eerst; daarna kunt u dat toelichten. De toelichting is niet opgeslagen.", explain, tekst="Zo.")


@pytest.mark.parametrize("antwoord", ["misschien", 1, True])
def test_what_is_neither_ja_nor_nee_is_refused(antwoord):
    refused("Kies ja of nee.", answer, antwoord=antwoord)


def test_the_vragen_never_block_submitting_and_need_no_invulling():
    answer(JaNee.JA, werkplein="breda", by=BREDA)
    with read_session() as session:
        assert session.connection().execute(models.Invulling.__table__.select()).all() == []
    answer_all()

    assert act(submit).versie == 1


def test_the_second_who_had_something_else_on_the_screen_is_asked(set_clock):
    answer(JaNee.JA, seen=None)
    set_clock(LATER)

    with pytest.raises(AndersGewijzigd) as refusal:
        answer(JaNee.NEE, seen=None)

    assert refusal.value.waarde is JaNee.JA
    assert (refusal.value.wijziging.door, refusal.value.wijziging.op) == ("manager van Assen", DURING)
    assert answer(JaNee.NEE, seen=DURING) == LATER


def test_so_is_who_explains_what_was_taken_away(set_clock):
    answer(JaNee.JA)
    set_clock(LATER)
    answer(None)

    with pytest.raises(AndersGewijzigd) as refusal:
        explain("Ja, want.", seen=DURING)

    assert (refusal.value.waarde, refusal.value.wijziging.op) == (None, LATER)


def test_an_answer_from_a_file_is_not_overwritten_unseen():
    record = AntwoordRecord("assen", NU, CODE, "nee", "Uit een bestand.", "antwoorden.csv", 2)
    perform(import_aanlevering, aanlevering=Aanlevering(antwoorden=(record,)))

    with pytest.raises(AndersGewijzigd) as refusal:
        answer(JaNee.JA, seen=None)

    assert refusal.value.wijziging.door == "een bestand dat is ingelezen"
    assert answer(JaNee.JA, seen=INGELEZEN) == DURING
