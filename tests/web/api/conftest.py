"""Assen and Breda, of which only Assen submitted before, in an uitvraag that is open."""

from datetime import timedelta

import pytest

from landkaart.domein.band import Band
from tests.steps.forms import Form, manager
from tests.steps.small_landkaart import DURING, SLUIT, VISIE, keep, make_uitvraag, make_werkplein, submitted_before

LAST_SECOND = SLUIT - timedelta(seconds=1)


@pytest.fixture
def open_round(database, set_clock) -> None:
    set_clock(DURING)
    keep(make_werkplein("assen"), make_werkplein("breda"), make_uitvraag())
    submitted_before({VISIE: Band.NIET}, {VISIE: "Nog niet."})


@pytest.fixture
def form(open_round) -> Form:
    """The manager of Assen at his form."""
    return manager(naam="Anja")
