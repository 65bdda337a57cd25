"""The Plan van Aanpak: what is agreed, and how it stands, of which nothing is lost."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.actions.aanleveringen import import_aanlevering
from db.actions.import_admission import admission_faults
from db.actions.plan import add_plan_stand, change_plan_afspraak, make_plan_afspraak
from db.engine import read_session
from db.queries.plan import plan
from landkaart.domein.afspraak import AfspraakGewijzigd
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.plan import PlanInhoud, PlanStatus, StandVanZaken
from landkaart.domein.rollen import Rol
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.records import PlanRecord
from tests.steps.perform import perform
from tests.steps.small_landkaart import AKO, DURING, everything, keep_person, log

TODAY = date(2009, 8, 3)
INHOUD = PlanInhoud("II.1", "Vraaggerichtheid", "Kijken in Zwolle.", "UWV", "eind 2009")
GEREED = StandVanZaken(PlanStatus.GEREED, "eind 2009", None, "Gekeken.", TODAY)
ROW = PlanRecord(
    "II.1", "Vraaggerichtheid", "Kijken in Zwolle.", "UWV", "eind 2009", "eind 2009", "Begonnen.",
    PlanStatus.LOOPT, date(2009, 12, 31), date(2009, 8, 1), "afspraken.csv", 2,
)  # fmt: skip


@pytest.fixture(autouse=True)
def ako(small_landkaart) -> None:
    keep_person(AKO, Rol.AKO)


def make(**changed):
    perform(make_plan_afspraak, AKO, inhoud=replace(INHOUD, **changed))


def kept():
    with read_session() as session:
        return plan(session=session)


def add(stand=GEREED, afspraak=None):
    perform(add_plan_stand, AKO, afspraak=afspraak or kept()[0], stand=stand)


def bring_in(*rows):
    return perform(import_aanlevering, aanlevering=Aanlevering(plan=rows))["afspraken"]


def lines():
    found = [(oud, nieuw) for handeling, oud, nieuw in log("handeling", "oud", "nieuw") if handeling == "plan_afspraak"]
    return [tuple(text and json.loads(text) for text in pair) for pair in found]


def test_a_new_one_runs_from_today_on():
    make(wat=" Kijken in Zwolle. ")

    [found] = kept()
    assert found.inhoud == INHOUD
    assert [(each.stand, each.door) for each in found.standen] == [
        (StandVanZaken(PlanStatus.LOOPT, "eind 2009", None, "", TODAY), AKO.naam)
    ]
    assert [nieuw["nummer"] for _, nieuw in lines()] == ["II.1", "II.1"]


def test_the_same_twice_is_one_and_another_of_that_nummer_is_refused():
    make()
    before = everything()

    make()
    with pytest.raises(OngeldigeInvoer, match=r"Nummer II\.1 is al van een andere afspraak"):
        make(wat="Iets anders.")
    assert everything() == before


def test_how_it_stands_is_added_and_what_was_said_before_stays(set_clock):
    make()
    set_clock(DURING + timedelta(days=1))

    add(GEREED)

    [found] = kept()
    assert [each.stand.status for each in found.standen] == [PlanStatus.LOOPT, PlanStatus.GEREED]
    oud, nieuw = lines()[-1]
    assert (oud["status"], nieuw["status"], nieuw["tekst"]) == ("loopt", "gereed", "Gekeken.")


def test_what_was_said_of_an_earlier_day_stands_before_what_holds():
    make()
    add(replace(GEREED, op=date(2009, 7, 1)))

    assert [each.stand.op for each in kept()[0].standen] == [date(2009, 7, 1), TODAY]


def test_the_same_stand_twice_is_one():
    make()
    add()
    before = everything()

    add()

    assert everything() == before


def test_what_another_said_meanwhile_is_not_passed_over():
    make()
    shown = kept()[0]
    add()
    before = everything()

    with pytest.raises(AfspraakGewijzigd):
        add(replace(GEREED, tekst="Anders."), afspraak=shown)
    with pytest.raises(AfspraakGewijzigd):
        perform(change_plan_afspraak, AKO, afspraak=shown, inhoud=replace(INHOUD, wie="SZW"))
    assert everything() == before


def test_what_is_agreed_changes_and_keeps_its_nummer():
    make()

    perform(change_plan_afspraak, AKO, afspraak=kept()[0], inhoud=replace(INHOUD, nummer="IX", wie="SZW"))

    assert kept()[0].inhoud == replace(INHOUD, wie="SZW")
    oud, nieuw = lines()[-1]
    assert (oud["wie"], nieuw["wie"]) == ("UWV", "SZW")


def test_of_what_is_not_there_nothing_can_be_said():
    make()
    gone = replace(kept()[0], inhoud=replace(INHOUD, nummer="IX"))

    with pytest.raises(OngeldigeInvoer, match="bestaat niet"):
        add(afspraak=gone)


def test_a_file_brings_them_in_and_a_second_time_nothing():
    assert bring_in(ROW).changed == 1
    once = everything()

    assert bring_in(ROW).gelijk == 1
    assert everything() == once
    assert kept()[0].stand == ROW.stand(TODAY)


@pytest.mark.parametrize(
    ("changed", "standen"),
    [({"status": PlanStatus.GEREED}, 2), ({"stand_van_zaken": "Anders."}, 2), ({"wie": "SZW"}, 1)],
)
def test_what_a_file_says_anew_is_added_and_what_is_agreed_is_changed(changed, standen):
    bring_in(ROW)

    assert len(bring_in(replace(ROW, **changed)).gewijzigd) == 1

    assert len(kept()[0].standen) == standen


def test_without_a_last_day_and_with_the_same_words_that_of_before_holds():
    bring_in(ROW)
    once = everything()

    assert bring_in(replace(ROW, uiterlijk=None, stand_op=None)).gelijk == 1
    assert everything() == once
    bring_in(replace(ROW, uiterlijk=None, wanneer_stand="in 2010"))
    assert kept()[0].stand.uiterlijk is None


def test_a_row_that_a_form_would_not_take_is_a_fault():
    rows = (replace(ROW, nummer="x" * 13), replace(ROW, stand_op=date(2009, 8, 4), regel=3))

    with read_session() as session:
        found = admission_faults(session=session, now=DURING, aanlevering=Aanlevering(plan=rows))

    assert [str(fault) for fault in found] == [
        "afspraken.csv, regel 2, kolom nummer: Geef de afspraak een nummer van ten hoogste 12 tekens, zoals II.1.",
        "afspraken.csv, regel 3, kolom stand_op: Kies de dag waarop dit de stand van zaken was: vandaag of eerder.",
    ]
