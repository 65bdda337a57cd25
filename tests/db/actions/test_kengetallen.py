"""A kengetal is typed in, changed, taken away, or comes in by file: with one log line, over nobody's change."""

import json
from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from db.actions.aanleveringen import import_aanlevering
from db.actions.import_admission import admission_faults
from db.actions.kengetallen import remove_kengetal, save_kengetal
from db.engine import read_session
from db.queries.kengetallen import kengetallen
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.kengetal import KengetalGewijzigd
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from tests.steps.factories import kengetal_record, uitvraag_record
from tests.steps.kengetallen import kengetal
from tests.steps.perform import perform
from tests.steps.small_landkaart import AKO, DURING, NU, SLUIT, everything, keep_person, log

AFTER = SLUIT + timedelta(hours=1)
BANEN = kengetal("10")


@pytest.fixture(autouse=True)
def ako(small_landkaart) -> None:
    keep_person(AKO, Rol.AKO)


def save(found, by=AKO, tertaal=NU, **seen):
    return perform(save_kengetal, by, tertaal=tertaal, kengetal=found, **seen)


def kept(tertaal=NU):
    with read_session() as session:
        return kengetallen(session=session, tertaal=tertaal)


def lines():
    found = [(oud, nieuw) for handeling, oud, nieuw in log("handeling", "oud", "nieuw") if handeling == "kengetal"]
    return [tuple(text and json.loads(text) for text in pair) for pair in found]


def faults(*records, now=DURING, **what):
    with read_session() as session:
        found = admission_faults(session=session, now=now, aanlevering=Aanlevering(kengetallen=records, **what))
    return [str(fault) for fault in found]


def test_a_figure_is_kept_as_it_was_printed():
    save(kengetal(" 154.972 ", noot="ongeveer"))

    assert kept() == (kengetal("154972", noot="ongeveer"),)
    assert lines() == [(None, asdict(kengetal("154972", noot="ongeveer")))]


def test_another_figure_takes_the_place_of_the_one_with_the_same_kenmerk_and_no_other():
    save(BANEN)
    save(kengetal("5", uitsplitsing="WW"))

    save(kengetal("11"), seen=BANEN)

    assert kept() == (kengetal("11"), kengetal("5", uitsplitsing="WW"))
    assert lines()[-1] == (asdict(BANEN), asdict(kengetal("11")))


def test_the_same_twice_is_one_change():
    save(BANEN)
    before = everything()

    save(kengetal("10 "))

    assert everything() == before


@pytest.mark.parametrize("seen", [kengetal("9"), None])
def test_what_another_changed_since_is_not_written_over(seen):
    save(BANEN)
    before = everything()

    with pytest.raises(KengetalGewijzigd):
        save(kengetal("11"), seen=seen)
    assert everything() == before


def test_not_available_is_kept_as_such_and_may_become_a_figure_later():
    save(kengetal("nb"))
    assert [each.waarde for each in kept()] == ["n.b."]

    save(kengetal("0"))

    assert [each.waarde for each in kept()] == ["0"]


def test_a_figure_is_taken_away_once_and_only_as_it_was_shown():
    save(BANEN)
    with pytest.raises(KengetalGewijzigd):
        perform(remove_kengetal, AKO, tertaal=NU, kengetal=kengetal("9"))

    for _ in range(2):
        perform(remove_kengetal, AKO, tertaal=NU, kengetal=BANEN)

    assert kept() == ()
    assert lines()[1:] == [(asdict(BANEN), None)]


def test_what_cannot_be_is_refused():
    with pytest.raises(OngeldigeInvoer):
        save(replace(BANEN, waarde=""))
    with pytest.raises(OngeldigeInvoer):
        save(BANEN, tertaal=Tertaal(2020, 1))
    assert kept() == ()


def test_a_file_brings_in_what_a_form_does_and_a_second_time_nothing():
    delivery = Aanlevering(kengetallen=(kengetal_record("10", NU), kengetal_record("5", NU, uitsplitsing="WW")))
    assert perform(import_aanlevering, aanlevering=delivery)["kengetallen"].changed == 2
    assert kept() == (BANEN, kengetal("5", uitsplitsing="WW"))

    assert perform(import_aanlevering, aanlevering=delivery)["kengetallen"].gelijk == 2
    save(kengetal("12"))
    found = perform(import_aanlevering, aanlevering=Aanlevering(kengetallen=(kengetal_record("13", NU),)))["kengetallen"]

    assert ([rij.tertaal for rij in found.gewijzigd], kept()[0]) == ([NU], kengetal("13"))


def test_a_figure_without_a_tertaal_is_of_the_one_that_closed_last(set_clock):
    set_clock(AFTER)

    perform(import_aanlevering, aanlevering=Aanlevering(kengetallen=(kengetal_record(),)))

    assert kept(NU) == (BANEN,)


def test_before_any_uitvraag_closed_a_figure_must_say_its_tertaal():
    assert faults(kengetal_record()) == [
        "kengetallen.csv, regel 2, kolom tertaal: er is nog geen uitvraag gesloten. Schrijf in een kolom tertaal in welk "
        "rapport dit cijfer hoort, zoals 2009-2."
    ]
    assert faults(kengetal_record(tertaal=NU)) == []
    # One that comes along and has closed will do.
    assert faults(kengetal_record(), uitvragen=(uitvraag_record(Tertaal(2009, 1)),)) == []


def test_a_figure_with_and_without_its_tertaal_is_the_same_one(set_clock):
    set_clock(AFTER)

    assert faults(kengetal_record(tertaal=NU), kengetal_record(regel=3), now=AFTER) == [
        f"kengetallen.csv, regel 3, kolom tertaal: dit cijfer van {NU} staat ook op regel 2."
    ]


def test_a_figure_of_a_tertaal_of_which_nothing_is_known_is_refused():
    [fault] = faults(kengetal_record(tertaal=Tertaal(2020, 1)))

    assert fault.startswith("kengetallen.csv, regel 2, kolom tertaal:")
