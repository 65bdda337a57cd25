"""One's own second factor: on with the password, off with a code, each code once, and noodcodes without a telephone."""

from datetime import timedelta

import pyotp
import pytest

from db import models
from db.actions.accounts import reset
from landkaart.domein.clock import system_now
from landkaart.web.sign_in import totp
from landkaart.web.sign_in.code import WRONG_CODE
from tests.steps.my_account import (
    code_of,
    come_in,
    kept,
    kept_secret,
    log,
    new_noodcodes,
    noodcodes_on,
    offered,
    renew,
    turn_off,
    turn_on,
)
from tests.steps.perform import perform
from tests.steps.small_landkaart import keep
from tests.steps.visitors import PASSWORD, browser, choose, is_in, rows


def later(set_clock, **what):
    set_clock(system_now() + timedelta(**what))


# On and off


def test_it_starts_with_the_password_and_a_right_code_and_is_then_asked_for(jan):
    elsewhere = come_in(browser())
    secret, sealed = offered(jan)

    answer = turn_on(jan, code_of(secret), geheim=sealed)

    assert "De tweede factor staat aan." in answer.text
    assert kept_secret() == secret
    assert (is_in(jan), is_in(elsewhere)) == (True, False)
    assert not is_in(come_in(browser()))
    assert log()[2] == '{"tweede_factor": true, "noodcodes": 10}'
    assert secret not in "".join(log())


@pytest.mark.parametrize("wachtwoord", ["", "mis", PASSWORD.upper()])
def test_it_does_not_start_without_the_password_and_the_picture_stays(jan, wachtwoord):
    secret, sealed = offered(jan)

    answer = turn_on(jan, code_of(secret), wachtwoord, sealed)

    assert (answer.status_code, "Het huidige wachtwoord klopt niet." in answer.text) == (400, True)
    assert secret in answer.text
    assert kept().totp_geheim is None


def test_it_does_not_start_with_a_wrong_code_and_the_picture_stays(jan):
    secret, sealed = offered(jan)

    answer = turn_on(jan, "000000" if code_of(secret) != "000000" else "111111", geheim=sealed)

    assert answer.status_code == 400
    assert secret in answer.text
    assert kept().totp_geheim is None


@pytest.mark.parametrize("geheim", ["", "A", "A" * 32, "niet verzegeld 1890!!", "<script>alert(1)</script>ABCDEFG"])
def test_a_secret_that_this_page_did_not_make_is_refused(jan, geheim):
    answer = turn_on(jan, code_of("A" * 32), geheim=geheim)

    assert answer.status_code == 400
    assert "<script" not in answer.text
    assert kept().totp_geheim is None


def test_while_it_is_on_no_other_takes_its_place(jan, secret):
    other = totp.new_secret()

    answer = turn_on_with(jan, other)

    assert (answer.status_code, "staat al aan" in answer.text, kept_secret()) == (400, True, secret)


def turn_on_with(visitor, secret):
    given = {"geheim": totp.sealed(secret, kept().id), "wachtwoord": PASSWORD, "code": code_of(secret)}
    return visitor.post("/account/tweede-factor", data={"act": "aan", **given})


def test_it_stops_only_with_a_code_of_its_own(jan, secret):
    assert turn_off(jan, "abcdef").status_code == 400
    assert turn_off(jan, code_of(totp.new_secret())).status_code == 400
    assert kept_secret() == secret

    assert "De tweede factor staat uit." in turn_off(jan, code_of(secret)).text
    assert kept().totp_geheim is None
    assert rows(models.Noodcode) == []
    assert is_in(come_in(browser()))


def test_the_secret_is_shown_only_while_it_is_being_set(jan, secret):
    assert secret not in jan.get("/account").text


# A code is used once, whatever for


def test_a_code_lets_in_once_and_the_next_one_again(secret, set_clock):
    used = code_of(secret)
    assert is_in(come_in(browser(), code=used))

    assert not is_in(come_in(browser(), code=used))

    later(set_clock, seconds=30)
    assert not is_in(come_in(browser(), code=used))
    assert is_in(come_in(browser(), code=code_of(secret)))


def test_a_code_from_before_one_that_was_used_lets_nobody_in(secret):
    earlier = pyotp.TOTP(secret).at(system_now() - timedelta(seconds=30))
    come_in(browser(), code=code_of(secret))

    assert not is_in(come_in(browser(), code=earlier))


def test_the_code_that_started_it_lets_nobody_in(jan):
    secret, sealed = offered(jan)
    code = code_of(secret)
    turn_on(jan, code, geheim=sealed)

    assert not is_in(come_in(browser(), code=code))


@pytest.mark.parametrize("act", [turn_off, new_noodcodes])
def test_a_code_that_signed_in_is_worth_nothing_on_the_account_page(secret, act, set_clock):
    used = code_of(secret)
    inside = come_in(browser(), code=used)

    answer = act(inside, used)

    assert (answer.status_code, WRONG_CODE in answer.text) == (400, True)
    assert kept_secret() == secret
    later(set_clock, seconds=30)
    assert act(inside, code_of(secret)).status_code == 200


def test_a_code_that_made_noodcodes_lets_nobody_in_and_turns_nothing_off(jan, secret):
    used = code_of(secret)
    new_noodcodes(jan, used)

    assert not is_in(come_in(browser(), code=used))
    assert turn_off(jan, used).status_code == 400


def test_the_half_minute_that_turned_it_off_does_not_turn_it_on_again(jan, secret, set_clock):
    """A step counts once for an account, also when its secret is another one by then."""
    turn_off(jan, code_of(secret))

    assert "is al gebruikt" in turn_on(jan).text

    later(set_clock, seconds=30)
    assert "De tweede factor staat aan." in turn_on(jan).text


def test_a_right_code_with_a_wrong_password_is_not_used_up(secret):
    assert not is_in(come_in(browser(), "mis", code_of(secret)))
    assert is_in(come_in(browser(), code=code_of(secret)))


# Guessing


def test_wrong_codes_are_counted_as_wrong_passwords_are(secret):
    for _ in range(5):
        come_in(browser(), code="abcdef")

    assert not is_in(come_in(browser(), code=code_of(secret)))


@pytest.mark.parametrize("act", [turn_off, new_noodcodes])
def test_wrong_codes_on_the_account_page_are_counted_too(jan, secret, act):
    assert [act(jan, "abcdef").status_code for _ in range(5)] == [400] * 5

    answer = act(jan, code_of(secret))

    assert "Er is te vaak geprobeerd" in answer.text
    assert kept_secret() == secret


def test_a_right_password_between_guesses_buys_no_more_guesses_of_a_code(jan, secret):
    for number in range(4):
        turn_off(jan, "abcdef")
        renew(jan, (PASSWORD, f"vier losse woorden {number - 1}")[number > 0], f"vier losse woorden {number}")
    turn_off(jan, "abcdef")

    assert "Er is te vaak geprobeerd" in turn_off(jan, code_of(secret)).text


def test_mistakes_of_others_on_their_own_pages_are_not_held_against_somebody(jan, secret):
    keep(*(models.Poging(adres=f"{n}@x.nl", herkomst=f"account {n}", moment=system_now()) for n in range(100, 140)))

    assert turn_off(jan, code_of(secret)).status_code == 200


# Noodcodes


def test_ten_noodcodes_are_shown_once_and_only_their_hashes_are_kept(jan, database):
    codes = noodcodes_on(turn_on(jan))

    assert len(set(codes)) == len(codes) == 10
    assert noodcodes_on(jan.get("/account")) == []
    assert "nog 10 van de 10" in jan.get("/account").text
    found = b"".join(path.read_bytes() for path in database.parent.iterdir())
    assert [code for code in codes if code.encode() in found or code.replace("-", "").encode() in found] == []


@pytest.fixture
def noodcodes(jan, secret, set_clock):
    """Jan's, made just now."""
    found = noodcodes_on(new_noodcodes(jan, code_of(secret)))
    later(set_clock, seconds=30)
    return found


@pytest.mark.parametrize("typed", [str, str.upper, lambda code: code.replace("-", " "), lambda code: f" {code} "])
def test_a_noodcode_lets_in_once_however_it_is_typed_and_the_number_left_is_shown(noodcodes, typed):
    inside = come_in(browser(), code=typed(noodcodes[0]))

    assert is_in(inside)
    assert log()[-1] == '{"aangemeld": "wachtwoord en noodcode"}'
    assert "nog 9 van de 10" in inside.get("/account").text
    assert not is_in(come_in(browser(), code=noodcodes[0]))
    assert is_in(come_in(browser(), code=noodcodes[1]))


def test_a_noodcode_is_worth_nothing_without_the_password_and_is_not_used_up_by_that(noodcodes):
    assert not is_in(come_in(browser(), "mis", noodcodes[0]))

    assert is_in(come_in(browser(), code=noodcodes[0]))


def test_new_noodcodes_end_those_from_before(jan, secret, noodcodes):
    again = noodcodes_on(new_noodcodes(jan, code_of(secret)))

    assert len(again) == 10
    assert not is_in(come_in(browser(), code=noodcodes[0]))
    assert is_in(come_in(browser(), code=again[0]))


def test_no_noodcodes_are_made_without_a_code(jan, secret, noodcodes):
    assert noodcodes_on(new_noodcodes(jan, "abcdef")) == []

    assert is_in(come_in(browser(), code=noodcodes[0]))


def test_who_lost_his_telephone_turns_it_off_with_a_noodcode(jan, noodcodes):
    assert "De tweede factor staat uit." in turn_off(jan, noodcodes[0]).text
    assert not is_in(come_in(browser(), "mis", noodcodes[1]))
    assert is_in(come_in(browser()))


def test_who_has_none_left_is_told_so(jan, secret, noodcodes):
    for code in noodcodes:
        come_in(browser(), code=code)

    assert "nog 0 van de 10. Maak nieuwe" in jan.get("/account").text


# Who lost his telephone and his noodcodes


def test_a_reset_leaves_the_second_factor_on_until_its_link_is_used(jan, secret):
    token = perform(reset, account_id=1)

    assert not is_in(jan)
    assert not is_in(come_in(browser()))
    assert kept_secret() == secret
    visitor = browser()
    assert "Uw tweede factor gaat hiermee uit." in visitor.get(f"/toegang/{token}").text
    answer = choose(visitor, token, PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    assert is_in(visitor)
    assert kept().totp_geheim is None
    assert rows(models.Noodcode) == []
    assert is_in(come_in(browser()))


def test_who_finds_his_telephone_goes_on_with_it_and_the_link_is_still_there(jan, secret):
    perform(reset, account_id=1)

    assert is_in(come_in(browser(), code=code_of(secret)))
