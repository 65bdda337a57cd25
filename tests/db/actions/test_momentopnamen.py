"""A closing freezes what the tertaal is counted from: once, whole, and as it stood at that moment."""

import json
from datetime import date

import pytest
from sqlalchemy import update

from db import models
from db.engine import read_session, write_session
from db.queries.momentopnamen import to_freeze
from db.queries.tertaalbeeld import living_beeld
from landkaart.domein.band import Band
from landkaart.domein.clock import midnight
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from tests.steps.acts_files import bring_in
from tests.steps.factories import invulling_record
from tests.steps.momentopnamen import LATER, SECOND, beeld, scores, submit_late, take
from tests.steps.small_landkaart import BREDA, DURING, NU, SLUIT, VORIG, everything, log, submit_all, submitted_before

pytestmark = pytest.mark.usefixtures("small_landkaart")


# When


@pytest.mark.parametrize(("moment", "taken"), [(SLUIT - SECOND, []), (SLUIT, [NU])], ids=["the last second", "the closing"])
def test_it_is_taken_from_the_closing_on_and_not_before(set_clock, moment, taken):
    submit_all()
    set_clock(moment)

    assert take() == taken
    assert beeld().momentopname == (moment if taken else None)


def test_a_second_time_nothing_changes(set_clock):
    submit_all()
    set_clock(SLUIT)
    take()
    set_clock(LATER)
    once = everything()

    assert take() == []
    assert everything() == once


def test_a_tertaal_in_which_nobody_submitted_stays_open_to_the_files_of_its_time(set_clock):
    set_clock(SLUIT)

    assert take() == []
    assert beeld().momentopname is None


def test_a_tertaal_without_an_uitvraag_closes_on_the_first_day_after_it(set_clock):
    submitted_before({})
    set_clock(midnight(date(2009, 5, 1)) - SECOND)
    assert take() == []

    set_clock(midnight(date(2009, 5, 1)))
    assert take() == [VORIG]
    assert beeld(VORIG).uitvraag is None


def test_more_at_once_are_taken_oldest_first_each_with_one_log_line_of_the_clock(set_clock):
    submitted_before({})
    submit_all()
    before = len(log("door"))
    set_clock(SLUIT)

    assert take() == [VORIG, NU]

    assert log("door", "weg", "handeling", "tertaal", "moment")[before:] == [
        ("klok", "klok", "momentopname", "2009-1", SLUIT),
        ("klok", "klok", "momentopname", "2009-2", SLUIT),
    ]
    assert json.loads(log("nieuw")[-1][0]) == {
        "tertalen": ["2009-1", "2009-2"],
        "werkpleinen": 2,
        "met_een_stand": 1,
        "editie": 1,
        "klok": "de klok van de server",
    }


def test_what_only_came_from_files_can_be_left_alone(set_clock):
    bring_in(Aanlevering(invullingen=(invulling_record("assen", VORIG, "3"),)))
    submit_all()
    set_clock(SLUIT)

    with read_session() as session:
        assert list(to_freeze(session=session)) == [VORIG, NU]
        assert list(to_freeze(session=session, by_hand=True)) == [NU]
    assert take(by_hand=True) == [NU]
    assert take() == [VORIG]


# What


@pytest.mark.parametrize(
    ("moment", "frozen"), [(SLUIT - SECOND, 100), (SLUIT, 0)], ids=["a second before the closing", "at the closing"]
)
def test_what_is_submitted_before_the_closing_counts_whenever_it_is_taken(set_clock, moment, frozen):
    submit_all(Band.NIET)
    set_clock(moment)
    submit_late(Band.VOLLEDIG)
    set_clock(LATER)
    take()

    assert scores() == {"assen": frozen}
    assert beeld().gewijzigd == (() if frozen == 100 else ("assen",))


def test_who_was_open_and_never_submitted_is_in_it_without_a_stand(set_clock):
    submit_all()
    set_clock(SLUIT)
    take()

    assert beeld().ingediend_op == {"assen": DURING, "breda": None}


@pytest.mark.parametrize(
    ("actief_tot", "there"), [(date(2009, 9, 1), True), (date(2009, 8, 31), False)], ids=["that day", "the day before"]
)
def test_who_closed_before_the_closing_is_not_in_it(set_clock, actief_tot, there):
    submit_all()
    submit_all(werkplein="breda", by=BREDA)
    with write_session() as session:
        session.execute(update(models.Werkplein).where(models.Werkplein.code == "breda").values(actief_tot=actief_tot))
    set_clock(SLUIT)
    take()

    assert list(beeld().ingediend_op) == ["assen", "breda"] if there else ["assen"]
    assert ("breda" in scores()) is there


def test_the_tables_are_those_of_the_living_record_at_the_moment_it_is_taken(set_clock):
    submitted_before({"ketenjaarplan": Band.NIET})
    submit_all()
    set_clock(SLUIT)
    take()

    with read_session() as session:
        living = living_beeld(session, NU)
    frozen = beeld()
    assert {tertaal: stand.bands.to_dict() for tertaal, stand in frozen.stands.items()} == {
        tertaal: stand.bands.to_dict() for tertaal, stand in living.stands.items()
    }
    kept = ("uitvraag", "geschiedenis", "namen", "ingediend_op", "indicaties", "reconstructie", "gesloten")
    assert {name: getattr(frozen, name) for name in kept} == {name: getattr(living, name) for name in kept}


def test_a_tertaal_that_was_unknown_then_does_not_enter_its_history_later(set_clock):
    """2009-1 lies between two that are known; it comes in by a file when 2009-2 is frozen."""
    bring_in(Aanlevering(invullingen=(invulling_record("assen", Tertaal(2008, 3), "1"),)))
    submit_all()
    set_clock(SLUIT)
    take()
    assert (scores(of=VORIG), beeld().geschiedenis) == ({"assen": 33}, (Tertaal(2008, 3), NU))

    bring_in(Aanlevering(invullingen=(invulling_record("assen", VORIG, "2"),)))

    assert (scores(of=VORIG), beeld().geschiedenis) == ({"assen": 33}, (Tertaal(2008, 3), NU))
    assert beeld().gewijzigd == ()
    assert scores(VORIG, VORIG) == {"assen": 66}
