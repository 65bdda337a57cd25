"""The way to a provider of identities and back, and somebody whom it knows."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import httpx2 as httpx

from tests.steps.visitors import HERE

STALE = "Het aanmelden duurde te lang of is in een ander venster begonnen. Probeer het opnieuw."
SECONDS = timedelta(seconds=1)


def connect(issuer, monkeypatch, **asked):
    """The landkaart becomes a client of this provider."""
    asked = {"redirect_uris": [f"{HERE}/oidc/terug"]} | asked
    given = httpx.post(f"{issuer}/oauth2/clients", json=asked).raise_for_status().json()
    monkeypatch.setenv("LANDKAART_ADRES", HERE)
    monkeypatch.setenv("OIDC_ISSUER", issuer)
    monkeypatch.setenv("OIDC_CLIENT_ID", given["client_id"])
    monkeypatch.setenv("OIDC_CLIENT_SECRET", given["client_secret"])
    monkeypatch.setenv("OIDC_NAAM", "de gemeente")
    return issuer


def set_oidc(monkeypatch, naam):
    """There is a sign-in of the organisation, of that name; nobody goes there."""
    for name, value in {"ISSUER": "https://aanmelden.nl", "CLIENT_ID": "a", "CLIENT_SECRET": "b", "NAAM": naam}.items():
        monkeypatch.setenv(f"OIDC_{name}", value)


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
    """All the way there and back, as somebody whom the provider knows."""
    return browser.get(sent_back(sent_to_provider(browser, next), sub=sub))


def fout(answer):
    """The sentence above the form."""
    return re.search(r'role="alert">(.*?)</p>', answer.text)[1]


def is_out(browser):
    return "sessie" not in browser.cookies
