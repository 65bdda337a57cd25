"""Links that let somebody in once: an invitation, a reset, the first start; and which passwords may be chosen."""

from datetime import timedelta

import pytest

from db.actions.accounts import disable, first_beheerder, invite, reset
from landkaart.domein.clock import system_now
from landkaart.domein.rollen import Rol
from tests.steps.perform import perform
from tests.steps.visitors import ADRES, browser, choose, is_in, sign_in


@pytest.fixture
def invitation(visitor):
    what = {"adres": " Jan@Gemeente.nl", "naam": "Jan", "organisatie": "UWV", "rol": Rol.LEZER, "werkpleinen": ()}
    return perform(invite, **what)


def test_an_invitation_lets_choose_a_password_and_is_in(visitor, invitation):
    assert "Dag Jan." in visitor.get(f"/toegang/{invitation}").text

    answer = choose(visitor, invitation)

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert is_in(visitor)
    assert sign_in(browser()).status_code == 303


def test_looking_at_a_link_does_not_use_it_up(visitor, invitation):
    for _ in range(3):
        assert visitor.get(f"/toegang/{invitation}").status_code == 200

    assert choose(visitor, invitation).status_code == 303


def test_a_link_works_once(visitor, invitation):
    choose(visitor, invitation)

    for answer in (browser().get(f"/toegang/{invitation}"), choose(browser(), invitation, "nog een ander wachtwoord")):
        assert answer.status_code == 410
        assert "al gebruikt of verlopen" in answer.text


@pytest.mark.parametrize(("days", "status"), [(7, 410), (6.999, 200)])
def test_an_invitation_holds_seven_days(visitor, set_clock, days, status):
    start = system_now()
    set_clock(start)
    what = {"adres": ADRES, "naam": "Jan", "organisatie": "UWV", "rol": Rol.LEZER, "werkpleinen": ()}
    token = perform(invite, **what)

    set_clock(start + timedelta(days=days))

    assert visitor.get(f"/toegang/{token}").status_code == status


@pytest.mark.parametrize(("minutes", "status"), [(59.99, 200), (60, 410)])
def test_a_reset_holds_an_hour(visitor, account, set_clock, minutes, status):
    start = system_now()
    set_clock(start)
    token = perform(reset, account_id=account)

    set_clock(start + timedelta(minutes=minutes))

    assert visitor.get(f"/toegang/{token}").status_code == status


def test_a_password_from_a_reset_ends_what_runs_and_the_old_password(visitor, account):
    sign_in(visitor)
    other = browser()

    choose(other, perform(reset, account_id=account), "nog een ander wachtwoord")

    assert (is_in(visitor), is_in(other)) == (False, True)
    assert sign_in(browser()).status_code == 403
    assert sign_in(browser(), wachtwoord="nog een ander wachtwoord").status_code == 303


def test_a_new_link_ends_the_one_before(visitor, account):
    first, second = (perform(reset, account_id=account) for _ in range(2))

    assert visitor.get(f"/toegang/{first}").status_code == 410
    assert visitor.get(f"/toegang/{second}").status_code == 200


def test_the_link_of_who_was_disabled_does_not_work(visitor, account):
    token = perform(reset, account_id=account)
    perform(disable, account_id=account)

    assert choose(visitor, token).status_code == 410


def test_of_a_link_only_the_hash_is_kept(visitor, invitation, database):
    kept = b"".join(path.read_bytes() for path in database.parent.iterdir())

    assert b"jan@gemeente.nl" in kept
    assert invitation.encode() not in kept


def test_the_first_start_lets_in_once_without_a_password_and_asks_for_one_next(visitor):
    token = perform(first_beheerder)

    answer = visitor.post(f"/toegang/{token}")

    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    assert is_in(visitor)
    assert browser().post(f"/toegang/{token}").status_code == 410
