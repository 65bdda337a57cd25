"""Links that let somebody in once: an invitation, a reset, the first start; and which passwords may be chosen."""

from datetime import timedelta

import pytest

from db import models
from db.actions.accounts import disable, first_beheerder, invite, reset
from db.engine import read_session, write_session
from db.queries.sessies import by_id
from db.sealing import Purpose, seal
from landkaart.domein.clock import system_now
from landkaart.domein.rollen import Rol
from landkaart.web.sign_in import links
from landkaart.web.sign_in.outbox import OUTBOX
from tests.steps.accounts import make_account, sign_in_as
from tests.steps.perform import perform
from tests.steps.racing import all_at_once
from tests.steps.small_landkaart import everything
from tests.steps.visitors import ADRES, PASSWORD, browser, choose, is_in, rows, sign_in


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


# A reset by beheer


def test_a_reset_ends_sessions_at_once_also_for_who_does_nothing_with_the_link(visitor, account):
    sign_in(visitor)

    perform(reset, account_id=account)

    assert not is_in(visitor)
    assert sign_in(browser()).status_code == 303


def test_a_beheerder_who_resets_himself_stays_in(database):
    by = sign_in_as("beheer")

    perform(reset, by, account_id=by.account_id)

    with read_session() as session:
        assert by_id(session=session, sessie_id=by.sessie_id, now=system_now()).account_id == by.account_id


def test_a_reset_link_that_is_used_twice_is_refused_with_a_sentence_and_changes_nothing(visitor, account):
    token = perform(reset, account_id=account)
    choose(visitor, token, "nog een ander wachtwoord")
    before = everything()

    answer = choose(browser(), token, "en weer een heel ander")

    assert answer.status_code == 410
    assert "Deze link is al gebruikt of verlopen. Vraag de beheerder van de landkaart om een nieuwe." in answer.text
    assert everything() == before


def test_of_eight_who_use_a_link_at_once_one_chooses_the_password_and_the_others_read_why_not(visitor, account):
    token = perform(reset, account_id=account)

    answers = all_at_once(8, lambda: links.use(token, "nog een ander wachtwoord", "nog een ander wachtwoord"))

    assert sorted(answer.status_code for answer in answers) == [303] + [410] * 7
    assert all("al gebruikt of verlopen" in answer.body.decode() for answer in answers if answer.status_code == 410)
    assert len(rows(models.Sessie)) == 1


def test_the_second_factor_goes_off_when_the_link_is_used_and_its_owner_hears_of_it(visitor, box):
    owner = make_account("lezer", naam="Jan", adres=ADRES, wachtwoord=PASSWORD, totp="A" * 32)
    token = perform(reset, account_id=owner)
    tell_all()
    assert box.mails == []

    inside = browser("https://landkaart.voorbeeld.nl")
    assert choose(inside, token).headers["location"] == "/account"

    tell_all()
    ((adres, mail),) = box.mails
    assert (adres, mail["Subject"]) == (ADRES, "Uw tweede factor staat uit")
    assert "Was u dit niet? Laat het dan meteen weten" in mail.get_content()
    assert token not in mail.get_content()
    assert rows(models.Logregel)[-2].nieuw == '{"link_gebruikt": "herstel", "tweede_factor": false}'


def test_without_a_second_factor_there_is_nothing_to_hear_of(visitor, account, box):
    choose(browser("https://landkaart.voorbeeld.nl"), perform(reset, account_id=account))

    tell_all()
    assert box.mails == []


def tell_all():
    """Waits until every mail that was to leave has left."""
    OUTBOX.submit(lambda: None).result(timeout=30)


def test_a_second_factor_that_came_after_the_link_was_made_is_not_taken_off_by_it(visitor, account):
    """Nobody looked at who asked for that."""
    token = perform(reset, account_id=account)
    with write_session() as session:
        session.get(models.Account, account).totp_geheim = seal(Purpose.TOTP, "A" * 32)

    answer = choose(visitor, token, "nog een ander wachtwoord")

    assert (answer.status_code, is_in(visitor)) == (200, False)
    assert rows(models.Account)[0].totp_geheim is not None
