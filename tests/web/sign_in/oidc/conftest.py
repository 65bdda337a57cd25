"""A real provider of identities, and somebody whom it knows."""

import pytest

from tests.steps.accounts import make_invited
from tests.steps.oidc_provider import provider
from tests.steps.oidc_visits import connect, employ
from tests.steps.visitors import browser as new_browser


@pytest.fixture(scope="session")
def issuer():
    with provider() as found:
        yield found


@pytest.fixture
def connected(issuer, monkeypatch):
    """The landkaart is a client of the provider."""
    return connect(issuer, monkeypatch)


@pytest.fixture
def browser(database):
    return new_browser()


@pytest.fixture
def invited(connected):
    """Somebody who would come in; what he comes back with is then spoiled."""

    def invite():
        make_invited("ako", adres="lies@gemeente.nl")
        employ(connected, "l-1", email="lies@gemeente.nl", email_verified=True)
        return "l-1"

    return invite
