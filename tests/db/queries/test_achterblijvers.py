"""Who was outdated at a closing, from the database."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from db.engine import read_session, write_session
from db.models import Uitvraag
from db.queries.achterblijvers import outdated
from landkaart.domein.tertaal import Tertaal
from tests.steps.acts import freeze
from tests.steps.small_landkaart import DURING, NU, keep, make_uitvraag, make_werkplein, submit_all

SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def assen_submitted(database, set_clock):
    """Assen did, on 3 August; Breda never."""
    keep(make_werkplein("assen"), make_werkplein("breda"), make_uitvraag())
    set_clock(DURING)
    submit_all()


def judged_from(moment):
    with write_session() as session:
        session.execute(update(Uitvraag).values(actueel_vanaf=moment))


def found(*tertalen):
    with read_session() as session:
        return outdated(session=session, tertalen=tertalen)


def test_in_this_uitvraag_is_never_outdated_and_before_it_only_beyond_the_edge():
    with write_session() as session:
        session.execute(update(Uitvraag).values(opent=DURING + 2 * SECOND, actueel_vanaf=DURING))
    assert found(NU) == {NU: []}

    judged_from(DURING + SECOND)
    assert found(NU) == {NU: ["assen"]}


def test_without_an_uitvraag_nobody_is():
    assert found(Tertaal(2009, 3)) == {Tertaal(2009, 3): []}


def test_what_was_frozen_is_judged_by_the_dates_of_then():
    freeze()

    with write_session() as session:
        session.execute(update(Uitvraag).values(opent=DURING + 2 * SECOND, actueel_vanaf=DURING + SECOND))

    assert found(NU) == {NU: []}
