"""What may come in when: by files no more than by hand after a closing, unless somebody says so."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.actions.import_admission import admission_faults
from db.engine import read_session
from db.queries.invullingen import indieningen
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.band import Band
from landkaart.domein.clock import midnight, system_now
from landkaart.domein.invulling import Indiening
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import Geweigerd, gather
from landkaart.invoer.records import AntwoordRecord, IndicatieRecord, VraagRecord
from tests.steps.acts import freeze
from tests.steps.acts_files import bring_in
from tests.steps.factories import invulling_record, uitvraag_record, werkplein_record
from tests.steps.small_landkaart import DURING, NU, OPENT, SLUIT, VORIG, everything, log, submit_all

SECOND = timedelta(seconds=1)
pytestmark = pytest.mark.usefixtures("small_landkaart")
VASTGESTELD = (
    "2009-2 is bij de sluiting vastgesteld. Met ‘Ook na de sluiting’ (opdrachtregel: --na-sluiting) wordt dit toch "
    "ingelezen; "
    "de vastgestelde tabellen blijven dan zoals ze zijn."
)
EARLY = "De uitvraag van 2009-2 is nog niet geopend. Zij opent op 2009-07-15."
LATE = {
    "scores": Aanlevering(invullingen=(invulling_record("assen", NU, "3"),)),
    "uitvragen": Aanlevering(uitvragen=(uitvraag_record(NU, sluit=date(2009, 9, 15)),)),
    "vragen": Aanlevering(vragen=(VraagRecord("integraal", NU, "Lukt het?", None, None, None, "vragen.csv", 2),)),
}


def refused(aanlevering: Aanlevering, **what) -> list[str]:
    """The sentences; nothing changed."""
    before = everything()
    with pytest.raises(Geweigerd) as error:
        bring_in(aanlevering, **what)
    assert everything() == before
    with read_session() as session:
        faults = admission_faults(session=session, aanlevering=aanlevering, now=system_now(), **what)
    assert str(error.value).split("\n") == list(map(str, gather(faults)))
    return list(map(str, faults))


def versions(werkplein: str = "assen", tertaal: Tertaal = NU) -> list[Indiening]:
    with read_session() as session:
        return indieningen(session=session, werkplein=werkplein, tertaal=tertaal)


def beeld():
    with read_session() as session:
        return tertaalbeeld(session=session, tertaal=NU)


@pytest.fixture
def frozen(set_clock) -> None:
    submit_all(Band.NIET)
    set_clock(SLUIT)
    freeze()


# After the closing


@pytest.mark.parametrize("name", LATE)
def test_what_would_change_a_frozen_tertaal_is_refused_at_its_line(frozen, name):
    assert refused(LATE[name]) == [f"{name}.csv, regel 2, kolom tertaal: {VASTGESTELD}"]


def test_a_new_answer_to_one_of_its_questions_too(frozen):
    bring_in(LATE["vragen"], na_sluiting=True)
    given = AntwoordRecord("assen", NU, "integraal", "ja", None, "antwoorden.csv", 2)

    assert refused(Aanlevering(antwoorden=(given,))) == [f"antwoorden.csv, regel 2, kolom tertaal: {VASTGESTELD}"]
    assert bring_in(Aanlevering(antwoorden=(given,)), na_sluiting=True)["antwoorden"] == 1
    assert bring_in(Aanlevering(antwoorden=(given,)))["antwoorden"] == 0


def test_all_faults_come_at_once_by_file_and_line(frozen):
    both = Aanlevering(
        uitvragen=LATE["uitvragen"].uitvragen,
        invullingen=(replace(invulling_record("breda", NU, "1"), regel=16), invulling_record("assen", NU, "3")),
    )

    assert [text.split(", kolom")[0] for text in refused(both)] == [
        "scores.csv, regel 2",
        "scores.csv, regel 16",
        "uitvragen.csv, regel 2",
    ]


def test_with_na_sluiting_it_comes_in_and_the_log_says_so_and_the_tables_stay(frozen):
    assert bring_in(LATE["scores"], na_sluiting=True)["scores"] == 1

    assert [version.versie for version in versions()] == [2, 1]
    assert (beeld().stand.average(), beeld().gewijzigd, beeld().stand_nu.average()) == (0, ("assen",), 100)
    assert log("weg", "handeling", "tertaal")[-2:] == [
        ("import na sluiting", "indiening", "2009-2"),
        ("import", "inlezen", None),
    ]
    assert json.loads(log("nieuw")[-1][0])["na_sluiting"] == ["2009-2"]


def test_the_same_files_again_change_nothing_and_need_no_word(frozen):
    bring_in(LATE["scores"], na_sluiting=True)
    once = everything()

    assert not any(bring_in(LATE["scores"]).values())
    assert everything() == once


def test_what_is_no_part_of_what_was_frozen_needs_no_word_either(frozen):
    indicatie = IndicatieRecord("assen", NU, "dit_jaar", "ako_indicatie.csv", 2)
    earlier = invulling_record("assen", VORIG, "1")
    changed = bring_in(Aanlevering((werkplein_record("assen", naam="Anders"),), (), (earlier,), indicaties=(indicatie,)))

    assert {name: number for name, number in changed.items() if number} == {
        "werkpleinen": 1,
        "ako_indicatie": 1,
        "scores": 1,
    }
    assert {weg for (weg,) in log("weg")[-4:]} == {"import"}


def test_what_was_filled_in_here_is_frozen_before_a_file_comes_near(set_clock):
    """Nobody came by since the closing."""
    submit_all(Band.NIET)
    set_clock(SLUIT)

    with pytest.raises(Geweigerd):
        bring_in(LATE["scores"])
    bring_in(LATE["scores"], na_sluiting=True)

    assert (beeld().stand.average(), beeld().gewijzigd) == (0, ("assen",))


def test_a_tertaal_that_closed_and_only_came_from_files_takes_more_of_them(set_clock):
    set_clock(SLUIT)
    bring_in(LATE["scores"])
    other = invulling_record("assen", NU, "1", day=date(2009, 8, 1))

    assert bring_in(Aanlevering(invullingen=(other, invulling_record("breda", NU, "2"))))["scores"] == 2
    assert beeld().momentopname is None


# Before the opening


@pytest.mark.parametrize(
    ("moment", "faults"),
    [(OPENT - SECOND, [f"scores.csv, regel 2, kolom tertaal: {EARLY}"]), (OPENT, [])],
    ids=["the last second", "the opening"],
)
def test_scores_come_in_from_the_opening_on(set_clock, moment, faults):
    set_clock(moment)
    file = Aanlevering(invullingen=(invulling_record("assen", NU, "3", day=date(2009, 7, 14)),))

    assert (refused(file) if faults else []) == faults
    if not faults:
        assert bring_in(file)["scores"] == 1


def test_an_uitvraag_in_the_same_delivery_says_when_it_opens(set_clock):
    coming = Aanlevering(
        uitvragen=(uitvraag_record(NU.after(), opent=date(2009, 11, 15)),),
        invullingen=(invulling_record("assen", NU.after(), "3", day=date(2009, 8, 3)),),
    )

    [fault] = refused(coming)

    assert fault.endswith("De uitvraag van 2009-3 is nog niet geopend. Zij opent op 2009-11-15.")


# While it is open


def test_an_old_file_does_not_undo_what_a_werkplein_submitted_since(set_clock):
    old = Aanlevering(invullingen=(invulling_record("assen", NU, "1", day=date(2009, 8, 2)),))
    bring_in(old)
    submit_all(Band.VOLLEDIG)

    assert refused(old) == [
        "scores.csv, regel 2, kolom ingevuld_op: deze invulling van assen over 2009-2 is van 2009-08-02. Wat nu telt, is "
        "later ingediend (2009-08-03); een ouder bestand komt daar niet voor in de plaats."
    ]


@pytest.mark.parametrize(
    ("day", "fits"), [(date(2009, 8, 3), False), (date(2009, 8, 4), True)], ids=["that day", "the next"]
)
def test_a_file_of_the_day_itself_is_as_old_as_its_midnight(set_clock, day, fits):
    submit_all(Band.NIET)  # On 3 August, half past two.
    set_clock(midnight(date(2009, 8, 5)))
    assert midnight(date(2009, 8, 3)) < DURING < midnight(date(2009, 8, 4))
    file = Aanlevering(invullingen=(invulling_record("assen", NU, "3", day=day),))

    if fits:
        assert bring_in(file)["scores"] == 1
    else:
        refused(file)


def test_neither_does_it_after_the_closing_with_na_sluiting(frozen):
    old = Aanlevering(invullingen=(invulling_record("assen", NU, "1", day=date(2009, 8, 2)),))

    [fault] = refused(old, na_sluiting=True)

    assert "kolom ingevuld_op" in fault
