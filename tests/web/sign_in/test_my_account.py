"""One's own account: another password, a second factor."""

from datetime import timedelta

import pyotp
import pytest
from sqlmodel import select

from db import models
from db.actions.accounts import reset
from db.engine import read_session
from landkaart.domein.clock import system_now
from landkaart.web.sign_in import totp
from tests.steps.accounts import make_account
from tests.steps.perform import perform
from tests.steps.visitors import ADRES, PASSWORD, browser, is_in

OTHER = "heel iets anders nu"


@pytest.fixture
def jan(database):
    """Somebody who is in, with his browser."""
    make_account("lezer", naam="Jan", adres=ADRES, wachtwoord=PASSWORD)
    return come_in(browser())


def come_in(visitor, wachtwoord=PASSWORD, code=""):
    visitor.post("/inloggen", data={"adres": ADRES, "wachtwoord": wachtwoord, "code": code})
    return visitor


def renew(visitor, oud=PASSWORD, nieuw=OTHER, nogmaals=None):
    return visitor.post("/account/wachtwoord", data={"oud": oud, "nieuw": nieuw, "nogmaals": nogmaals or nieuw})


def switch(visitor, act, geheim="", code=""):
    return visitor.post("/account/tweede-factor", data={"act": act, "geheim": geheim, "code": code})


def code_of(secret):
    return pyotp.TOTP(secret).at(system_now())


def kept():
    with read_session() as session:
        return session.exec(select(models.Account)).one()


def log():
    with read_session() as session:
        return [line.nieuw for line in session.exec(select(models.Logregel).order_by(models.Logregel.id))]


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


def test_a_second_factor_starts_with_a_right_code_and_is_then_asked_for(jan):
    elsewhere, secret = come_in(browser()), totp.new_secret()

    answer = switch(jan, "aan", secret, code_of(secret))

    assert "De tweede factor staat aan." in answer.text
    assert kept().totp_geheim == secret
    assert (is_in(jan), is_in(elsewhere)) == (True, False)
    assert not is_in(come_in(browser()))
    assert secret not in "".join(log())


def test_a_second_factor_does_not_start_with_a_wrong_code_and_the_picture_stays(jan):
    secret = totp.new_secret()

    answer = switch(jan, "aan", secret, "000000" if code_of(secret) != "000000" else "111111")

    assert answer.status_code == 400
    assert secret in answer.text
    assert kept().totp_geheim is None


@pytest.mark.parametrize("geheim", ["", "A", "niet in base32 geschreven 1890!!", "<script>alert(1)</script>ABCDEFG"])
def test_a_secret_that_this_page_did_not_make_is_refused(jan, geheim):
    answer = switch(jan, "aan", geheim, "123456")

    assert answer.status_code == 400
    assert "<script" not in answer.text
    assert kept().totp_geheim is None


@pytest.fixture
def secret(jan, set_clock):
    """Jan's second factor, turned on a minute ago."""
    start, secret = system_now(), totp.new_secret()
    set_clock(start)
    switch(jan, "aan", secret, code_of(secret))
    set_clock(start + timedelta(minutes=1))
    return secret


def test_a_code_lets_in_once_and_the_next_one_again(secret, set_clock):
    used = code_of(secret)
    assert is_in(come_in(browser(), code=used))

    assert not is_in(come_in(browser(), code=used))

    set_clock(system_now() + timedelta(seconds=30))
    assert not is_in(come_in(browser(), code=used))
    assert is_in(come_in(browser(), code=code_of(secret)))


def test_a_code_from_before_one_that_was_used_lets_nobody_in(secret):
    earlier = pyotp.TOTP(secret).at(system_now() - timedelta(seconds=30))
    come_in(browser(), code=code_of(secret))

    assert not is_in(come_in(browser(), code=earlier))


def test_the_code_that_started_it_lets_nobody_in(jan):
    secret = totp.new_secret()
    code = code_of(secret)
    switch(jan, "aan", secret, code)

    assert not is_in(come_in(browser(), code=code))


def test_a_right_code_with_a_wrong_password_is_not_used_up(secret):
    assert not is_in(come_in(browser(), "mis", code_of(secret)))
    assert is_in(come_in(browser(), code=code_of(secret)))


def test_wrong_codes_are_counted_as_wrong_passwords_are(secret):
    for _ in range(5):
        come_in(browser(), code="abcdef")

    assert not is_in(come_in(browser(), code=code_of(secret)))


def test_it_stops_only_with_a_code_of_its_own(jan, secret):
    assert switch(jan, "uit", code="abcdef").status_code == 400
    other = totp.new_secret()
    assert switch(jan, "uit", other, code_of(other)).status_code == 400
    assert switch(jan, "aan", other, code_of(other)).status_code == 400
    assert kept().totp_geheim == secret

    assert "De tweede factor staat uit." in switch(jan, "uit", code=code_of(secret)).text
    assert kept().totp_geheim is None
    assert is_in(come_in(browser()))


def test_a_reset_takes_it_off_for_who_lost_his_phone(secret):
    perform(reset, account_id=1)

    assert is_in(come_in(browser()))


def test_the_secret_is_shown_only_while_it_is_being_set(jan, secret):
    assert secret not in jan.get("/account").text


def test_guessing_the_old_password_from_within_is_slow_too(jan):
    for _ in range(5):
        assert "Het huidige wachtwoord klopt niet." in renew(jan, oud="fout geraden").text

    assert "Er is te vaak geprobeerd" in renew(jan).text
    assert "Er is te vaak geprobeerd" in switch(jan, "aan", totp.new_secret(), "000000").text
