"""A provider that refuses, is down, or is not what it should be; and what stands in the log."""

import logging
import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from db.engine import write_session
from landkaart import settings
from landkaart.domein.clock import system_now
from landkaart.web.sign_in.oidc.attempt import unseal
from tests.steps.accounts import make_invited, who_has
from tests.steps.oidc_provider import provider
from tests.steps.oidc_visits import SECONDS, come_in, connect, employ, fout, is_out, sent_back, sent_to_provider
from tests.steps.visitors import HERE
from tests.steps.visitors import browser as new_browser


def test_who_cancels_at_the_provider_reads_so_and_can_go_on(connected, browser):
    way_back = sent_back(sent_to_provider(browser, next="/logboek"), action="deny")

    answer = browser.get(way_back)

    assert answer.status_code == 403
    assert fout(answer) == "U bent niet aangemeld: bij de gemeente is het aanmelden afgebroken of geweigerd."
    assert 'href="/oidc/start?next=/logboek"' in answer.text


def test_an_error_of_the_provider_is_a_number_and_not_its_words(connected, browser, caplog):
    state = parse_qs(urlsplit(sent_to_provider(browser)).query)["state"][0]

    answer = browser.get("/oidc/terug", params={"state": state, "error": "server_error\nx", "error_description": "<b>"})

    assert answer.status_code == 502
    assert "server_error" not in answer.text
    assert r"answers with the error 'server_error\nx'" in caplog.text


def test_a_provider_that_is_down_is_a_sentence(browser, monkeypatch, set_clock):
    """On the way back, and on the way out once what it said about itself is an hour old."""
    make_invited("ako", adres="mia@gemeente.nl")
    began = system_now()
    set_clock(began)
    with provider() as issuer:
        connect(issuer, monkeypatch)
        employ(issuer, "m-1", email="mia@gemeente.nl", email_verified=True)
        way_back = sent_back(sent_to_provider(browser), sub="m-1")

    answer = browser.get(way_back)
    assert answer.status_code == 502
    assert fout(answer).startswith("Aanmelden met de gemeente lukt nu niet. Probeer het over een paar minuten opnieuw")
    assert is_out(browser)

    set_clock(began + timedelta(hours=1) - SECONDS)
    assert sent_to_provider(new_browser()).startswith(issuer)

    set_clock(began + timedelta(hours=1))
    answer = browser.get("/oidc/start?next=/logboek")
    assert answer.status_code == 502
    assert 'name="next" value="/logboek"' in answer.text
    assert "oidc" not in browser.cookies


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [("//evil.nl", "/"), ("https://evil.nl", "/"), ("/\\evil.nl", "/"), ("", "/"), ("/" + "x" * 1000, "/"), ("/x", "/x")],
)
def test_afterwards_nobody_is_led_to_another_site(browser, invited, wanted, shown):
    assert come_in(browser, invited(), next=wanted).headers["location"] == shown


def test_without_a_provider_there_is_nothing_to_start(browser):
    for path in ("/oidc/start", "/oidc/terug?code=x&state=x"):
        answer = browser.get(path)
        assert answer.status_code == 404
        assert fout(answer) == "Aanmelden via uw organisatie is hier niet ingesteld. Meld u aan met een wachtwoord."


@pytest.mark.parametrize("elsewhere", ["http://login.gemeente.nl", "ftp://localhost", "http://localhost.evil.nl"])
def test_a_provider_elsewhere_must_be_reached_over_https(connected, browser, monkeypatch, caplog, elsewhere):
    monkeypatch.setenv("OIDC_ISSUER", elsewhere)

    assert browser.get("/oidc/start").status_code == 502
    assert "is not https" in caplog.text


def test_a_provider_that_calls_itself_otherwise_is_not_trusted(connected, browser, monkeypatch, caplog):
    """Asked at LOCALHOST, it says that it is localhost; issuers are compared to the letter."""
    monkeypatch.setenv("OIDC_ISSUER", connected.replace("127.0.0.1", "LOCALHOST"))

    assert browser.get("/oidc/start").status_code == 502
    assert "calls itself http://localhost:" in caplog.text


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint", "jwks_uri"])
def test_a_provider_cannot_lead_us_away_from_https(browser, monkeypatch, caplog, name):
    with provider(f'--says={{"{name}": "http://login.gemeente.nl/x"}}') as issuer:
        connect(issuer, monkeypatch)
        assert browser.get("/oidc/start").status_code == 502

    assert "http://login.gemeente.nl/x is not https" in caplog.text


def test_a_provider_that_wants_the_secret_in_the_body_gets_it_there(browser, monkeypatch):
    invited = make_invited("ako", adres="nel@gemeente.nl")
    with provider('--says={"token_endpoint_auth_methods_supported": ["client_secret_post"]}') as issuer:
        connect(issuer, monkeypatch, token_endpoint_auth_method="client_secret_post")
        employ(issuer, "n-1", email="nel@gemeente.nl", email_verified=True)
        come_in(browser, "n-1")

    assert who_has(browser.cookies["sessie"]).account_id == invited


def test_a_wrong_secret_is_refused_by_the_provider_and_logged_without_it(browser, invited, monkeypatch, caplog):
    sub = invited()
    monkeypatch.setenv("OIDC_CLIENT_SECRET", "not-the-secret")

    assert come_in(browser, sub).status_code == 502
    assert "invalid_client" in caplog.text
    assert "not-the-secret" not in caplog.text


def test_a_failure_of_ours_is_a_number(browser, invited, caplog):
    sub = invited()
    way_back = sent_back(sent_to_provider(browser), sub=sub)
    with write_session() as session:
        session.connection().exec_driver_sql("ALTER TABLE logregel RENAME TO elders")

    answer = browser.get(way_back)

    assert answer.status_code == 503
    assert f"fout {re.search(r'[0-9A-F]{6}', fout(answer))[0]}" in caplog.text
    assert is_out(browser)


def test_what_is_secret_is_not_in_the_log(browser, invited, caplog):
    sub = invited()
    with caplog.at_level(logging.INFO):
        way_back = sent_back(sent_to_provider(browser), sub=sub)
        begin = unseal(browser.cookies["oidc"], system_now())
        sealed = browser.cookies["oidc"]
        browser.get(way_back)

    said = [record.getMessage() for record in caplog.records]
    said = [line for line in said if "/oauth2/authorize?" not in line and HERE not in line]  # Asked by this test itself.
    assert any("/oauth2/token" in line for line in said)
    secrets = [begin.verifier, begin.nonce, sealed, browser.cookies["sessie"], settings.oidc().client_secret]
    assert [secret for secret in secrets if any(secret in line for line in said)] == []
