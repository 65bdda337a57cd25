"""A moment goes in with its zone and comes back in UTC, on every database."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError
from sqlmodel import select

from db.engine import read_session
from db.models import Uitvraag
from landkaart.domein.clock import AMSTERDAM
from tests.steps.small_landkaart import keep, make_uitvraag

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize(
    "sluit",
    [
        datetime(2009, 9, 1, 0, 0, tzinfo=AMSTERDAM),
        datetime(2009, 8, 31, 22, 0, tzinfo=UTC),
        datetime(2009, 8, 31, 17, 0, tzinfo=timezone(timedelta(hours=-5))),
    ],
)
def test_whatever_the_zone_the_same_moment_comes_back_in_utc(sluit: datetime):
    keep(make_uitvraag(sluit=sluit))

    assert read_sluit().isoformat() == "2009-08-31T22:00:00+00:00"


def test_it_keeps_microseconds():
    keep(make_uitvraag(sluit=datetime(2009, 8, 31, 21, 59, 59, 999999, UTC)))

    assert read_sluit().isoformat() == "2009-08-31T21:59:59.999999+00:00"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(StatementError, match="a moment without a zone: 2009-09-01 00:00:00"):
        keep(make_uitvraag(sluit=datetime(2009, 9, 1)))  # noqa: DTZ001


def test_moments_of_different_zones_compare_as_moments():
    keep(make_uitvraag(sluit=datetime(2009, 9, 1, 0, 30, tzinfo=AMSTERDAM)))

    with read_session() as session:
        earlier = select(Uitvraag.tertaal).where(Uitvraag.sluit < datetime(2009, 8, 31, 23, 0, tzinfo=UTC))
        assert session.exec(earlier).all() == ["2009-2"]


def read_sluit() -> datetime:
    with read_session() as session:
        return session.exec(select(Uitvraag.sluit)).one()
