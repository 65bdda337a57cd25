"""Sending is tested on SQLite; what is kept of it on both, in tests/db."""

import pytest

from tests.db.factories import DURING


@pytest.fixture
def small_landkaart(database, set_clock):
    set_clock(DURING)
    return database
