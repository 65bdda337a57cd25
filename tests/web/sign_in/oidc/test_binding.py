"""Whose account it is that somebody from the organisation gets: nobody takes over what another has."""

import json

import pytest

from db import models
from db.actions.accounts import invite, reset
from db.actions.koppelingen import unbind
from landkaart.domein.rollen import Rol
from landkaart.settings import oidc
from landkaart.web.sign_in.oidc import routes
from landkaart.web.sign_in.outbox import OUTBOX
from tests.steps.accounts import make_account, make_invited, who_has
from tests.steps.my_account import code_of
from tests.steps.oidc_provider import provider
from tests.steps.oidc_visits import come_in, connect, employ, fout, is_out
from tests.steps.perform import perform
from tests.steps.racing import all_at_once
from tests.steps.visitors import ADRES, HERE, PASSWORD, choose, rows, sign_in
from tests.steps.visitors import browser as new_browser

SECRET = "A" * 32
NOT_INVITED = (
    "Dit account is niet uitgenodigd om zich zo aan te melden. Meld u aan met uw wachtwoord, of vraag de beheerder om hulp."
)
JAN = {"adres": ADRES, "naam": "Jan", "organisatie": "", "rol": Rol.AKO, "werkpleinen": ()}


@pytest.fixture
def jan_there(connected):
    """Somebody of the organisation whose verified address is that of an account here."""
    employ(connected, "j-1", email=ADRES, email_verified=True)
    return connected


def refused_and_unchanged(browser, sub="j-1", said=NOT_INVITED):
    before = kept()
    answer = come_in(browser, sub)
    assert (answer.status_code, fout(answer)) == (403, said)
    assert is_out(browser)
    assert kept() == before


def kept():
    return [row.model_dump() for row in rows(models.Account)]


@pytest.mark.parametrize(
    "columns",
    [
        {"wachtwoord": PASSWORD, "totp": SECRET},
        {"wachtwoord": PASSWORD},
        {"totp": SECRET},
        {},
        {"wachtwoord": PASSWORD, "koppelbaar": True},
        {"totp": SECRET, "koppelbaar": True},
    ],
    ids=str,
)
def test_a_verified_address_opens_no_account_that_was_not_invited_for_it_or_has_a_way_in(jan_there, browser, columns):
    make_account("beheer", adres=ADRES, **columns)

    refused_and_unchanged(browser)


def test_a_token_without_email_verified_opens_no_account_with_a_second_factor_and_its_owner_comes_in(connected, browser):
    make_account("beheer", adres=ADRES, wachtwoord=PASSWORD, totp=SECRET)
    employ(connected, "thief", email=ADRES)

    refused_and_unchanged(
        browser, "thief", "de gemeente geeft geen bevestigd e-mailadres van u door. Vraag de beheerder om hulp."
    )
    assert sign_in(new_browser(), code=code_of(SECRET)).status_code == 303


def test_who_took_up_his_invitation_with_a_password_is_bound_to_nobody(jan_there, browser):
    choose(new_browser(), perform(invite, **JAN))

    refused_and_unchanged(browser)


def test_who_was_invited_without_the_organisation_is_bound_to_nobody(jan_there, browser):
    perform(invite, koppelbaar=False, **JAN)

    refused_and_unchanged(browser)


def test_an_account_that_is_bound_is_bound_to_nobody_else(jan_there, browser):
    make_invited("ako", adres=ADRES)
    come_in(new_browser(), "j-1")
    employ(jan_there, "thief", email=ADRES, email_verified=True)

    refused_and_unchanged(browser, "thief", "Dit account hoort bij een andere aanmelding. Vraag de beheerder om hulp.")


def test_the_same_subject_of_another_issuer_is_somebody_else(jan_there, browser, monkeypatch):
    make_invited("ako", adres=ADRES)
    come_in(new_browser(), "j-1")

    with provider() as other:
        connect(other, monkeypatch)
        employ(other, "j-1", email=ADRES, email_verified=True)
        refused_and_unchanged(browser, "j-1", "Dit account hoort bij een andere aanmelding. Vraag de beheerder om hulp.")


def test_another_address_at_the_provider_leads_to_ones_own_account_and_not_to_that_address(jan_there, browser):
    own = make_invited("ako", adres=ADRES)
    make_invited("beheer", adres="baas@gemeente.nl")
    come_in(new_browser(), "j-1")

    employ(jan_there, "j-1", email="baas@gemeente.nl", email_verified=True)
    come_in(browser, "j-1")

    assert who_has(browser.cookies["sessie"]).account_id == own


@pytest.mark.parametrize("sub", ["x" * 256, "\x1b[31mj", "é", "a\nb"])
def test_a_subject_that_is_none_opens_nothing(connected, browser, sub, monkeypatch):
    make_invited("ako", adres=ADRES)
    claims = {"sub": sub, "email": ADRES, "email_verified": True}

    async def vouch(*_):
        return claims

    monkeypatch.setattr("landkaart.web.sign_in.oidc.routes.who_came_in", vouch)
    employ(connected, "j-2")

    refused_and_unchanged(browser, "j-2", "Uw organisatie geeft niet door wie u bent. Vraag de beheerder om hulp.")


def test_once_bound_the_link_of_the_invitation_lets_nobody_choose_a_password(jan_there, browser):
    token = perform(invite, **JAN)

    come_in(browser, "j-1")

    assert choose(new_browser(), token).status_code == 410


def test_the_binding_is_in_the_log_and_on_the_account_page(jan_there, browser):
    make_invited("ako", naam="Jan", adres=ADRES)
    come_in(browser, "j-1")

    text = browser.get("/account").text
    [bound] = [line for line in rows(models.Logregel) if line.handeling == "account"]

    assert f"Gekoppeld aan de aanmelding van {jan_there}, als j-1, sinds " in text
    assert (bound.door, json.loads(bound.nieuw)["koppeling"]) == ("Jan", jan_there)


def test_beheer_undoes_a_binding_and_only_a_new_invitation_lets_it_be_made_again(jan_there, browser):
    make_account("beheer", wachtwoord=PASSWORD)
    jan = make_invited("beheer", adres=ADRES)
    come_in(browser, "j-1")
    token = browser.cookies["sessie"]

    perform(unbind, account_id=jan)

    assert who_has(token) is None
    refused_and_unchanged(new_browser())
    perform(reset, account_id=jan)
    again = new_browser()
    come_in(again, "j-1")
    assert who_has(again.cookies["sessie"]).account_id == jan


def test_who_has_a_password_as_well_keeps_it_when_the_binding_is_undone(jan_there, browser):
    jan = make_account("lezer", adres=ADRES, wachtwoord=PASSWORD, onderwerp=f"{jan_there}|j-1")
    come_in(browser, "j-1")

    perform(unbind, account_id=jan)

    assert sign_in(new_browser()).status_code == 303
    perform(reset, account_id=jan)
    refused_and_unchanged(new_browser())


def test_its_owner_hears_by_mail_that_an_account_was_bound(connected, browser, box, monkeypatch):
    monkeypatch.setenv("LANDKAART_ADRES", HERE)
    make_invited("ako", naam="Jan", adres=ADRES)
    employ(connected, "j-1", email=ADRES, email_verified=True)

    come_in(browser, "j-1")
    come_in(new_browser(), "j-1")

    OUTBOX.submit(lambda: None).result(timeout=30)
    ((adres, mail),) = box.mails
    assert (adres, mail["Subject"]) == (ADRES, "Uw account is gekoppeld")
    assert "Was u dit niet? Laat het dan meteen weten" in mail.get_content()


def test_of_two_who_come_back_at_once_with_the_same_address_one_is_bound(connected, browser):
    make_invited("ako", adres=ADRES)
    claims = [{"sub": sub, "email": ADRES, "email_verified": True} for sub in ("one", "two")]

    waiting = iter(claims)
    answers = all_at_once(2, lambda: routes.enter(oidc(), next(waiting), "/").status_code)

    assert sorted(answers) == [303, 403]
