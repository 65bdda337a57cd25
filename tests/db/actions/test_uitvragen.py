"""Making an uitvraag, moving its dates, and what stands fast once it was counted."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from db import models
from db.actions.invullingen import save_answer
from db.actions.uitvragen import change_uitvraag, make_uitvraag, remove_uitvraag
from db.actions.uitzonderingen import give_uitstel
from db.actions.vragen import add_vraag
from db.engine import read_session
from db.queries.uitvragen import uitvraag, uitvragen, voortgang
from landkaart.domein.band import Band
from landkaart.domein.clock import midnight
from landkaart.domein.fouten import Gesloten, OngeldigeInvoer
from landkaart.domein.planning import Planning
from landkaart.domein.rollen import Rol
from landkaart.domein.uitvraag import Uitvraag, Voortgang
from tests.steps.acts_uitvraag import NEXT, UITSTEL, as_ako
from tests.steps.small_landkaart import (
    AKO,
    DURING,
    NU,
    OPENT,
    SLUIT,
    VISIE,
    VORIG,
    act,
    everything,
    keep,
    keep_person,
    log,
    submit_all,
    submitted_before,
)

SECOND = timedelta(seconds=1)
NEXT_ONE = NEXT["tertaal"]


@pytest.fixture(autouse=True)
def ako(small_landkaart):
    """2009-2 is open; somebody of the AKO is in."""
    keep_person(AKO, Rol.AKO)


def kept(tertaal=NU) -> Uitvraag | None:
    with read_session() as session:
        return uitvraag(session=session, tertaal=tertaal)


def change(**changed) -> None:
    """Of 2009-2."""
    whom = changed.pop("vragen_aan", None)
    as_ako(change_uitvraag, tertaal=NU, planning=replace(Planning.of(kept()), **changed), vragen_aan=whom)


def refused(sentence: str, do: Callable, **what) -> None:
    before = everything()
    with pytest.raises(OngeldigeInvoer) as error:
        do(**what)
    assert str(error.value) == sentence
    assert everything() == before


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_new_one_is_there_with_its_dates_and_whom_to_ask():
    as_ako(make_uitvraag, **NEXT)

    moments = (midnight(date(2009, 11, 15)), midnight(date(2009, 12, 15)), midnight(date(2010, 1, 1)))
    assert kept(NEXT_ONE) == Uitvraag(NEXT_ONE, *moments, midnight(date(2009, 9, 1)), "het AKO")
    assert log("handeling", "door", "tertaal", "oud") == [("uitvraag", "iemand van het AKO", "2009-3", None)]
    assert json.loads(log("nieuw")[0][0])["vragen_aan"] == "het AKO"


def test_a_tertaal_has_one():
    sentence = "Er is al een uitvraag voor 2009-2. Kies die om haar te wijzigen."

    refused(sentence, as_ako, action=make_uitvraag, **(NEXT | {"tertaal": NU}))


def test_two_never_run_at_once():
    planning = replace(NEXT["planning"], opent=at("2009-08-31T23:59"), actueel_vanaf=OPENT.replace(tzinfo=None))
    sentence = (
        "Deze uitvraag overlapt die van 2009-2. Er loopt er hooguit één tegelijk: verschuif de opening of de sluiting."
    )

    refused(sentence, as_ako, action=make_uitvraag, **(NEXT | {"planning": planning}))
    as_ako(make_uitvraag, **(NEXT | {"planning": replace(planning, opent=at("2009-09-01"))}))
    refused(sentence.replace("2009-2", "2009-3"), change, sluit=at("2009-09-01T00:15"))


def test_the_closing_moves_while_somebody_types(set_clock):
    """Who had the form open before saves after the first closing, and until the last second of the new one."""
    change(sluit=at("2009-09-02T12:00"))
    moved = kept().sluit
    set_clock(SLUIT)
    act(save_answer, mijlpaal=VISIE, band=Band.NIET)
    set_clock(moved - SECOND)
    act(save_answer, mijlpaal=VISIE, band=Band.VOLLEDIG)
    set_clock(moved)

    with pytest.raises(Gesloten):
        act(save_answer, mijlpaal=VISIE, band=Band.NIET)


def test_a_closing_that_was_moved_forward_holds_for_who_was_typing(set_clock):
    change(herinnering=at("2009-08-03T16:00"), sluit=at("2009-08-04"))
    set_clock(midnight(date(2009, 8, 4)))

    with pytest.raises(Gesloten, match="De uitvraag van 2009-2 is gesloten. Er is niets opgeslagen."):
        act(save_answer, mijlpaal=VISIE, band=Band.NIET)


def test_nobody_closes_in_the_past():
    refused(
        "De sluiting moet nog komen. Kies een later moment.", change, herinnering=at("2009-08-01"), sluit=at("2009-08-03")
    )


def test_the_opening_moves_until_it_has_been(set_clock):
    set_clock(OPENT - SECOND)
    change(opent=at("2009-07-16"))
    assert kept().opent == midnight(date(2009, 7, 16))
    set_clock(DURING)

    refused("De uitvraag is al geopend: de opening blijft zoals zij is.", change, opent=at("2009-07-17"))


@pytest.mark.parametrize("late", [timedelta(), timedelta(400)], ids=["at the closing", "a year later"])
def test_what_closed_with_submissions_keeps_its_dates_and_can_still_say_whom_to_ask(late, set_clock):
    submit_all()
    set_clock(SLUIT + late)
    sentence = "Deze uitvraag is gesloten en geteld: de datums liggen vast. Geef een werkplein zo nodig uitstel."

    refused(sentence, change, sluit=at("2019-09-08"))
    change(vragen_aan="  het secretariaat ")

    assert (kept().sluit, kept().vragen_aan) == (SLUIT, "het secretariaat")


def test_one_with_a_momentopname_keeps_its_dates():
    keep(models.Momentopname(tertaal=str(NU), genomen_op=SLUIT, sluit=SLUIT))

    refused(
        "Deze uitvraag is gesloten en geteld: de datums liggen vast. Geef een werkplein zo nodig uitstel.",
        change,
        sluit=at("2009-09-08"),
    )


def test_a_tertaal_that_was_counted_without_an_uitvraag_gets_none():
    submitted_before({})
    sentence = "Tertaal 2009-1 is voorbij en geteld. Kies een later tertaal."

    refused(sentence, as_ako, action=make_uitvraag, **(NEXT | {"tertaal": VORIG}))


def test_until_the_last_second_its_closing_can_move(set_clock):
    submit_all()
    set_clock(SLUIT - SECOND)

    change(sluit=at("2009-09-08"))

    assert kept().sluit == midnight(date(2009, 9, 8))


def test_the_same_again_changes_nothing():
    before = everything()

    change()

    assert everything() == before


def test_one_that_never_opened_can_go_and_one_that_did_stays():
    as_ako(make_uitvraag, **NEXT)
    as_ako(remove_uitvraag, tertaal=NEXT_ONE)

    with read_session() as session:
        assert list(uitvragen(session=session)) == [NU]
    refused("Deze uitvraag is al geopend geweest en kan niet meer weg.", as_ako, action=remove_uitvraag, tertaal=NU)


@pytest.mark.parametrize("belongs", ["een vraag", "uitstel"])
def test_one_to_which_something_belongs_stays(belongs):
    as_ako(make_uitvraag, **NEXT)
    if belongs == "een vraag":
        as_ako(add_vraag, tertaal=NEXT_ONE, tekst="Lukt het?")
    else:
        as_ako(give_uitstel, **(UITSTEL | {"tertaal": NEXT_ONE, "tot": at("2010-02-01")}))
    sentence = "Bij deze uitvraag horen al vragen, uitstel of vrijstellingen. Haal die eerst weg."

    refused(sentence, as_ako, action=remove_uitvraag, tertaal=NEXT_ONE)


def test_voortgang_counts_each_werkplein_that_submitted_once():
    submit_all(Band.NIET)
    submit_all(Band.VOLLEDIG)

    with read_session() as session:
        assert voortgang(session=session, uitvraag=kept()) == Voortgang(1, 2)
