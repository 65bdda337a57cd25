"""Guesses that arrive at the same moment: on every page that asks for a password or a code five are judged, then none.

On SQLite and on PostgreSQL: a try is counted where one comes after another, before anything is judged.
"""

from collections.abc import Iterator
from functools import partial
from threading import Lock

import pytest

from db import models
from landkaart.domein.clock import system_now
from landkaart.web.sign_in import my_account, my_second_factor, password, totp
from landkaart.web.sign_in.tries import SLOW
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.my_account import code_of
from tests.steps.postgres import Postgres, running_postgres, use_server
from tests.steps.racing import all_at_once
from tests.steps.visitors import ADRES, PASSWORD, rows

AT_ONCE, PROMISED = 22, 5
SECRET = "A" * 32


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    with running_postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty landkaart, on each kind of database in turn."""
    if request.param == "sqlite":
        request.getfixturevalue("database")
        yield request.param
    else:
        yield from use_server(request.getfixturevalue("postgres"), monkeypatch)


@pytest.fixture
def judged(monkeypatch):
    """Every password and every code that was looked at."""
    found, lock = [], Lock()

    def watch(module, name):
        real = getattr(module, name)

        def look(*given):
            with lock:
                found.append(name)
            return real(*given)

        monkeypatch.setattr(module, name, look)

    watch(password, "is_right")
    watch(my_account, "is_right")
    watch(totp, "step_of")
    return found


def sign_in(wachtwoord, code, adres=ADRES):
    return password.check(adres=adres, wachtwoord=wachtwoord, code=code, next="/", herkomst="10.0.0.1")


# How each page is asked, by what is wrong with it; the last five get who is in.
PAGES = {
    "the sign-in, a password": lambda who: sign_in("mis", ""),
    "the sign-in, a code": lambda who: sign_in(PASSWORD, "abcdef"),
    "another password": lambda who: my_account.change(who, "mis", "een heel nieuw woord", "een heel nieuw woord"),
    "turning it on, the password": lambda who: my_second_factor.begin(who, shown(who), "mis", code_of("B" * 32)),
    "turning it on, the code": lambda who: my_second_factor.begin(who, shown(who), PASSWORD, "abcdef"),
    "turning it off": lambda who: my_second_factor.end(who, "abcdef"),
    "new noodcodes": lambda who: my_second_factor.renew(who, "abcdef"),
}


def shown(who):
    return totp.sealed("B" * 32, who.account_id)


@pytest.mark.parametrize("page", PAGES)
def test_of_22_guesses_at_once_five_are_judged_and_the_others_refused(either, judged, page):
    account = make_account("lezer", adres=ADRES, wachtwoord=PASSWORD, totp=SECRET)
    who = who_has(open_session(account))

    answers = all_at_once(AT_ONCE, partial(PAGES[page], who))

    slow = [SLOW in answer.body.decode() for answer in answers]
    assert (slow.count(False), slow.count(True)) == (PROMISED, AT_ONCE - PROMISED)
    assert len(judged) in (PROMISED, 2 * PROMISED)  # A code is looked at after the password.
    assert len(rows(models.Poging)) == PROMISED
    assert SLOW in sign_in(PASSWORD, code_of(SECRET)).body.decode()


def test_guesses_on_all_pages_together_are_five(either, judged):
    who = who_has(open_session(make_account("lezer", adres=ADRES, wachtwoord=PASSWORD, totp=SECRET)))
    asked = iter([*PAGES.values()] * 4)

    answers = all_at_once(AT_ONCE, lambda: next(asked)(who))

    assert [SLOW in answer.body.decode() for answer in answers].count(False) == PROMISED


def test_the_same_right_code_at_once_is_used_once(either):
    who = who_has(open_session(make_account("lezer", adres=ADRES, wachtwoord=PASSWORD, totp=SECRET)))
    right = code_of(SECRET)

    answers = all_at_once(PROMISED, lambda: my_second_factor.renew(who, right))

    assert sorted(answer.status_code for answer in answers) == [200] + [400] * 4


def test_what_was_right_is_not_held_against_somebody(either):
    account = make_account("lezer", adres=ADRES, wachtwoord=PASSWORD)
    who = who_has(open_session(account))

    for number in range(PROMISED + 1):
        before = PASSWORD if number == 0 else f"woord nummer {number}!"
        after = f"woord nummer {number + 1}!"
        assert my_account.change(who, before, after, after).status_code == 200

    assert rows(models.Poging) == []


def test_what_is_refused_is_not_counted_again(database, set_clock):
    start = system_now()
    set_clock(start)
    make_account("lezer", adres=ADRES, wachtwoord=PASSWORD)

    assert [sign_in("mis", "").status_code for _ in range(7)] == [403] * 5 + [429] * 2
    # What was refused was not judged, and does not count.
    assert len(rows(models.Poging)) == PROMISED


def test_sixty_who_are_right_at_once_behind_one_address_all_come_in(database):
    """More than a machine may fail: what is being judged is no failure."""
    adressen = [f"{number}@gemeente.nl" for number in range(60)]
    for adres in adressen:
        make_account("lezer", adres=adres, wachtwoord=PASSWORD)
    asked = iter(adressen)

    answers = all_at_once(60, lambda: sign_in(PASSWORD, "", next(asked)).status_code)

    assert answers == [303] * 60
    assert rows(models.Poging) == []


def test_of_sixty_guesses_at_once_from_one_machine_thirty_are_judged_whoever_they_are_about(database, judged):
    asked = iter(range(60))

    answers = all_at_once(60, lambda: sign_in("mis", "", f"{next(asked)}@gemeente.nl").status_code)

    assert sorted(answers) == [403] * 30 + [429] * 30
    assert len(judged) == 30
