"""Sending is tested on SQLite; what is kept of it on both, in tests/db."""

import pytest

from tests.steps.small_landkaart import DURING


@pytest.fixture
def small_landkaart(database, set_clock):
    set_clock(DURING)
    return database
