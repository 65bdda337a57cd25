"""The engine pair: what each side may do, and what it sees of the other."""

import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.engine import engines, read_session, server_version, write_session
from landkaart.settings import database_url
from tests.steps.small_landkaart import keep, make_werkplein

WAIT = 10


@pytest.mark.parametrize(
    ("pragma", "writer", "reader"),
    [
        ("journal_mode", "wal", "wal"),
        ("synchronous", 2, 2),  # FULL
        ("foreign_keys", 1, 1),
        ("recursive_triggers", 1, 1),
        ("trusted_schema", 0, 0),
        ("cell_size_check", 1, 1),
        ("secure_delete", 1, 1),
        ("busy_timeout", 10_000, 10_000),
        ("query_only", 0, 1),
        ("application_id", 0x53555749, 0x53555749),
    ],
)
def test_each_connection_of_sqlite_is_set(sqlite_file, pragma: str, writer: object, reader: object):
    found = []
    for session_of in (write_session, read_session):
        with session_of() as session:
            found.append(session.execute(text(f"PRAGMA {pragma}")).scalar_one())

    assert found == [writer, reader]


def test_a_reader_cannot_write(database):
    def write():
        with read_session() as session:
            session.add(make_werkplein("assen"))
            session.commit()

    with pytest.raises(DBAPIError, match="read-?only"):
        write()

    assert count_werkpleinen() == 0


def test_a_read_session_sees_one_moment_while_others_write(database):
    keep(make_werkplein("assen"))

    with read_session() as session:
        seen = [count(session)]
        for code in ("breda", "delft"):
            in_a_thread(lambda code=code: keep(make_werkplein(code)))
            seen.append(count(session))

    assert seen == [1, 1, 1]
    assert count_werkpleinen() == 3


def test_a_reader_does_not_wait_for_a_writer_and_does_not_see_half_of_it(database):
    with write_session() as writing:
        writing.add(make_werkplein("assen"))
        writing.flush()
        during = in_a_thread(count_werkpleinen)

    assert (during, count_werkpleinen()) == (0, 1)


def test_a_second_writer_waits_for_the_first(database):
    order, inside = [], threading.Event()

    def second():
        inside.wait(WAIT)
        with write_session() as session:
            order.append(("second sees", count(session)))

    other = threading.Thread(target=second)
    other.start()
    with write_session() as session:
        session.add(make_werkplein("assen"))
        session.flush()
        inside.set()
        other.join(0.2)  # Long enough for a writer that would not wait.
        order.append("first is ready")
    other.join(WAIT)

    assert order == ["first is ready", ("second sees", 1)]


def test_what_raises_halfway_is_undone(database):
    def fail_halfway():
        with write_session() as session:
            session.add(make_werkplein("assen"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()

    assert count_werkpleinen() == 0


def test_the_same_address_gives_the_same_pair(database):
    assert engines(database_url()) is engines(database_url())


def test_the_version_for_the_log_names_the_kind_of_database(database):
    with read_session() as session:
        kind, version = server_version(session).split(" ")

    assert kind == database
    assert [part.isdigit() for part in version.split(".")] in ([True, True], [True, True, True])


def count(session) -> int:
    return session.execute(text("SELECT count(*) FROM werkplein")).scalar_one()


def count_werkpleinen() -> int:
    with read_session() as session:
        return count(session)


def in_a_thread(work):
    """What the work returns; a thread has connections of its own."""
    found = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join(WAIT)
    return found[0]
