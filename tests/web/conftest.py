"""A visitor, and somebody with a password."""

import pytest
from starlette.testclient import TestClient

from tests.steps.accounts import make_account
from tests.steps.visitors import ADRES, PASSWORD, browser


@pytest.fixture
def visitor(database) -> TestClient:
    return browser()


@pytest.fixture
def account(visitor) -> int:
    return make_account("lezer", naam="Jan", adres=ADRES, wachtwoord=PASSWORD)
