"""A second factor is not passed by: the provider says that it asked for one, or we ask for ours."""

from datetime import timedelta

import pyotp
import pytest

from db import models
from db.actions.accounts import disable
from db.actions.koppelingen import unbind
from db.actions.tweede_factor import give_noodcodes, take_off
from db.engine import write_session
from landkaart.domein.clock import system_now
from landkaart.web.sign_in.code import WRONG_CODE
from landkaart.web.sign_in.oidc import second_step
from landkaart.web.sign_in.oidc.second_step import GONE
from landkaart.web.sign_in.tries import SLOW
from tests.steps.accounts import make_account, who_has
from tests.steps.oidc_provider import provider
from tests.steps.oidc_visits import come_in, connect, employ, fout, is_out
from tests.steps.perform import perform
from tests.steps.racing import all_at_once
from tests.steps.visitors import ADRES, PASSWORD, rows, sign_in
from tests.steps.visitors import browser as new_browser

SECRET = "A" * 32
CODE = "/oidc/code"


@pytest.fixture
def jan(connected, browser):
    """Bound, with a second factor here."""
    employ(connected, "j-1")
    return make_account("beheer", adres=ADRES, wachtwoord=PASSWORD, totp=SECRET, onderwerp=f"{connected}|j-1")


def code():
    return pyotp.TOTP(SECRET).at(system_now())


def give(browser, text):
    return browser.post(CODE, data={"code": text})


def test_without_word_of_a_second_factor_our_own_is_asked_and_then_lets_in(jan, browser):
    answer = come_in(browser, "j-1", next="/logboek")

    assert (answer.status_code, answer.headers["location"]) == (303, CODE)
    assert is_out(browser)
    assert ADRES in browser.get(CODE).text
    answer = give(browser, code())
    assert (answer.status_code, answer.headers["location"]) == (303, "/logboek")
    assert who_has(browser.cookies["sessie"]).account_id == jan
    assert "oidc-code" not in browser.cookies
    assert rows(models.Logregel)[-1].nieuw == '{"aangemeld": "oidc en code"}'


@pytest.mark.parametrize("claims", [{"amr": ["pwd", "mfa"]}, {"acr": "https://refeds.org/profile/mfa"}], ids=str)
def test_a_provider_that_asked_for_a_second_factor_is_believed(connected, jan, browser, claims):
    employ(connected, "j-1", **claims)

    come_in(browser, "j-1")

    assert who_has(browser.cookies["sessie"]).account_id == jan


@pytest.mark.parametrize("claims", [{"amr": ["pwd"]}, {"acr": "0"}, {"mfa": True}], ids=str)
def test_anything_else_that_a_provider_says_is_no_second_factor(connected, jan, browser, claims):
    employ(connected, "j-1", **claims)

    assert come_in(browser, "j-1").headers["location"] == CODE
    assert is_out(browser)


def test_only_what_is_signed_counts_as_word_of_a_second_factor(jan, browser, monkeypatch):
    """At the address where some keep what is told of a person it is not."""
    with provider("--claims-apart") as issuer:
        connect(issuer, monkeypatch)
        employ(issuer, "j-1", amr=["mfa"])
        with write_session() as session:
            session.get(models.Account, jan).onderwerp = f"{issuer}|j-1"

        assert come_in(browser, "j-1").headers["location"] == CODE


def test_a_noodcode_lets_in_once_as_well(jan, browser):
    with write_session() as session:
        noodcode = give_noodcodes(session, jan)[0]
    come_in(browser, "j-1")
    assert give(browser, noodcode).status_code == 303

    other = new_browser()
    come_in(other, "j-1")

    assert (give(other, noodcode).status_code, is_out(other)) == (403, True)


def test_a_code_that_was_used_at_the_sign_in_is_worth_nothing_here(jan, browser):
    used = code()
    sign_in(new_browser(), code=used)
    come_in(browser, "j-1")

    answer = give(browser, used)

    assert (answer.status_code, fout(answer)) == (403, WRONG_CODE)
    assert is_out(browser)


def test_nobody_waits_in_a_browser_that_did_not_come_from_the_provider(jan, browser):
    for answer in (browser.get(CODE), give(browser, code())):
        assert (answer.status_code, fout(answer)) == (400, GONE)
    assert is_out(browser)


def test_the_attempt_of_the_way_there_is_no_word_of_the_provider(jan, browser):
    """Both are sealed by us; one is not taken for the other."""
    browser.get("/oidc/start")

    answer = new_browser().post(CODE, data={"code": code()}, headers={"cookie": f"oidc-code={browser.cookies['oidc']}"})

    assert (answer.status_code, fout(answer)) == (400, GONE)


@pytest.mark.parametrize(("seconds", "status"), [(600, 303), (601, 400)])
def test_it_waits_for_ten_minutes(jan, browser, set_clock, seconds, status):
    began = system_now().replace(microsecond=0)
    set_clock(began)
    come_in(browser, "j-1")
    waits = browser.cookies["oidc-code"]
    set_clock(began + timedelta(seconds=seconds))

    answer = new_browser().post(CODE, data={"code": code()}, headers={"cookie": f"oidc-code={waits}"})

    assert answer.status_code == status


@pytest.mark.parametrize("act", [disable, unbind, lambda act, account_id: take_off(act.session, account_id)])
def test_who_changed_meanwhile_begins_again(jan, browser, act):
    make_account("beheer", wachtwoord=PASSWORD)
    come_in(browser, "j-1")

    perform(act, account_id=jan)

    answer = give(browser, code())
    assert (answer.status_code, fout(answer)) == (400, GONE)
    assert is_out(browser)


def test_after_five_guesses_the_right_code_waits_here_and_at_the_sign_in(jan, browser):
    come_in(browser, "j-1")
    assert [give(browser, "abcdef").status_code for _ in range(5)] == [403] * 5

    answer = give(browser, code())

    assert (answer.status_code, fout(answer)) == (429, SLOW)
    assert is_out(browser)
    assert sign_in(new_browser(), code=code()).status_code == 429


def test_what_strangers_try_at_the_sign_in_keeps_nobody_out_here_and_gives_them_no_new_guesses(jan, browser):
    assert [sign_in(new_browser(), wachtwoord="mis").status_code for _ in range(6)] == [403] * 5 + [429]
    come_in(browser, "j-1")

    assert give(browser, code()).status_code == 303
    assert sign_in(new_browser(), wachtwoord="mis").status_code == 429


def test_nor_does_somebody_whom_the_provider_lets_in_right_away(connected, browser):
    employ(connected, "l-1")
    make_account("lezer", adres=ADRES, wachtwoord=PASSWORD, onderwerp=f"{connected}|l-1")
    for _ in range(5):
        sign_in(new_browser(), wachtwoord="mis")

    assert come_in(browser, "l-1").status_code == 303
    assert not is_out(browser)
    assert sign_in(new_browser(), wachtwoord="mis").status_code == 429


def test_of_22_guesses_at_once_five_are_judged(jan, browser, monkeypatch):
    come_in(browser, "j-1")
    judged, real = [], second_step.use_code
    monkeypatch.setattr(second_step, "use_code", lambda *given: judged.append(1) or real(*given))
    who = (rows(models.Account)[0].onderwerp, "/")

    answers = all_at_once(22, lambda: second_step.judge(who, "abcdef").status_code)

    assert sorted(answers) == [403] * 5 + [429] * 17
    assert len(judged) == 5


def test_another_site_cannot_give_a_code_for_somebody(jan, browser):
    come_in(browser, "j-1")

    answer = browser.post(CODE, data={"code": code()}, headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403
    assert is_out(browser)


def test_the_cookie_is_for_this_page_alone(jan, browser):
    given = come_in(browser, "j-1").headers.get_list("set-cookie")

    [waits] = [text for text in given if text.startswith("oidc-code=") and "Max-Age=600" in text]
    assert all(f"; {part}" in waits for part in ("HttpOnly", f"Path={CODE}", "SameSite=lax"))
