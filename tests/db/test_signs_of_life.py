"""A sign of life is remembered at once and written down when that works: it stops nobody from reading."""

import threading
from contextlib import closing
from datetime import timedelta

import pytest
from pysqlite3 import dbapi2
from sqlalchemy import text

from db import models, signs_of_life
from db.engine import engines, read_session, write_session
from db.queries.sessies import by_id
from db.signs_of_life import saw, settle
from landkaart.domein.clock import system_now
from landkaart.settings import database_url
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.visitors import rows

WAIT = 10


@pytest.fixture
def jan(sqlite_file):
    return who_has(open_session(make_account("lezer"))).sessie_id


def found_at(sessie_id, moment):
    with read_session() as session:
        return by_id(session=session, sessie_id=sessie_id, now=moment)


def test_it_counts_at_once_and_stands_in_the_database_soon(jan):
    later = system_now() + timedelta(minutes=20)
    saw(jan, later)

    assert found_at(jan, later + timedelta(minutes=29)).actief_op == later
    settle()
    assert [row.actief_op for row in rows(models.Sessie)] == [later]


def test_an_older_one_does_not_take_the_place_of_a_newer_one(jan):
    now = system_now()
    saw(jan, now + timedelta(minutes=5))
    settle()
    with write_session() as session:
        session.execute(text("UPDATE sessie SET actief_op = :later"), {"later": str(now + timedelta(minutes=9))[:26]})
    saw(jan, now + timedelta(minutes=6))
    settle()

    assert [row.actief_op for row in rows(models.Sessie)] == [now + timedelta(minutes=9)]


def test_who_reads_does_not_wait_for_the_writer(jan):
    """Somebody writes for as long as he likes; the sign of life is given meanwhile, and written down afterwards."""
    now = system_now() + timedelta(minutes=2)
    with write_session() as busy:
        busy.execute(text("UPDATE account SET organisatie = 'UWV'"))
        given = threading.Thread(target=saw, args=(jan, now))
        given.start()
        given.join(WAIT)
        assert not given.is_alive()
        assert found_at(jan, now).actief_op == now
    settle()

    assert [row.actief_op for row in rows(models.Sessie)] == [now]


@pytest.fixture
def nothing_can_be_written(sqlite_file):
    """Another program writes for as long as the test lasts, and nobody waits for it."""
    with engines(database_url())[1].connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA busy_timeout=0")
    with closing(dbapi2.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_what_cannot_be_written_is_a_line_in_the_log_and_keeps_the_session_going(jan, nothing_can_be_written, caplog):
    start = system_now()
    for minutes in range(2, 590, 20):
        saw(jan, start + timedelta(minutes=minutes))
        assert found_at(jan, start + timedelta(minutes=minutes)).sessie_id == jan
    settle()

    assert "een levensteken is niet opgeschreven" in caplog.text
    assert "Traceback" not in caplog.text


def test_a_session_that_was_ended_is_not_kept_alive(jan):
    saw(jan, system_now())
    with write_session() as session:
        session.execute(text("UPDATE sessie SET beeindigd_op = actief_op"))

    assert found_at(jan, system_now()) is None


def test_what_was_longer_ago_than_a_session_lasts_is_forgotten(jan):
    start = system_now()
    saw(jan, start)
    saw(jan + 1, start + timedelta(minutes=31))

    kept = [sessie for where, sessie in signs_of_life.SEEN if where == database_url()]
    assert kept == [jan + 1]
