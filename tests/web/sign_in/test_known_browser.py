"""Who signed in before in this browser is not kept out by what strangers try on his account."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from db import models
from db.engine import write_session
from db.queries.accounts import Credentials
from landkaart.domein.clock import system_now
from landkaart.web.sign_in import known_browser
from tests.steps.accounts import make_account
from tests.steps.visitors import ADRES, PASSWORD, browser, rows, sign_in

AN = "an@gemeente.nl"


@pytest.fixture
def at_home(visitor, account):
    """A browser in which Jan signed in before, and out again."""
    assert sign_in(visitor).status_code == 303
    visitor.post("/uitloggen")
    return visitor


def guess(visitor, times=5, adres=ADRES):
    return [sign_in(visitor, adres=adres, wachtwoord="mis").status_code for _ in range(times)]


def counted(text, known, now):
    return known_browser.counted_at(known_browser.Place("10.0.0.1", text), known, now)


def test_after_the_guesses_of_a_stranger_he_comes_in_and_the_stranger_with_the_right_password_does_not(at_home):
    assert guess(browser()) == [403] * 5

    assert sign_in(browser()).status_code == 429
    assert sign_in(at_home).status_code == 303


def test_that_he_comes_in_gives_the_stranger_no_new_guesses(at_home):
    guess(browser())
    sign_in(at_home)

    assert sign_in(browser()).status_code == 429


def test_his_own_mistakes_make_him_wait_half_a_minute_and_then_the_right_password_lets_in(at_home, set_clock):
    now = system_now()
    set_clock(now)
    assert guess(at_home) == [403] * 5

    assert sign_in(at_home).status_code == 429
    set_clock(now + timedelta(seconds=30))
    assert sign_in(at_home).status_code == 303


def test_his_own_mistakes_there_are_forgotten_when_he_comes_in(at_home):
    guess(at_home, 4)
    sign_in(at_home)

    assert rows(models.Poging) == []


def test_another_account_is_a_stranger_in_his_browser(at_home):
    make_account("lezer", adres=AN, wachtwoord=PASSWORD)
    guess(browser(), adres=AN)

    assert sign_in(at_home, adres=AN).status_code == 429


def test_a_browser_of_several_people_knows_each_of_them(at_home):
    make_account("lezer", adres=AN, wachtwoord=PASSWORD)
    sign_in(at_home, adres=AN)
    guess(browser(), adres=AN)
    guess(browser())

    assert [sign_in(at_home, adres=adres).status_code for adres in (AN, ADRES)] == [303, 303]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: text[:-1],
        lambda text: text[:-1] + ("a" if text[-1] != "a" else "b"),
        lambda text: ("b" if text[0] != "b" else "c") + text[1:],
        lambda text: text.replace(":", ":0", 1),
        lambda text: f"{text}.{text.split('.')[1]}" * 40,
        lambda text: "x" * 22 + ".20000:" + "A" * 22,
    ],
    ids=["none", "cut", "another signature", "another browser", "another day", "very long", "made up"],
)
def test_a_cookie_that_we_did_not_write_makes_nobody_known(at_home, spoil):
    text = at_home.cookies["browser"]
    guess(browser())
    other = browser()
    other.cookies.set("browser", spoil(text))

    assert sign_in(other).status_code == 429


def test_a_new_password_makes_every_browser_a_stranger(at_home):
    with write_session() as session:
        session.exec(update(models.Account).values(wachtwoord="$argon2id$another"))
    now, known = system_now(), Credentials(1, "$argon2id$another", heeft_totp=False)

    assert counted(at_home.cookies["browser"], known, now) == "10.0.0.1"


@pytest.mark.parametrize(("days", "is_known"), [(179, True), (180, False)])
def test_half_a_year_after_he_signed_in_there_he_is_a_stranger(visitor, account, set_clock, days, is_known):
    # A cookie says on which day: the clock stands still, for a test may come in the last second of one.
    there = datetime(2009, 12, 1, 12, tzinfo=UTC)
    set_clock(there)
    assert sign_in(visitor).status_code == 303
    text, now = visitor.cookies["browser"], there + timedelta(days=days)
    [row] = rows(models.Account)
    known = Credentials(row.id, row.wachtwoord, heeft_totp=False)

    assert (counted(text, known, now) != "10.0.0.1") is is_known


def test_nobody_learns_from_the_cookie_whose_browser_it_is(at_home):
    text = at_home.cookies["browser"]

    assert known_browser.WRITTEN.fullmatch(text)
    assert ADRES not in text
