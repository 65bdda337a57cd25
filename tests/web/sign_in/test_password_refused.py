"""Who does not come in, and what it costs him to try; what counts as the right address and password."""

from datetime import timedelta

import pytest

from db import models
from db.engine import read_session, write_session
from db.queries.accounts import credentials
from landkaart.domein.clock import system_now
from landkaart.web.sign_in.password import WRONG, open_session
from landkaart.web.sign_in.tries import SLOW
from tests.steps.accounts import make_account
from tests.steps.visitors import ADRES, PASSWORD, browser, rows, sign_in


def answer_to(visitor, **given):
    answer = sign_in(visitor, **given)
    # Every request has a number of its own.
    headers = dict(answer.headers) | {"x-request-id": ""}
    return answer.status_code, answer.text.replace(given.get("adres", ADRES), "ADRES"), headers


def test_unknown_disabled_uninvited_wrong_password_and_wrong_code_get_the_same_answer(visitor, account):
    make_account("lezer", adres="code@gemeente.nl", wachtwoord=PASSWORD, totp="A" * 32)
    make_account("lezer", adres="uitgezet@gemeente.nl", wachtwoord=PASSWORD, uitgezet_op=system_now())
    make_account("lezer", adres="nieuw@gemeente.nl")

    status, text, headers = answer_to(visitor, wachtwoord="een ander wachtwoord")

    assert (status, WRONG in text) == (403, True)
    same = (status, text, headers | {"content-length": ""})
    for given in (
        {"adres": "niemand@gemeente.nl"},
        {"adres": "uitgezet@gemeente.nl"},
        {"adres": "nieuw@gemeente.nl"},
        {"adres": "code@gemeente.nl", "code": "000000"},
        {"adres": "code@gemeente.nl"},
    ):
        status, text, headers = answer_to(visitor, **given)
        assert (status, text, headers | {"content-length": ""}) == same


def test_after_five_failures_even_the_right_password_waits_a_quarter_of_an_hour(visitor, account, set_clock):
    start = system_now()
    set_clock(start)
    for _ in range(5):
        assert sign_in(visitor, wachtwoord="mis").status_code == 403

    answer = sign_in(visitor)
    assert (answer.status_code, SLOW in answer.text) == (429, True)
    assert "set-cookie" not in answer.headers
    set_clock(start + timedelta(minutes=14, seconds=59))
    assert sign_in(visitor).status_code == 429

    set_clock(start + timedelta(minutes=15))
    assert sign_in(visitor).status_code == 303


def test_an_unknown_user_is_slowed_down_as_well(visitor, account):
    for _ in range(5):
        sign_in(visitor, adres="niemand@gemeente.nl")

    assert sign_in(visitor, adres="niemand@gemeente.nl").status_code == 429
    assert sign_in(visitor).status_code == 303


def test_four_failures_are_forgiven_and_forgotten(visitor, account):
    for _ in range(2):
        for _ in range(4):
            sign_in(visitor, wachtwoord="mis")
        assert sign_in(browser()).status_code == 303


def test_other_letters_or_spaces_around_the_address_are_no_new_tries(visitor, account):
    for adres in (ADRES, ADRES.upper(), f" {ADRES}", f"{ADRES} ", "Jan@Gemeente.nl"):
        sign_in(visitor, adres=adres, wachtwoord="mis")

    assert sign_in(visitor).status_code == 429


def test_thirty_mistakes_of_different_people_behind_one_address_lock_out_nobody_else(visitor, account):
    """But each gets one guess there from then on: trying one password on everybody goes no further."""
    make_account("lezer", adres="an@gemeente.nl", wachtwoord=PASSWORD)
    for number in range(30):
        assert sign_in(visitor, adres=f"raad{number}@gemeente.nl", wachtwoord="mis").status_code == 403
    assert sign_in(visitor, adres="an@gemeente.nl", wachtwoord="mis").status_code == 403

    assert sign_in(visitor, adres="an@gemeente.nl").status_code == 429
    assert sign_in(visitor).status_code == 303


def test_failures_that_no_longer_count_are_thrown_away(visitor, set_clock):
    start = system_now()
    set_clock(start)
    sign_in(visitor)
    set_clock(start + timedelta(minutes=16))
    sign_in(visitor)

    assert len(rows(models.Poging)) == 1


def test_a_password_that_was_changed_while_it_was_checked_lets_nobody_in(visitor, account):
    with read_session() as session:
        known = credentials(session=session, adres=ADRES)
    with write_session() as session:
        session.get(models.Account, account).wachtwoord = "another hash"

    assert open_session(known, ADRES, "", "10.0.0.1") is None


# Addresses and passwords


@pytest.mark.parametrize("adres", ["Jan@Gemeente.nl", "JAN@GEMEENTE.NL", "  jan@gemeente.nl "])
def test_the_letters_of_an_address_may_be_large_or_small(visitor, account, adres):
    assert sign_in(visitor, adres=adres).status_code == 303


@pytest.mark.parametrize(
    "adres", ["jan@gemeente.nl\r\nBcc: x@evil.nl", "jan@gemeente.nl\x00", "a" * 5000, "' OR 1=1 --", "<b>@x.nl", ""]
)
def test_an_address_that_is_none_is_only_wrong(visitor, account, adres):
    answer = sign_in(visitor, adres=adres)

    assert answer.status_code == 403
    assert "<b>" not in answer.text


@pytest.mark.parametrize(
    "wachtwoord", [f" {PASSWORD}", f"{PASSWORD} ", PASSWORD.upper(), PASSWORD[:-1], PASSWORD + "\x00", ""]
)
def test_a_password_is_what_it_is_to_the_last_space(visitor, account, wachtwoord):
    assert sign_in(visitor, wachtwoord=wachtwoord).status_code == 403
