"""The AKO asks about an answer; it is answered and closed, and no score hears of it."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from db.actions.navragen import answer_navraag, answer_navraag_namens, ask_navraag, close_navraag
from db.engine import read_session
from db.queries.navragen import navragen
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.band import Band
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.namens import Opgave, Opgavewijze
from landkaart.domein.navraag import LONGEST, AndersBeantwoord, Navraag, NavraagStatus
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.navraag import answered_text
from tests.steps.perform import perform
from tests.steps.small_landkaart import (
    AKO,
    ASSEN,
    DURING,
    NU,
    SLUIT,
    VISIE,
    everything,
    keep_person,
    log,
    submit_all,
)

OPGAVE = Opgave("J. Jansen", Opgavewijze.TELEFOON)
COLLEAGUE = replace(ASSEN, naam="een collega in Assen")


@pytest.fixture(autouse=True)
def ako(small_landkaart) -> None:
    keep_person(AKO, Rol.AKO)


def ask(**what) -> int:
    asked = {"werkplein": "assen", "tertaal": NU, "mijlpaal": VISIE, "tekst": "Waaruit blijkt dat?", "by": AKO}
    return perform(ask_navraag, **asked | what)


def answer(navraag, tekst="Uit het jaarplan.", by=ASSEN):
    perform(answer_navraag, by, navraag=navraag, tekst=tekst)


def answer_namens(**what):
    """The only one there is, as it is."""
    given = {"tekst": "Uit het jaarplan.", "wie": "J. Jansen", "hoe": Opgavewijze.TELEFOON}
    perform(answer_navraag_namens, AKO, navraag=kept()[0], **given | what)


def close(navraag):
    perform(close_navraag, AKO, navraag=navraag)


def kept(**what) -> list[Navraag]:
    with read_session() as session:
        return navragen(session=session, **what)


def refused(fout, sentence, act, *given, **what):
    before = everything()
    with pytest.raises(fout) as error:
        act(*given, **what)
    assert str(error.value) == sentence
    assert everything() == before


def test_it_is_asked_answered_and_closed_and_each_step_stands_in_the_log(set_clock):
    number = ask(tekst="  Waaruit blijkt dat? ")
    set_clock(DURING + timedelta(days=1))
    answer(kept()[0])
    set_clock(DURING + timedelta(days=2))
    close(kept()[0])

    days = [DURING + timedelta(days=number) for number in range(3)]
    asked = (number, "assen", NU, VISIE, "Waaruit blijkt dat?", AKO.naam, days[0])
    assert kept() == [Navraag(*asked, "Uit het jaarplan.", ASSEN.naam, days[1], AKO.naam, days[2])]
    lines = [json.loads(nieuw) for handeling, nieuw in log("handeling", "nieuw") if handeling == "navraag"]
    assert [(line["status"], line["antwoord"]) for line in lines] == [
        ("open", None), ("beantwoord", "Uit het jaarplan."), ("gesloten", "Uit het jaarplan."),
    ]  # fmt: skip
    assert {(tertaal, mijlpaal) for tertaal, mijlpaal in log("tertaal", "mijlpaal")} == {("2009-2", VISIE)}


def test_it_never_changes_a_score_or_what_was_submitted():
    submit_all(Band.VOLLEDIG)
    before = {name: rows for name, rows in everything().items() if name not in ("navraag", "logregel", "sessie")}
    with read_session() as session:
        scores = tertaalbeeld(session=session, tertaal=NU).stand.scores().to_dict()

    ask()
    answer(kept()[0])
    close(kept()[0])

    with read_session() as session:
        assert tertaalbeeld(session=session, tertaal=NU).stand.scores().to_dict() == scores == {"assen": 100.0}
    assert {name: rows for name, rows in everything().items() if name in before} == before


def test_the_same_that_is_still_open_is_asked_once_and_after_it_was_closed_anew():
    first = ask()
    assert ask() == first
    close(kept()[0])

    assert ask() != first
    assert [each.status for each in kept()] == [NavraagStatus.GESLOTEN, NavraagStatus.OPEN]


def test_it_can_be_about_a_whole_tertaal_and_is_answered_after_the_closing_too(set_clock):
    ask(mijlpaal=None)
    set_clock(SLUIT + timedelta(days=30))

    answer(kept()[0])

    assert (kept()[0].over, kept()[0].status) == ("Heel 2009-2", NavraagStatus.BEANTWOORD)


def test_until_it_is_closed_the_answer_can_be_another_and_the_same_twice_is_one():
    ask()
    answer(kept()[0])
    before = everything()
    answer(kept()[0], " Uit het jaarplan.")
    assert everything() == before

    answer(kept()[0], "Uit het verslag.", by=COLLEAGUE)
    assert (kept()[0].antwoord, kept()[0].beantwoord_door) == ("Uit het verslag.", COLLEAGUE.naam)


def test_the_ako_writes_down_what_was_said_to_it_with_who_and_how():
    ask()
    answer_namens()

    [found] = kept()
    assert (found.antwoord, found.beantwoord_door, found.opgave) == ("Uit het jaarplan.", AKO.naam, OPGAVE)
    last = json.loads(log("nieuw")[-1][0])
    assert (last["status"], last["wie"], last["hoe"]) == ("beantwoord", "J. Jansen", "telefoon")
    assert answered_text(found) == (
        f"Opgeschreven door {AKO.naam} (AKO) namens het werkplein, antwoord van J. Jansen, per telefoon, op 3 augustus 2009."
    )


def test_without_who_or_how_it_is_refused():
    ask()
    said = "Schrijf op wie van het werkplein de antwoorden geeft."

    refused(OngeldigeInvoer, said, answer_namens, wie=" ")
    refused(OngeldigeInvoer, "Kies hoe de antwoorden zijn gegeven.", answer_namens, hoe=None)


def test_what_the_werkplein_answers_after_that_is_its_own_and_the_other_way_round():
    ask()
    answer_namens()

    answer(kept()[0])
    assert (kept()[0].beantwoord_door, kept()[0].opgave) == (ASSEN.naam, None)

    answer_namens(tekst="Toch uit het verslag.")
    assert (kept()[0].beantwoord_door, kept()[0].opgave) == (AKO.naam, OPGAVE)
    close(kept()[0])
    assert kept()[0].opgave == OPGAVE


def test_who_saw_no_answer_does_not_write_over_one():
    ask()
    seen = kept()[0]
    answer(seen, by=COLLEAGUE)

    said = "Intussen staat er een ander antwoord: ‘Uit het jaarplan.’ (een collega in Assen). "
    said += "Het uwe is niet opgeslagen; pas het zo nodig aan."
    refused(AndersBeantwoord, said, answer, seen, "Anders.")
    refused(AndersBeantwoord, said, close, seen)


def test_what_is_closed_is_not_answered_any_more_and_closing_twice_is_once():
    ask()
    shown = kept()[0]
    close(shown)
    before = everything()
    close(shown)
    assert everything() == before

    refused(
        OngeldigeInvoer, "Deze navraag is gesloten door het AKO: een antwoord is niet meer nodig.", answer, shown, "Laat."
    )


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"tekst": " "}, "Schrijf op wat u het werkplein wilt vragen."),
        ({"tekst": "x" * 2001}, "De tekst is te lang: 2001 tekens. Er passen er 2000."),
        ({"mijlpaal": "bestaat-niet"}, "Deze mijlpaal bestaat niet. Kies haar opnieuw."),
        ({"werkplein": "nergens"}, "Dit werkplein bestaat niet. Ververs de pagina en kies het opnieuw."),
        ({"tertaal": Tertaal(2031, 1)}, "Van 2031-1 is niets bekend. Kies een tertaal uit de lijst."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_cannot_be_asked_is_refused(what, sentence):
    refused(OngeldigeInvoer, sentence, ask, **what)


def test_an_answer_is_a_text_that_fits():
    ask()
    shown = kept()[0]

    refused(OngeldigeInvoer, "Schrijf het antwoord op.", answer, shown, " \n")
    refused(OngeldigeInvoer, "De tekst is te lang: 2001 tekens. Er passen er 2000.", answer, shown, "x" * (LONGEST + 1))
    answer(shown, "x" * LONGEST)


def test_one_that_is_said_to_be_of_another_werkplein_is_not_there():
    ask(werkplein="breda")
    false = replace(kept()[0], werkplein="assen")

    refused(OngeldigeInvoer, "Deze navraag bestaat niet. Ververs de pagina.", answer, false)


def test_they_are_found_by_werkplein_and_by_tertaal():
    ask()
    ask(werkplein="breda", tekst="En u?")

    assert [each.werkplein for each in kept(tertaal=NU)] == ["assen", "breda"]
    assert [each.tekst for each in kept(werkplein="breda")] == ["En u?"]
    assert kept(werkplein="breda", tertaal=Tertaal(2009, 1)) == []
