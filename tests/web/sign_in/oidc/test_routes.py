"""Coming in with the organisation's own sign-in: who is let in, and as whom."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlmodel import select

from db import models
from db.engine import read_session
from landkaart.domein.clock import system_now
from tests.steps.accounts import make_account, make_invited, open_session, who_has
from tests.steps.oidc_provider import provider
from tests.steps.oidc_visits import come_in, connect, employ, fout, is_out, sent_to_provider
from tests.steps.visitors import HERE
from tests.steps.visitors import browser as new_browser


def test_who_was_invited_comes_in_with_his_own_organisation_and_goes_where_he_was_going(connected, browser):
    invited = make_invited("ako", adres="anna@gemeente.nl")
    employ(connected, "a-1", email="Anna@Gemeente.nl", email_verified=True)

    answer = come_in(browser, "a-1", next="/download/2009-2/groen.csv?scheiding=puntkomma")

    assert (answer.status_code, answer.headers["location"]) == (303, "/download/2009-2/groen.csv?scheiding=puntkomma")
    assert who_has(browser.cookies["sessie"]).account_id == invited
    with read_session() as session:
        assert session.get(models.Account, invited).onderwerp == f"{connected}|a-1"
        bound, came_in = session.exec(select(models.Logregel).order_by(models.Logregel.id))
    assert (json.loads(bound.oud)["koppeling"], json.loads(bound.nieuw)["koppeling"]) == (None, connected)
    assert came_in.nieuw == '{"aangemeld": "oidc"}'


def test_who_fills_in_begins_with_the_form(connected, landkaart_2009):
    make_invited("werkplein", ["assen"], adres="bas@gemeente.nl")
    employ(connected, "b-1", email="bas@gemeente.nl", email_verified=True)

    assert come_in(new_browser(), "b-1").headers["location"] == "/"


def test_the_provider_is_asked_with_pkce_and_a_state_and_nonce_of_this_attempt(connected, browser):
    first, second = (parse_qs(urlsplit(sent_to_provider(browser)).query) for _ in range(2))

    assert first["redirect_uri"] == [f"{HERE}/oidc/terug"]
    assert (first["response_type"], first["scope"]) == (["code"], ["openid email"])
    assert first["code_challenge_method"] == ["S256"]
    assert all(first[name] != second[name] for name in ("state", "nonce", "code_challenge"))


def test_the_cookie_of_an_attempt_is_for_this_errand_only_and_cannot_be_read(connected, browser):
    answer = browser.get("/oidc/start?next=/logboek")

    given = answer.headers["set-cookie"]
    assert given.startswith("oidc=")
    assert all(f"; {part}" in given for part in ("HttpOnly", "Max-Age=600", "Path=/oidc/", "SameSite=lax"))
    assert "logboek" not in given
    assert parse_qs(urlsplit(answer.headers["location"]).query)["state"][0] not in given


def test_over_https_the_cookie_is_secure_and_the_way_back_is_https(connected, database, monkeypatch):
    monkeypatch.setenv("LANDKAART_ADRES", "https://landkaart.voorbeeld.nl")

    answer = new_browser("https://landkaart.voorbeeld.nl").get("/oidc/start")

    assert answer.headers["set-cookie"].startswith("__Secure-oidc=")
    assert "; Secure" in answer.headers["set-cookie"]
    assert "redirect_uri=https%3A%2F%2Flandkaart.voorbeeld.nl%2Foidc%2Fterug" in answer.headers["location"]


def test_the_second_time_he_is_known_by_his_subject_even_under_another_address(connected, browser):
    invited = make_invited("ako", adres="carla@gemeente.nl")
    employ(connected, "c-1", email="carla@gemeente.nl", email_verified=True)
    come_in(browser, "c-1")
    employ(connected, "c-1", email="carla.de.wit@gemeente.nl", email_verified=True)

    later = new_browser()
    come_in(later, "c-1")

    assert who_has(later.cookies["sessie"]).account_id == invited


def test_who_is_known_by_his_subject_needs_no_address(connected, browser):
    known = make_account("ako", onderwerp=f"{connected}|d-1")
    employ(connected, "d-1")

    come_in(browser, "d-1")

    assert who_has(browser.cookies["sessie"]).account_id == known


def test_the_same_subject_at_another_provider_is_somebody_else(connected, browser):
    make_account("ako", onderwerp="https://elders.nl|e-1")
    employ(connected, "e-1", email="els@gemeente.nl", email_verified=True)

    assert come_in(browser, "e-1").status_code == 403
    assert is_out(browser)


def test_an_address_is_taken_from_userinfo_when_the_token_does_not_hold_it(browser, monkeypatch):
    invited = make_invited("ako", adres="frits@gemeente.nl")
    with provider("--claims-apart") as issuer:
        connect(issuer, monkeypatch)
        employ(issuer, "f-1", email="frits@gemeente.nl", email_verified=True)
        come_in(browser, "f-1")

    assert who_has(browser.cookies["sessie"]).account_id == invited


@pytest.mark.parametrize(
    ("options", "is_verified", "status"),
    [(["--claims-apart"], False, 403), (["--claims-apart", "--of-another"], True, 502)],
    ids=["not verified", "of somebody else"],
)
def test_userinfo_is_believed_no_more_than_the_token(browser, monkeypatch, options, is_verified, status):
    make_invited("ako", adres="frits@gemeente.nl")
    with provider(*options) as issuer:
        connect(issuer, monkeypatch)
        employ(issuer, "f-2", email="frits@gemeente.nl", email_verified=is_verified)
        answer = come_in(browser, "f-2")

    assert answer.status_code == status
    assert is_out(browser)


def test_every_sign_in_gives_a_new_token_whatever_lay_in_the_browser(connected, browser):
    other = open_session(make_account("lezer"))
    make_invited("ako", adres="gea@gemeente.nl")
    employ(connected, "g-1", email="gea@gemeente.nl", email_verified=True)
    browser.cookies.set("sessie", other, domain="localhost.local", path="/")

    tokens = [other]
    for _ in range(2):
        come_in(browser, "g-1")
        tokens.append(browser.cookies["sessie"])

    assert len(set(tokens)) == 3


def test_somebody_without_an_account_reads_what_to_do(connected, browser):
    employ(connected, "h-1", email="hans@gemeente.nl", email_verified=True)

    answer = come_in(browser, "h-1")

    assert answer.status_code == 403
    assert fout(answer) == "Voor hans@gemeente.nl is nog geen account. Vraag de beheerder om een uitnodiging."
    assert is_out(browser)


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "ine@gemeente.nl"},
        {"email": "ine@gemeente.nl", "email_verified": None},
        {"email": "ine@gemeente.nl", "email_verified": False},
        {"email": "ine@gemeente.nl", "email_verified": "true"},
        {"email": "ine@gemeente.nl", "email_verified": 1},
        {"email": "ine@gemeente.nl", "email_verified": "false"},
        {"email": "ine@gemeente.nl", "email_verified": 0.5},
        {"email": ["ine@gemeente.nl"], "email_verified": True},
        {"email": "geen adres", "email_verified": True},
        {"email": "ine@gemeente.nl\u202e", "email_verified": True},
        {},
    ],
)
def test_an_address_that_is_not_verified_or_not_there_lets_nobody_in(connected, browser, claims):
    make_invited("ako", adres="ine@gemeente.nl")
    employ(connected, "i-1", **claims)

    answer = come_in(browser, "i-1")

    assert answer.status_code == 403
    assert fout(answer) == "de gemeente geeft geen bevestigd e-mailadres van u door. Vraag de beheerder om hulp."
    assert is_out(browser)


@pytest.mark.parametrize("onderwerp", [None, "j-1"], ids=["invited", "known"])
def test_a_disabled_account_stays_out(connected, browser, onderwerp):
    kept = onderwerp and f"{connected}|{onderwerp}"
    make_invited("ako", adres="jan@gemeente.nl", onderwerp=kept, uitgezet_op=system_now())
    employ(connected, "j-1", email="jan@gemeente.nl", email_verified=True)

    answer = come_in(browser, "j-1")

    assert answer.status_code == 403
    assert fout(answer) == "Dit account is uitgezet. Vraag de beheerder om het weer aan te zetten."
    assert is_out(browser)


def test_one_person_does_not_get_a_second_account(connected, browser):
    """His first one was disabled, and he was invited again under another address."""
    make_account("ako", onderwerp=f"{connected}|k-1", uitgezet_op=system_now())
    make_invited("ako", adres="kees@gemeente.nl")
    employ(connected, "k-1", email="kees@gemeente.nl", email_verified=True)

    answer = come_in(browser, "k-1")

    assert answer.status_code == 403
    assert fout(answer) == "Dit account is uitgezet. Vraag de beheerder om het weer aan te zetten."
    assert is_out(browser)
