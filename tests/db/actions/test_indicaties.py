import json
from dataclasses import replace
from datetime import timedelta

import pytest

from db.actions.indicaties import give_indicatie, take_over_indicatie
from db.engine import read_session
from db.queries.oordelen import oordelen, oordelen_over
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.indicatie import AndersBeoordeeld, Indicatie, Oordeel
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.records import IndicatieRecord
from tests.steps.acts import manage
from tests.steps.acts_files import bring_in
from tests.steps.factories import invulling_record
from tests.steps.small_landkaart import AKO, DURING, NU, VORIG, everything, keep_person, log, submitted_before

OTHER = replace(AKO, naam="een collega", account_id=9006, sessie_id=9006)


@pytest.fixture(autouse=True)
def ako(small_landkaart) -> None:
    keep_person(AKO, Rol.AKO)
    keep_person(OTHER, Rol.AKO)


def give(indicatie, notitie="", by=AKO, werkplein="assen", tertaal=NU, **seen):
    what = {"werkplein": werkplein, "tertaal": tertaal, "indicatie": indicatie, "notitie": notitie}
    return manage(give_indicatie, by=by, **what, **seen)


def kept():
    with read_session() as session:
        return oordelen(session=session, tertaal=NU)


def take_over(by=AKO, tertaal=NU):
    return manage(take_over_indicatie, by=by, werkplein="assen", tertaal=tertaal)


def from_file(indicatie):
    bring_in(Aanlevering(indicaties=(IndicatieRecord("assen", NU, indicatie, "ako_indicatie.csv", 2),)))


def lines():
    found = [(oud, nieuw) for handeling, oud, nieuw in log("handeling", "oud", "nieuw") if handeling == "ako_indicatie"]
    return [tuple(text and json.loads(text) for text in pair) for pair in found]


def test_a_judgement_is_kept_with_its_note_its_day_and_its_doer():
    given = give(Indicatie.NIET, "  Te weinig mensen. ")

    assert given == Oordeel(Indicatie.NIET, "Te weinig mensen.", DURING, AKO.naam)
    assert kept() == {"assen": given}
    assert lines() == [(None, {"indicatie": "niet", "notitie": "Te weinig mensen."})]


def test_another_judgement_takes_its_place_and_the_log_has_both():
    give(Indicatie.NIET, "Nee.")

    give(Indicatie.DIT_JAAR, by=OTHER)

    assert kept() == {"assen": Oordeel(Indicatie.DIT_JAAR, "", DURING, OTHER.naam)}
    assert lines()[-1] == ({"indicatie": "niet", "notitie": "Nee."}, {"indicatie": "dit_jaar", "notitie": ""})


def test_the_same_judgement_twice_is_one_change(set_clock):
    first = give(Indicatie.NIET, "Nee.")
    set_clock(DURING + timedelta(hours=1))
    before = everything()

    assert give(Indicatie.NIET, "Nee. ", by=OTHER) == first
    assert everything() == before


def test_a_judgement_can_be_taken_back():
    give(Indicatie.NIET, "Nee.")

    assert give(None) is None
    assert kept() == {}
    assert lines()[-1] == ({"indicatie": "niet", "notitie": "Nee."}, None)


def test_taking_back_what_is_not_there_changes_nothing():
    before = everything()

    assert give(None) is None
    assert everything() == before


def test_what_somebody_else_gave_meanwhile_is_not_overwritten():
    shown = give(Indicatie.NIET)
    theirs = give(Indicatie.SLUIT, by=OTHER, seen=shown)
    before = everything()

    with pytest.raises(AndersBeoordeeld, match=r"sluit \(een collega\)") as error:
        give(Indicatie.DIT_JAAR, seen=shown)

    assert error.value.oordeel == theirs
    assert everything() == before
    assert give(Indicatie.DIT_JAAR, seen=theirs).indicatie is Indicatie.DIT_JAAR


def test_neither_is_what_came_or_went_while_the_screen_showed_something_else():
    shown = give(Indicatie.NIET)
    with pytest.raises(AndersBeoordeeld):
        give(Indicatie.SLUIT, seen=None)
    give(None)

    with pytest.raises(AndersBeoordeeld, match="teruggenomen"):
        give(Indicatie.SLUIT, seen=shown)


def test_one_from_a_file_says_not_by_whom_and_takes_the_place_of_one_by_hand():
    give(Indicatie.NIET, "Nee.")

    from_file("sluit")

    assert kept() == {"assen": Oordeel(Indicatie.SLUIT)}
    assert lines()[-1][0]["door"] == AKO.naam


def test_a_file_that_says_the_same_leaves_the_one_by_hand_as_it_is():
    given = give(Indicatie.NIET, "Nee.")

    from_file("niet")

    assert kept() == {"assen": given}


def test_each_tertaal_has_its_own():
    bring_in()
    earlier = give(Indicatie.NIET, tertaal=Tertaal(2009, 1))
    now = give(Indicatie.VOLGEND_JAAR)

    with read_session() as session:
        found = oordelen_over(session=session, werkplein="assen")
    assert list(found.items()) == [(Tertaal(2009, 1), earlier), (NU, now)]


def test_what_it_was_last_given_is_taken_over_with_its_note_and_says_of_which_tertaal():
    submitted_before({})
    give(Indicatie.NIET, "Te weinig mensen.", by=OTHER, tertaal=VORIG)

    taken = take_over()

    assert taken == Oordeel(Indicatie.NIET, "Te weinig mensen.", DURING, AKO.naam, VORIG)
    assert kept() == {"assen": taken}
    [line] = [json.loads(nieuw) for handeling, nieuw in log("handeling", "nieuw") if handeling == "overname"]
    assert line == {"indicatie": "niet", "notitie": "Te weinig mensen.", "overgenomen_uit": "2009-1"}


def test_taking_over_twice_is_one_change_and_leaves_alone_what_was_judged_anew():
    submitted_before({})
    give(Indicatie.NIET, tertaal=VORIG)
    given = give(Indicatie.SLUIT)
    before = everything()

    assert take_over(by=OTHER) == given
    assert everything() == before


def test_of_more_earlier_ones_the_last_is_taken_over():
    submitted_before({})
    bring_in(Aanlevering(invullingen=(invulling_record("assen", Tertaal(2008, 3), "1"),)))
    give(Indicatie.SLUIT, tertaal=Tertaal(2008, 3))
    give(Indicatie.NIET, tertaal=VORIG)

    assert take_over().overgenomen_uit == VORIG
    assert take_over(tertaal=VORIG).overgenomen_uit is None


def test_an_oordeel_that_is_judged_anew_is_no_longer_one_that_was_taken_over():
    submitted_before({})
    give(Indicatie.NIET, tertaal=VORIG)
    taken = take_over()

    give(Indicatie.DIT_JAAR, seen=taken)

    assert kept() == {"assen": Oordeel(Indicatie.DIT_JAAR, "", DURING, AKO.naam)}


def test_a_file_that_says_otherwise_takes_away_that_it_was_taken_over():
    submitted_before({})
    give(Indicatie.NIET, tertaal=VORIG)
    take_over()

    from_file("sluit")

    assert kept() == {"assen": Oordeel(Indicatie.SLUIT)}


def test_without_an_earlier_oordeel_there_is_nothing_to_take_over():
    before = everything()

    with pytest.raises(OngeldigeInvoer, match="geen eerder oordeel om over te nemen"):
        take_over()

    assert everything() == before


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"werkplein": "nergens"}, "Dit werkplein bestaat niet. Ververs de pagina en kies het opnieuw."),
        ({"tertaal": Tertaal(2031, 1)}, "Van 2031-1 is niets bekend. Kies een tertaal uit de lijst."),
        ({"indicatie": "niet"}, "Dit oordeel bestaat niet. Ververs de pagina en kies opnieuw."),
        ({"indicatie": None, "notitie": "Los."}, "Kies bij de notitie ook een oordeel, of maak de notitie leeg."),
        ({"notitie": "x" * 4001}, "De tekst is te lang: 4001 tekens. Er passen er 4000."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_the_page_could_not_have_sent_is_refused_and_nothing_changes(what, sentence):
    before = everything()

    with pytest.raises(OngeldigeInvoer) as error:
        give(**{"indicatie": Indicatie.NIET, **what})

    assert str(error.value) == sentence
    assert everything() == before
