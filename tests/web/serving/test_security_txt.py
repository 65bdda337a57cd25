"""Where a weakness can be reported."""

from datetime import UTC, datetime

import pytest

from landkaart import settings
from landkaart.domein.fouten import OngeldigBestand
from landkaart.web.serving.security_txt import SECURITY, written
from tests.steps.visitors import browser

NOW = datetime(2009, 12, 1, 11, 30, tzinfo=UTC)


def test_it_says_to_whom_until_when_and_where_it_stands(monkeypatch):
    monkeypatch.setenv("LANDKAART_ADRES", "https://landkaart.voorbeeld.nl")

    assert written("mailto:veilig@voorbeeld.nl", NOW).splitlines() == [
        "Contact: mailto:veilig@voorbeeld.nl",
        "Expires: 2010-05-30T00:00:00Z",
        "Preferred-Languages: nl, en",
        "Canonical: https://landkaart.voorbeeld.nl/.well-known/security.txt",
    ]


def test_anybody_may_read_it_and_without_the_setting_there_is_none(database, monkeypatch):
    before = browser().get(SECURITY)
    monkeypatch.setenv("LANDKAART_CONTACT", "veilig@voorbeeld.nl")
    after = browser().get(SECURITY)

    assert (before.status_code, after.status_code) == (404, 200)
    assert after.text.startswith("Contact: mailto:veilig@voorbeeld.nl\n")


@pytest.mark.parametrize(
    ("given", "contact"),
    [("", None), ("a@b.nl", "mailto:a@b.nl"), ("https://voorbeeld.nl/meld", "https://voorbeeld.nl/meld")],
)
def test_the_contact_is_an_address_to_follow(monkeypatch, given, contact):
    monkeypatch.setenv("LANDKAART_CONTACT", given)

    assert settings.contact() == contact


@pytest.mark.parametrize("given", ["iemand", "http://voorbeeld.nl", "https://", "https://a.nl\nX: y", "javascript:alert(1)"])
def test_what_cannot_be_followed_is_refused(monkeypatch, given):
    monkeypatch.setenv("LANDKAART_CONTACT", given)

    with pytest.raises(OngeldigBestand, match="LANDKAART_CONTACT"):
        settings.contact()
