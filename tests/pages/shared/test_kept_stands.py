"""The stands of a tertaalbeeld are those of the database, whatever was kept of them; what did not move is not read again."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from sqlalchemy import event

from db.engine import engines, read_session
from db.queries import tertaalbeeld as queries
from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.zoeken import regions_of
from landkaart.settings import database_url
from pages.shared.kept_stands import KeptStands
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.acts import freeze
from tests.steps.small_landkaart import submit_all

CLOSED, RUNNING = Tertaal(2009, 2), Tertaal(2009, 3)
OF_STANDS = "indiening_antwoord.band"


@contextmanager
def reading() -> Iterator[list[str]]:
    """The statements that read answers, as they are asked."""
    found: list[str] = []
    reader = engines(database_url())[0]

    def note(connection, cursor, statement, *rest):
        if OF_STANDS in statement:
            found.append(statement)

    event.listen(reader, "before_cursor_execute", note)
    yield found
    event.remove(reader, "before_cursor_execute", note)


def look(tertaal, source=None):
    """The stands of a tertaalbeeld, by tertaal, each looked at."""
    with read_session() as session:
        named = {"source": source} if source else {}
        beeld = queries.tertaalbeeld(session=session, tertaal=tertaal, **named)
        return {each: beeld.stands[each] for each in beeld.stands}


def require_same(tertaal):
    """What was kept is what anybody reads who keeps nothing."""
    mine, plain = look(tertaal, KeptStands()), look(tertaal)
    assert list(mine) == list(plain)
    for each, stand in plain.items():
        assert mine[each].bands.index.tolist() == stand.bands.index.tolist()
        assert np.array_equal(mine[each].bands.to_numpy(), stand.bands.to_numpy())


@pytest.fixture
def assen(landkaart_2009):
    """Its manager."""
    return who_has(open_session(make_account("werkplein", ["assen"]))).gebruiker


def test_a_submission_has_one_stand_of_the_running_tertaal_read_and_none_of_a_frozen_one(assen):
    freeze()
    for tertaal in (CLOSED, RUNNING):
        look(tertaal, KeptStands())

    submit_all(Band.NIET, werkplein="assen", tertaal=RUNNING, by=assen)
    with reading() as asked:
        look(RUNNING, KeptStands())
    assert len(asked) == 1
    with reading() as asked:
        look(CLOSED, KeptStands())
    assert asked == []
    require_same(RUNNING)
    require_same(CLOSED)


def test_what_nobody_looks_at_of_a_frozen_tertaal_is_not_read(landkaart_2009):
    freeze()

    with read_session() as session, reading() as asked:
        beeld = queries.tertaalbeeld(session=session, tertaal=CLOSED, source=KeptStands())
        before = len(asked)
        assert beeld.vorige.n == beeld.stand.n == 125
        assert Tertaal(1990, 1) not in beeld.stands
    assert (before, len(asked)) == (0, 2)


def test_a_tertaal_that_is_not_frozen_moves_with_what_is_submitted_before_it(assen):
    look(RUNNING, KeptStands())
    submit_all(Band.IN_ONTWIKKELING, werkplein="assen", tertaal=RUNNING, by=assen)
    require_same(RUNNING)

    submit_all(Band.GEDEELTELIJK, werkplein="assen", tertaal=RUNNING, by=assen)
    require_same(RUNNING)


def test_the_regions_that_zoeken_reads_are_those_of_who_was_open(landkaart_2009):
    for _ in range(2):
        with read_session() as session:
            for tertaal in (CLOSED, RUNNING):
                whole = regions_of(queries.tertaalbeeld(session=session, tertaal=tertaal))
                assert queries.regions_of(session=session, tertaal=tertaal) == whole
        freeze()
