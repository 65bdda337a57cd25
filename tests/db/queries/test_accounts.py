"""The accounts, who comes in by what, and who tries too often."""

from datetime import UTC, datetime, timedelta

import pytest

from db import models
from db.engine import read_session
from db.queries.accounts import (
    BROWSER,
    BUSY,
    INSIDE,
    VOUCHED,
    account,
    accounts,
    asked_enough,
    by_adres,
    by_link,
    by_onderwerp,
    credentials,
    demo_accounts,
    is_crowded,
    is_slowed_down,
)
from landkaart.domein.credentials import token_hash
from landkaart.domein.koppeling import Koppeling
from tests.steps.accounts import make_account
from tests.steps.small_landkaart import keep, make_werkplein

NOW = datetime(2009, 12, 1, 12, tzinfo=UTC)
SECOND, QUARTER, HOUR = timedelta(seconds=1), timedelta(minutes=15), timedelta(hours=1)
pytestmark = pytest.mark.usefixtures("database")


def ask(question, **what):
    with read_session() as session:
        return question(session=session, **what)


def fail(times, adres="jan@gemeente.nl", herkomst="10.0.0.1", moment=NOW):
    keep(*[models.Poging(adres=adres, herkomst=herkomst, moment=moment) for _ in range(times)])


def test_accounts_stand_by_naam_then_by_when_they_came_with_their_werkpleinen_by_code():
    keep(make_werkplein("breda"), make_werkplein("assen"))
    jan = make_account("lezer", naam="Jan")
    other = make_account("werkplein", ["breda", "assen"], naam="Jan", uitgezet_op=NOW)
    an = make_account("ako", naam="An", wachtwoord="een lang wachtwoord")

    found = [each for each in ask(accounts) if not each.naam.startswith("manager")]

    assert [each.id for each in found] == [an, jan, other]
    assert [each.werkpleinen for each in found] == [(), (), ("assen", "breda")]
    assert [(each.heeft_wachtwoord, each.heeft_totp, each.uitgezet_op) for each in found] == [
        (True, False, None),
        (False, False, None),
        (False, False, NOW),
    ]
    assert ask(account, account_id=an) == found[0]
    assert ask(account, account_id=0) is None


def test_who_is_unknown_or_disabled_has_nothing_to_be_checked_with():
    known = make_account("lezer", adres="jan@gemeente.nl", totp="A" * 32)
    make_account("lezer", adres="weg@gemeente.nl", uitgezet_op=NOW)

    found = ask(credentials, adres="jan@gemeente.nl")

    assert (found.account_id, found.wachtwoord, found.heeft_totp) == (known, None, True)
    assert ask(credentials, adres="weg@gemeente.nl") is None
    assert ask(credentials, adres="niemand@gemeente.nl") is None


def test_somebody_is_found_by_issuer_and_subject_or_by_address_to_the_letter_also_when_he_is_off():
    known = make_account("lezer", adres="jan@gemeente.nl", onderwerp="https://a|1", gekoppeld_op=NOW)
    gone = make_account("lezer", adres="weg@gemeente.nl", onderwerp="https://a|2", uitgezet_op=NOW)

    found = ask(by_onderwerp, onderwerp="https://a|1")
    assert (found.id, found.koppeling) == (known, Koppeling("https://a", "1", NOW))
    assert ask(by_onderwerp, onderwerp="https://a|2").id == gone
    assert ask(by_onderwerp, onderwerp="https://b|1") is None
    assert ask(by_onderwerp, onderwerp="https://A|1") is None
    assert ask(by_adres, adres="weg@gemeente.nl").id == gone
    assert ask(by_adres, adres="an@gemeente.nl") is None


@pytest.mark.parametrize(
    ("changed", "works"),
    [({}, True), ({"verloopt_op": NOW + SECOND}, True), ({"verloopt_op": NOW}, False), ({"gebruikt_op": NOW - HOUR}, False)],
    ids=["fresh", "the last second", "too late", "used"],
)
def test_a_link_works_once_and_until_its_last_second(changed, works):
    jan = make_account("lezer")
    row = {"account_id": jan, "soort": "herstel", "token_hash": token_hash("abc"), "verloopt_op": NOW + HOUR}
    keep(models.Toegangslink(**row | changed))

    found = ask(by_link, token="abc", now=NOW)

    assert (found and (found.account.id, found.soort)) == ((jan, "herstel") if works else None)
    assert ask(by_link, token="abd", now=NOW) is None


def test_the_link_of_who_was_disabled_opens_nothing():
    gone = make_account("lezer", uitgezet_op=NOW)
    keep(models.Toegangslink(account_id=gone, soort="herstel", token_hash=token_hash("abc"), verloopt_op=NOW + HOUR))

    assert ask(by_link, token="abc", now=NOW) is None


@pytest.mark.parametrize(
    ("times", "moment", "slow"),
    [(4, NOW, False), (5, NOW, True), (5, NOW - QUARTER + SECOND, True), (5, NOW - QUARTER, False)],
)
def test_an_account_is_slowed_down_from_five_failures_in_a_quarter_of_an_hour(times, moment, slow):
    fail(times, herkomst="elsewhere", moment=moment)

    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst="10.0.0.1", now=NOW) is slow
    assert ask(is_slowed_down, adres="an@gemeente.nl", herkomst="10.0.0.1", now=NOW) is False


@pytest.mark.parametrize(("others", "own", "slow"), [(30, 0, False), (29, 1, True), (28, 1, False), (100, 0, False)])
def test_from_thirty_failures_of_one_machine_each_account_gets_one_guess_there(others, own, slow):
    fail(others, adres="iemand@gemeente.nl")
    fail(own)

    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst="10.0.0.1", now=NOW) is slow
    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst="10.0.0.2", now=NOW) is False


@pytest.mark.parametrize(
    ("failures", "ago", "slow"),
    [
        (4, timedelta(), False),
        (5, timedelta(seconds=29), True),
        (5, timedelta(seconds=30), False),
        (6, timedelta(seconds=59), True),
        (6, timedelta(seconds=60), False),
        (50, timedelta(minutes=4, seconds=59), True),
        (50, timedelta(minutes=5), False),
    ],
)
def test_a_browser_that_is_known_waits_a_little_longer_after_each_failure(failures, ago, slow):
    fail(failures, herkomst=f"{BROWSER}abc", moment=NOW - ago)

    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst=f"{BROWSER}abc", now=NOW) is slow


@pytest.mark.parametrize("place", [f"{BROWSER}abc", INSIDE, VOUCHED])
def test_what_strangers_tried_counts_in_no_place_that_is_known(place):
    fail(5, herkomst="elsewhere")

    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst=place, now=NOW) is False
    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst="10.0.0.1", now=NOW) is True


def test_what_failed_in_a_known_browser_counts_for_no_stranger():
    fail(5, herkomst=f"{BROWSER}abc")

    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst="10.0.0.1", now=NOW) is False
    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst=f"{BROWSER}abd", now=NOW) is False


@pytest.mark.parametrize(("others", "own", "crowded"), [(30, 0, False), (29, 1, True), (28, 1, False)])
def test_what_is_still_being_judged_makes_nobody_fail_but_who_tries_again_waits_for_it(others, own, crowded):
    fail(others, adres="iemand@gemeente.nl", herkomst=f"{BUSY}10.0.0.1")
    fail(own, herkomst=f"{BUSY}10.0.0.1")

    asked = {"adres": "jan@gemeente.nl", "now": NOW}
    assert ask(is_slowed_down, herkomst="10.0.0.1", **asked) is False
    assert ask(is_crowded, herkomst="10.0.0.1", **asked) is crowded
    assert ask(is_crowded, herkomst="10.0.0.2", **asked) is False


@pytest.mark.parametrize("place", [f"{BROWSER}abc", INSIDE, VOUCHED])
def test_what_is_still_being_judged_counts_where_it_came_from(place):
    fail(5, herkomst=BUSY + place)

    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst=place, now=NOW) is True
    assert ask(is_crowded, adres="jan@gemeente.nl", herkomst=place, now=NOW) is False
    by_browser = place.startswith(BROWSER)
    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst="10.0.0.1", now=NOW) is not by_browser


def test_from_inside_a_session_five_guesses_are_let_pass_in_a_quarter_of_an_hour():
    fail(5, herkomst=INSIDE, moment=NOW - QUARTER + SECOND)

    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst=INSIDE, now=NOW) is True


@pytest.mark.parametrize(
    ("times", "moment", "enough"), [(2, NOW, False), (3, NOW, True), (3, NOW - HOUR + SECOND, True), (3, NOW - HOUR, False)]
)
def test_an_address_gets_three_links_an_hour(times, moment, enough):
    fail(times, adres="HERSTEL jan@gemeente.nl", herkomst="HERSTEL elsewhere", moment=moment)

    assert ask(asked_enough, adres="jan@gemeente.nl", herkomst="10.0.0.1", now=NOW) is enough
    # What somebody asked for slows nobody's sign-in down.
    assert ask(is_slowed_down, adres="jan@gemeente.nl", herkomst="elsewhere", now=NOW) is False


@pytest.mark.parametrize(("times", "enough"), [(29, False), (30, True)])
def test_a_machine_asks_for_thirty_links_an_hour(times, enough):
    fail(times, adres="HERSTEL iemand@gemeente.nl", herkomst="HERSTEL 10.0.0.1")

    assert ask(asked_enough, adres="jan@gemeente.nl", herkomst="10.0.0.1", now=NOW) is enough


def test_the_demo_accounts_are_those_that_are_on():
    make_account("lezer")
    on = make_account("lezer", demo=True)
    make_account("lezer", demo=True, uitgezet_op=NOW)

    assert [each.id for each in ask(demo_accounts)] == [on]
