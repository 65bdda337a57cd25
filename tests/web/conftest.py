"""A visitor, somebody with a password, and a manager at his form."""

import pytest
from starlette.testclient import TestClient

from landkaart.domein.band import Band
from tests.steps.accounts import make_account
from tests.steps.forms import Form, manager
from tests.steps.small_landkaart import DURING, VISIE, keep, make_uitvraag, make_werkplein, submitted_before
from tests.steps.visitors import ADRES, PASSWORD, browser


@pytest.fixture
def visitor(database) -> TestClient:
    return browser()


@pytest.fixture
def account(visitor) -> int:
    return make_account("lezer", naam="Jan", adres=ADRES, wachtwoord=PASSWORD)


@pytest.fixture
def open_round(database, set_clock) -> None:
    """Assen and Breda, of which only Assen submitted before, in an uitvraag that is open."""
    set_clock(DURING)
    keep(make_werkplein("assen"), make_werkplein("breda"), make_uitvraag())
    submitted_before({VISIE: Band.NIET}, {VISIE: "Nog niet."})


@pytest.fixture
def form(open_round) -> Form:
    """The manager of Assen at his form."""
    return manager(naam="Anja")
