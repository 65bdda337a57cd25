"""Several acts with one commit: each is kept or undone by itself, and nobody is kept without the others."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from db.actions.invullingen import save_answer
from db.engine import Undone, engines, read_session, together, write_session
from db.queries.formulier import formulier, plaats
from landkaart.domein.band import Band
from landkaart.domein.formulier import Plaats
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.settings import database_url
from tests.steps.small_landkaart import (
    ASSEN,
    BREDA,
    CODES,
    DURING,
    NU,
    act,
    keep,
    log,
    make_uitvraag,
    make_werkplein,
    submit_all,
)

FIRST, SECOND = CODES[:2]
SAVED_FIRST, SAVED_SECOND = (FIRST, '"volledig"'), (SECOND, '"volledig"')


@pytest.fixture
def commits(database, set_clock):
    """Those of the writer, since the landkaart was made."""
    keep(make_uitvraag(), make_werkplein("assen"))
    set_clock(DURING)
    found = []
    event.listen(engines(database_url())[1], "commit", found.append)
    return found


def save(mijlpaal):
    act(save_answer, werkplein="assen", by=ASSEN, mijlpaal=mijlpaal, band=Band.VOLLEDIG)


def saved():
    return log("mijlpaal", "nieuw")


def saved_as_others_see_it():
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(saved).result()


def test_two_acts_are_kept_with_one_commit(commits):
    with together():
        save(FIRST)
        save(SECOND)

    assert saved() == [SAVED_FIRST, SAVED_SECOND]
    assert len(commits) == 1


def test_an_act_that_is_refused_takes_nothing_of_the_others_along(commits):
    with together():
        save(FIRST)
        with pytest.raises(OngeldigeInvoer):
            save("bestaat-niet")
        save(SECOND)

    assert saved() == [SAVED_FIRST, SAVED_SECOND]


def test_what_is_read_in_it_sees_what_the_acts_before_it_left_and_another_thread_does_not(commits):
    with together():
        save(FIRST)
        assert (saved(), saved_as_others_see_it()) == ([SAVED_FIRST], [])

    assert saved_as_others_see_it() == [SAVED_FIRST]


def test_nothing_is_kept_when_its_end_is_not_reached(commits):
    with suppress(ZeroDivisionError), together():
        save(FIRST)
        raise ZeroDivisionError

    assert saved() == []
    save(SECOND)
    assert saved() == [SAVED_SECOND]


def test_what_sqlite_undid_by_itself_is_kept_for_nobody(database, commits):
    if database != "sqlite":
        pytest.skip("of SQLite alone")

    def undo_everything():
        with write_session() as session:
            session.connection().connection.driver_connection.execute("ROLLBACK")

    def begin():
        with together():
            save(FIRST)
            with pytest.raises(OperationalError, match="no such savepoint"):
                undo_everything()
            with pytest.raises(Undone):
                save(SECOND)

    with pytest.raises(Undone):
        begin()
    assert saved() == []
    save(SECOND)
    assert saved() == [SAVED_SECOND]


def test_what_was_read_of_an_act_that_was_undone_is_not_remembered(commits):
    def read(code):
        with read_session() as session:
            form = formulier(session=session, werkplein=code, tertaal=NU)
            return form.submitted.banden[FIRST], plaats(session=session, ronde=form.ronde)

    keep(make_werkplein("breda"))
    with suppress(ZeroDivisionError), together():
        submit_all(Band.NIET)
        assert read("assen") == (Band.NIET, Plaats(1, 1, 0))
        raise ZeroDivisionError

    # It gets the number that the other one had.
    submit_all(Band.VOLLEDIG, werkplein="breda", by=BREDA)
    submit_all(Band.NIET)

    assert read("breda") == (Band.VOLLEDIG, Plaats(1, 2, 0))
