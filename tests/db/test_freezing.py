"""The first who comes by after a closing has it frozen; everybody else pays two small reads."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from db import freezing
from db.act import begin_act
from db.actions.indieningen import submit
from db.actions.invullingen import confirm
from db.engine import engines, read_session
from db.freezing import freeze_what_closed
from db.queries.momentopnamen import frozen_tertalen
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import midnight, system_now
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.settings import database_url
from tests.steps import small_landkaart
from tests.steps.small_landkaart import (
    DURING,
    SLUIT,
    VORIG,
    keep,
    make_uitvraag,
    make_werkplein,
    submit_all,
    submitted_before,
)

NU = Tertaal(2009, 3)


@pytest.fixture
def submitted(landkaart_2009, set_clock) -> datetime:
    """Somebody submits in 2009-3. The moment of its closing, as the clock of this machine has it."""
    start = system_now()
    set_clock(start)
    with begin_act(operator()) as act:
        confirm(act, werkplein="harderwijk", tertaal=NU, mijlpalen=catalogus().codes)
        submit(act, werkplein="harderwijk", tertaal=NU)
    return start + (midnight(date(2010, 1, 1)) - act.now)


def frozen() -> list[Tertaal]:
    with read_session() as session:
        return list(frozen_tertalen(session=session))


@pytest.mark.parametrize(
    ("seconds", "taken"), [(-1, False), (0, True)], ids=["a second before the closing", "at the closing"]
)
def test_who_comes_by_after_the_closing_has_it_frozen(submitted, set_clock, seconds, taken):
    set_clock(submitted + timedelta(seconds=seconds))

    freeze_what_closed()

    assert (NU in frozen()) is taken


def test_nothing_is_written_when_nothing_is_due(landkaart_2009):
    freeze_what_closed()
    asked = []
    for engine in engines(database_url()):
        event.listen(engine, "before_cursor_execute", lambda *what: asked.append(what[2]))

    freeze_what_closed()

    assert [order.split()[0] for order in asked] == ["SELECT"]


def test_what_goes_wrong_is_logged_and_not_shown(submitted, set_clock, monkeypatch, caplog):
    def no_room(act, most):
        raise OSError("disk full")

    set_clock(submitted)
    monkeypatch.setattr(freezing, "freeze", no_room)

    freeze_what_closed()

    assert "disk full" in caplog.text
    assert NU not in frozen()


def test_while_somebody_is_at_it_a_visitor_waits_no_longer_than_he_wants(submitted, set_clock):
    set_clock(submitted)

    with freezing.FREEZING:
        assert freeze_what_closed(patience=0.01) is False
        assert NU not in frozen()
    assert freeze_what_closed(patience=0.01) is True
    assert NU in frozen()


def test_who_waited_for_somebody_else_reads_anew(submitted, set_clock, monkeypatch):
    set_clock(submitted)
    freeze_what_closed()
    # As it was read before that.
    monkeypatch.setattr(freezing, "first_closing", lambda *_: midnight(date(2010, 1, 1)))

    assert freeze_what_closed() is True


def test_each_tertaal_is_frozen_in_a_transaction_of_its_own_the_oldest_first(database, set_clock):
    keep(make_uitvraag(), make_werkplein("assen"))
    submitted_before({})
    set_clock(DURING)
    submit_all()
    set_clock(SLUIT)
    before_each = []
    event.listen(engines(database_url())[1], "commit", lambda _: before_each.append(frozen()))

    freeze_what_closed()

    # The last one found nothing more.
    assert before_each == [[], [VORIG], [VORIG, small_landkaart.NU]]


def test_a_landkaart_without_data_has_nothing_to_freeze(database, set_clock):
    set_clock(datetime(2030, 1, 1, tzinfo=UTC))

    freeze_what_closed()

    assert frozen() == []


def test_of_two_tertalen_that_are_still_to_be_frozen_the_first_closing_decides(database, monkeypatch):
    early, late = midnight(date(2010, 1, 1)), midnight(date(2010, 5, 1))
    monkeypatch.setattr(freezing, "to_freeze", lambda session: {Tertaal(2010, 1): late, NU: early})

    assert freezing.first_closing.__wrapped__(database_url(), 1) == early
