from datetime import UTC, date, datetime

import pytest

from landkaart.domein.afspraak import Afspraak, AfspraakStatus, in_order

TODAY = date(2009, 12, 1)


def afspraak(number: int, wanneer: date, status: AfspraakStatus = AfspraakStatus.OPEN, changed: int = 1) -> Afspraak:
    moments = datetime(2009, 11, 1, tzinfo=UTC), datetime(2009, 11, changed, tzinfo=UTC)
    return Afspraak(number, "assen", None, None, "Iets.", "Iemand", wanneer, status, "Iemand", *moments)


@pytest.mark.parametrize(
    ("day", "status", "late"),
    [
        (30, AfspraakStatus.OPEN, True),
        (1, AfspraakStatus.OPEN, False),
        (30, AfspraakStatus.GEDAAN, False),
        (30, AfspraakStatus.VERVALLEN, False),
    ],
)
def test_an_open_afspraak_is_late_from_the_day_after(day, status, late):
    assert afspraak(1, date(2009, 11 if day == 30 else 12, day), status).is_late(TODAY) is late


def test_late_ones_come_first_then_open_ones_by_day_then_what_is_over_the_latest_changed_first():
    found = [
        afspraak(1, date(2009, 11, 1), AfspraakStatus.GEDAAN, changed=5),
        afspraak(2, date(2010, 2, 1)),
        afspraak(3, date(2009, 11, 30)),
        afspraak(4, date(2009, 12, 1)),
        afspraak(5, date(2009, 11, 2)),
        afspraak(6, date(2010, 3, 1), AfspraakStatus.VERVALLEN, changed=9),
    ]

    assert [each.id for each in in_order(found, TODAY)] == [5, 3, 4, 2, 6, 1]
