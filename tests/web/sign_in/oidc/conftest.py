"""A real provider of identities, somebody whom it knows, and the way there and back."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import httpx2 as httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from landkaart.web.serving.guard import Guard
from landkaart.web.sign_in import oidc, password
from tests.steps.accounts import make_account
from tests.steps.oidc_provider import provider

HERE = "http://localhost:8501"
STALE = "Het aanmelden duurde te lang of is in een ander venster begonnen. Probeer het opnieuw."
SECONDS = timedelta(seconds=1)


@pytest.fixture(scope="session")
def issuer():
    with provider() as found:
        yield found


@pytest.fixture
def connected(issuer, monkeypatch):
    """The landkaart is a client of the provider."""
    return connect(issuer, monkeypatch)


def connect(issuer, monkeypatch, **asked):
    asked = {"redirect_uris": [f"{HERE}/oidc/terug"]} | asked
    given = httpx.post(f"{issuer}/oauth2/clients", json=asked).raise_for_status().json()
    monkeypatch.setenv("LANDKAART_ADRES", HERE)
    monkeypatch.setenv("OIDC_ISSUER", issuer)
    monkeypatch.setenv("OIDC_CLIENT_ID", given["client_id"])
    monkeypatch.setenv("OIDC_CLIENT_SECRET", given["client_secret"])
    monkeypatch.setenv("OIDC_NAAM", "de gemeente")
    return issuer


@pytest.fixture
def browser(database):
    return new_browser()


def new_browser(base_url=HERE):
    app = Starlette(routes=[*password.ROUTES, *oidc.ROUTES], middleware=[Middleware(Guard)])
    return TestClient(app, base_url, follow_redirects=False)


def employ(issuer, sub, **claims):
    """Somebody whom the provider knows, with what it tells about him."""
    httpx.put(f"{issuer}/users/{sub}", json=claims).raise_for_status()


def sent_to_provider(browser, next="/"):
    answer = browser.get("/oidc/start", params={"next": next})
    assert answer.status_code == 303
    return answer.headers["location"]


def sent_back(address, **form):
    """What the provider answers to `sub=…` (that is me) or `action="deny"`: the way back."""
    return httpx.post(address, data=form).headers["location"]


def changed(address, **values):
    """The same address with other values in its query."""
    parts = urlsplit(address)
    query = {name: found[0] for name, found in parse_qs(parts.query).items()} | values
    return urlunsplit(parts._replace(query=urlencode(query)))


def come_in(browser, sub, next="/"):
    return browser.get(sent_back(sent_to_provider(browser, next), sub=sub))


def fout(answer):
    return re.search(r'role="alert">(.*?)</p>', answer.text)[1]


def is_out(browser):
    return "sessie" not in browser.cookies


@pytest.fixture
def invited(connected):
    """Somebody who would come in; what he comes back with is then spoiled."""

    def invite():
        make_account("ako", adres="lies@gemeente.nl")
        employ(connected, "l-1", email="lies@gemeente.nl")
        return "l-1"

    return invite
