"""Beheer with the organisation's own sign-in: who may use it is asked at the invitation, seen at the account, and undone."""

import pytest

from landkaart.web.sign_in.outbox import OUTBOX
from pages.shared.markdown import escaped
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.beheer import click, fill, found, invite, open_row
from tests.steps.drive import texts, visit
from tests.steps.oidc_visits import set_oidc

LABEL = "Mag zich ook aanmelden met de gemeente"
UNDO = "Koppeling ongedaan maken"


@pytest.fixture
def oidc(landkaart_2009, monkeypatch):
    set_oidc(monkeypatch, "de gemeente")


@pytest.mark.parametrize("may", [True, False])
def test_an_invitation_asks_whether_somebody_may_come_in_by_his_organisation(oidc, may):
    page = visit("beheer", rol="beheer")
    [asked] = [each for each in page.checkbox if each.label == LABEL]
    assert asked.value is True

    fill(page, "uitnodigen", koppelbaar=may)
    invite(page)

    assert found("iemand@gemeente.nl").koppelbaar is may


def test_without_such_a_sign_in_nothing_is_asked_and_nobody_may(landkaart_2009):
    page = visit("beheer", rol="beheer")
    assert [each.label for each in page.checkbox] == []

    invite(page)

    assert found("iemand@gemeente.nl").koppelbaar is False


@pytest.fixture
def bound(landkaart_2009):
    """Somebody who is in by his organisation."""
    jan = make_account("lezer", naam="Jan", adres="jan@uwv.nl", onderwerp="https://aanmelden.nl|j_1")
    return jan, open_session(jan)


def test_a_binding_is_seen_and_undone_and_its_owner_hears_of_it(bound, box):
    jan, token = bound
    page = open_row(visit("beheer", rol="beheer"), f"account-{jan}")
    assert "Actief" in texts(page)
    assert f"Gekoppeld aan {escaped('https://aanmelden.nl')}, als {escaped('j_1')}" in texts(page)

    click(page, UNDO)

    assert found("jan@uwv.nl").koppeling is None
    assert who_has(token) is None
    assert UNDO not in [button.label for button in page.button]
    assert "Opgeslagen om" in page.success[0].value
    OUTBOX.submit(lambda: None).result(timeout=30)
    assert [(adres, mail["Subject"]) for adres, mail in box.mails] == [("jan@uwv.nl", "Uw account is niet meer gekoppeld")]


def test_the_last_beheerder_is_not_unbound_and_nobody_is_told_so(database, box):
    last = make_account("beheer", adres="baas@uwv.nl", onderwerp="https://aanmelden.nl|b-1")
    sessie = who_has(open_session(last)).sessie_id
    page = open_row(visit("beheer", sessie=sessie), f"account-{last}")

    click(page, UNDO)

    assert page.error[0].value.startswith("Dit is de laatste beheerder.")
    OUTBOX.submit(lambda: None).result(timeout=30)
    assert box.mails == []


def test_who_is_not_bound_has_nothing_to_undo(landkaart_2009):
    jan = make_account("lezer", wachtwoord="een lang wachtwoord")

    page = open_row(visit("beheer", rol="beheer"), f"account-{jan}")

    assert UNDO not in [button.label for button in page.button]
