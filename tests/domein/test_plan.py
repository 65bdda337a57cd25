from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from landkaart.domein.clock import midnight
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.plan import (
    PlanAfspraak,
    PlanInhoud,
    PlanStand,
    PlanStatus,
    StandVanZaken,
    plan_day,
    themas,
)

TODAY = date(2009, 9, 1)
INHOUD = PlanInhoud("II.1", "Vraaggerichtheid", "Kijken in Zwolle.", "UWV", "eind 2009")
STAND = StandVanZaken(PlanStatus.LOOPT, "eind 2009", date(2009, 12, 31), "Begonnen.", TODAY)


def afspraak(*standen: StandVanZaken, **inhoud: str) -> PlanAfspraak:
    kept = tuple(PlanStand(each, "ako", datetime(2009, 9, 1, tzinfo=UTC)) for each in standen or (STAND,))
    return PlanAfspraak(replace(INHOUD, **inhoud), kept)


@pytest.mark.parametrize(
    ("status", "uiterlijk", "late", "due"),
    [
        (PlanStatus.LOOPT, date(2009, 8, 31), True, False),
        (PlanStatus.LOOPT, TODAY, False, True),  # The day itself is in time.
        (PlanStatus.LOOPT, date(2010, 1, 2), False, True),  # 123 days: a tertaal.
        (PlanStatus.LOOPT, date(2010, 1, 3), False, False),
        (PlanStatus.LOOPT, None, False, False),  # Words that name no day.
        (PlanStatus.TE_LAAT, None, True, False),
        (PlanStatus.TE_LAAT, date(2010, 1, 1), True, False),
        (PlanStatus.GEREED, date(2009, 8, 31), False, False),
        (PlanStatus.VERVALLEN, date(2009, 8, 31), False, False),
    ],
)
def test_what_is_late_and_what_is_due(status, uiterlijk, late, due):
    found = afspraak(replace(STAND, status=status, uiterlijk=uiterlijk))

    assert (found.is_late(TODAY), found.is_due(TODAY)) == (late, due)


def test_the_last_stand_holds_and_on_a_day_the_last_of_then():
    first, later = replace(STAND, op=date(2009, 5, 1)), replace(STAND, status=PlanStatus.GEREED)
    found = afspraak(first, later)

    assert found.stand == later
    assert found.on(date(2009, 8, 31)).stand == first
    assert found.on(TODAY) == found
    assert found.on(date(2009, 4, 30)) is None


def test_the_headings_stand_in_the_order_of_the_plan():
    assert themas([afspraak(thema="B"), afspraak(thema="A"), afspraak(thema="B")]) == ["B", "A"]


@pytest.mark.parametrize("changed", [{"nummer": ""}, {"nummer": "x" * 13}, {"thema": " "}, {"wat": ""}, {"wie": "a\nb"}])
def test_an_afspraak_says_what_who_and_under_which_heading(changed):
    with pytest.raises(OngeldigeInvoer):
        replace(INHOUD, **changed).checked()


def test_by_when_may_be_left_open():
    assert replace(INHOUD, wanneer_plan=" ", wat=" Kijken. ").checked() == replace(INHOUD, wanneer_plan="", wat="Kijken.")


@pytest.mark.parametrize("op", [None, date(2009, 9, 2)])
def test_how_it_stands_is_of_a_day_that_has_been(op):
    with pytest.raises(OngeldigeInvoer, match="vandaag of eerder"):
        replace(STAND, op=op).checked(TODAY)
    assert STAND.checked(TODAY) == STAND


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (midnight(date(2009, 8, 15)), date(2009, 8, 15)),
        (midnight(date(2009, 9, 1)), date(2009, 8, 31)),  # The closing itself: midnight closes the day before it.
        (midnight(date(2009, 12, 1)), date(2009, 8, 31)),
    ],
)
def test_a_tertaal_tells_of_the_plan_as_of_its_last_day_or_today(now, day):
    assert plan_day(midnight(date(2009, 9, 1)), now) == day
