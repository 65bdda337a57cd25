"""One's own account: who one is, and another password."""

from datetime import timedelta

import pytest

from db.sealing import Purpose, seal
from landkaart.domein.clock import system_now
from landkaart.web.sign_in.my_account import AGAIN
from tests.steps.accounts import make_account, open_session
from tests.steps.my_account import OTHER, code_of, come_in, kept, log, offered, renew, turn_on
from tests.steps.visitors import ADRES, browser, is_in, with_token


def test_the_page_says_who_one_is(jan):
    text = jan.get("/account").text

    assert f"Jan ({ADRES}), rol Lezer. Ziet de landelijke pagina" in text


def test_another_password_ends_all_other_sessions_and_not_this_one(jan):
    elsewhere = come_in(browser())

    answer = renew(jan)

    assert "Uw wachtwoord is gewijzigd." in answer.text
    assert (is_in(jan), is_in(elsewhere)) == (True, False)
    assert not is_in(come_in(browser()))
    assert is_in(come_in(browser(), OTHER))
    assert log()[2] == '{"wachtwoord": "gewijzigd"}'


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"oud": "mis"}, "Het huidige wachtwoord klopt niet."),
        ({"oud": ""}, "Het huidige wachtwoord klopt niet."),
        ({"nieuw": "elf letters"}, "Kies een wachtwoord van 12 tot 1024 tekens"),
        ({"nieuw": ADRES}, "te makkelijk te raden"),
        ({"nogmaals": "heel iets anders dan"}, "De twee wachtwoorden zijn niet gelijk."),
    ],
)
def test_a_mistake_changes_nothing_and_says_what_is_wrong(jan, given, said):
    before = kept().wachtwoord

    answer = renew(jan, **given)

    assert (answer.status_code, said in answer.text) == (400, True)
    assert kept().wachtwoord == before


def test_guessing_the_old_password_from_within_is_slow_too(jan):
    for _ in range(5):
        assert "Het huidige wachtwoord klopt niet." in renew(jan, oud="fout geraden").text

    assert "Er is te vaak geprobeerd" in renew(jan).text
    assert "Er is te vaak geprobeerd" in turn_on(jan).text


@pytest.fixture
def by_organisation(database, set_clock):
    """Somebody who came in by his organisation and has no password; 14 minutes and 59 seconds ago."""
    start = system_now()
    set_clock(start)
    token = open_session(make_account("lezer", adres=ADRES, onderwerp="https://elders.nl|j-1"))
    set_clock(start + timedelta(minutes=14, seconds=59))
    return with_token(token)


def test_who_has_no_password_and_just_came_in_can_choose_one_and_turn_a_second_factor_on(by_organisation):
    assert "Huidig wachtwoord" not in by_organisation.get("/account").text

    assert "De tweede factor staat aan." in turn_on(by_organisation, wachtwoord="").text
    assert "Uw wachtwoord is gewijzigd." in renew(by_organisation, oud="").text


def test_a_session_without_a_password_that_is_not_new_may_be_in_other_hands(by_organisation, set_clock):
    set_clock(system_now() + timedelta(seconds=1))

    for answer in (renew(by_organisation, oud=""), turn_on(by_organisation, wachtwoord="")):
        assert (answer.status_code, AGAIN in answer.text) == (400, True)
    assert (kept().wachtwoord, kept().totp_geheim) == (None, None)


def test_who_has_no_way_in_of_his_own_yet_can_take_his_time(database, set_clock):
    start = system_now()
    set_clock(start)
    visitor = with_token(open_session(make_account("beheer")))

    set_clock(start + timedelta(minutes=29))

    assert "Uw wachtwoord is gewijzigd." in renew(visitor, oud="").text


@pytest.mark.parametrize("seconds", [3600, 3601])
def test_a_page_to_turn_it_on_holds_for_an_hour(jan, set_clock, seconds):
    start = system_now().replace(microsecond=0)
    set_clock(start)
    secret, sealed = offered(jan)

    set_clock(start + timedelta(seconds=seconds))
    answer = turn_on(come_in(jan), code_of(secret), geheim=sealed)

    assert ("De tweede factor staat aan." in answer.text, "stond te lang open" in answer.text) == (
        seconds == 3600,
        seconds == 3601,
    )


def test_the_secret_of_somebody_elses_page_is_not_taken(jan):
    """Else who gets somebody to send a form would know his codes."""
    secret = "A" * 32
    others = seal(Purpose.NEW_TOTP, f"{kept().id + 1} {secret}", system_now())

    answer = turn_on(jan, code_of(secret), geheim=others)

    assert (answer.status_code, kept().totp_geheim) == (400, None)
