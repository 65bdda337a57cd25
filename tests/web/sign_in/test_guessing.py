"""Guesses that arrive at the same moment: on every page that asks for a password or a code five are judged, then none.

On SQLite and on PostgreSQL: a try is counted where one comes after another, before anything is judged.
"""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from threading import Lock

import pytest
from starlette.responses import Response

from db import models
from db.engine import read_session, write_session
from db.queries.accounts import credentials
from landkaart.domein.clock import system_now
from landkaart.web.sign_in import known_browser, my_account, my_second_factor, password, totp
from landkaart.web.sign_in.tries import SLOW
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.my_account import code_of
from tests.steps.postgres import use_server
from tests.steps.racing import all_at_once
from tests.steps.visitors import ADRES, PASSWORD, rows

AT_ONCE, PROMISED = 22, 5
SECRET = "A" * 32


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


def sign_in(wachtwoord, code, adres=ADRES, kept=""):
    place = known_browser.Place("10.0.0.1", kept)
    return password.check(adres=adres, wachtwoord=wachtwoord, code=code, next="/", place=place)


def kept_by_the_browser_of(adres):
    """The cookie of a browser in which he signed in before."""
    with read_session() as session:
        known = credentials(session=session, adres=adres)
    answer = known_browser.remember(Response(), "", known, system_now())
    return answer.headers["set-cookie"].split(";")[0].removeprefix("browser=")


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


BOTH = ("the sign-in, a code", "turning it on, the code")


def shown(who):
    return totp.sealed("B" * 32, who.account_id)


@pytest.mark.parametrize("page", PAGES)
def test_of_22_guesses_at_once_five_are_judged_and_the_others_refused(either, judged, page):
    account = make_account("lezer", adres=ADRES, wachtwoord=PASSWORD, totp=SECRET)
    who = who_has(open_session(account))

    answers = all_at_once(AT_ONCE, partial(PAGES[page], who))

    slow = [SLOW in answer.body.decode() for answer in answers]
    assert (slow.count(False), slow.count(True)) == (PROMISED, AT_ONCE - PROMISED)
    # A code is looked at after the password, where both are asked.
    assert len(judged) == (2 if page in BOTH else 1) * PROMISED
    assert len(rows(models.Poging)) == PROMISED
    assert SLOW in sign_in(PASSWORD, code_of(SECRET)).body.decode()


def test_guesses_on_all_pages_of_who_is_in_are_five_together(either, judged):
    who = who_has(open_session(make_account("lezer", adres=ADRES, wachtwoord=PASSWORD, totp=SECRET)))
    asked = iter([*PAGES.values()][2:] * 5)

    answers = all_at_once(AT_ONCE, lambda: next(asked)(who))

    assert [SLOW in answer.body.decode() for answer in answers].count(False) == PROMISED


def test_what_strangers_guess_at_once_keeps_nobody_out_who_is_in_or_whose_browser_is_known(either):
    who = who_has(open_session(make_account("lezer", adres=ADRES, wachtwoord=PASSWORD, totp=SECRET)))
    kept = kept_by_the_browser_of(ADRES)

    all_at_once(AT_ONCE, lambda: sign_in("mis", ""))

    assert my_second_factor.renew(who, code_of(SECRET)).status_code == 200
    with write_session() as session:
        session.get(models.Account, who.account_id).totp_stap = None  # The same half minute, for another page.
    assert sign_in(PASSWORD, code_of(SECRET), kept=kept).status_code == 303
    assert sign_in(PASSWORD, code_of(SECRET)).status_code == 429


def test_of_22_guesses_at_once_in_a_browser_that_is_known_five_are_judged_and_then_one_at_a_time(either, judged, set_clock):
    start = system_now()
    set_clock(start)
    make_account("lezer", adres=ADRES, wachtwoord=PASSWORD)
    kept = kept_by_the_browser_of(ADRES)

    for later, judged_now in ((0, PROMISED), (30, 1), (89, 0), (90, 1)):
        set_clock(start + timedelta(seconds=later))
        answers = all_at_once(AT_ONCE, lambda: sign_in("mis", "", kept=kept).status_code)
        assert sorted(answers) == [403] * judged_now + [429] * (AT_ONCE - judged_now)

    assert len(judged) == PROMISED + 2
    assert sign_in(PASSWORD, "").status_code == 303  # Elsewhere nobody failed.


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
    """Five at each of twelve accounts, of which the first came before."""
    adressen = [f"{number}@gemeente.nl" for number in range(12)]
    assert [sign_in("mis", "", adres).status_code for adres in adressen] == [403] * 12
    asked = iter(adressen * 4)

    answers = all_at_once(48, lambda: sign_in("mis", "", next(asked)).status_code)

    assert sorted(answers) == [403] * 18 + [429] * 30
    assert len(judged) == 30


def test_of_many_guesses_at_once_from_a_machine_that_failed_thirty_times_each_account_gets_one(database, judged):
    for number in range(30):
        sign_in("mis", "", f"eerder-{number}@gemeente.nl")
    asked = iter([f"{number}@gemeente.nl" for number in range(12)] * 4)

    answers = all_at_once(48, lambda: sign_in("mis", "", next(asked)).status_code)

    assert sorted(answers) == [403] * 12 + [429] * 36
    assert len(judged) == 30 + 12
