"""The page to sign in on, and where it leads: never to another site."""

import re

import pytest

from landkaart.domein.rollen import Rol
from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD, safe_next
from tests.steps.accounts import make_account, who_has
from tests.steps.visitors import ADRES, HERE, PASSWORD, browser, sign_in

FIELD = re.compile(r'name="([a-z]+)" value="([^"]*)"')


def test_the_way_back_stands_in_the_form_and_survives_a_mistake(visitor, account):
    page = visitor.get("/inloggen", params={"next": "/invullen?werkplein=assen"})

    assert 'name="next" value="/invullen?werkplein=assen"' in page.text
    assert (
        'name="next" value="/invullen?werkplein=assen"'
        in sign_in(visitor, wachtwoord="mis", next="/invullen?werkplein=assen").text
    )


@pytest.mark.parametrize("rol", ["werkplein", "ako", "beheer", "lezer"])
def test_who_was_going_nowhere_begins_at_begin_whatever_his_role(landkaart_2009, rol):
    make_account(rol, ["assen"] if rol == "werkplein" else [], adres=ADRES, wachtwoord=PASSWORD)

    assert sign_in(browser()).headers["location"] == "/"


@pytest.mark.parametrize(
    "next",
    [
        "//evil.nl",
        "/\\evil.nl",
        "https://evil.nl",
        "javascript:alert(1)",
        "\t//evil.nl",
        "/\t/evil.nl",
        "/\r\nSet-Cookie: a=b",
        "evil.nl",
        "",
    ],
)
def test_nobody_is_led_to_another_site(visitor, account, next):
    assert f'name="next" value="{next}"' not in visitor.get("/inloggen", params={"next": next}).text.replace('value="/"', "")

    assert sign_in(visitor, next=next).headers["location"] == "/"


def test_a_place_of_our_own_stays_as_it_is():
    assert safe_next("/invullen?werkplein=assen#a") == "/invullen?werkplein=assen#a"


def test_the_page_is_plain_dutch_and_asks_nothing_from_elsewhere(visitor):
    text = visitor.get("/inloggen").text

    assert '<html lang="nl">' in text
    assert "<script" not in text
    assert "http" not in text.replace(HERE, "")
    assert 'autocomplete="username"' in text
    assert 'autocomplete="current-password"' in text


def test_demo_accounts_are_shown_beside_the_data_of_2009_and_nowhere_else(visitor):
    assert "demo.nl" not in visitor.get("/inloggen").text


def test_beside_the_data_of_2009_each_role_has_an_account_to_look_around_with(landkaart_2009):
    visitor = browser()
    page = visitor.get("/inloggen").text

    for rol in Rol:
        adres = f"{rol.value}@demo.nl"
        assert adres in page
        assert sign_in(browser(), adres=adres, wachtwoord=DEMO_PASSWORD).status_code == 303


def test_each_role_of_the_demo_is_one_button_away_and_leads_to_where_the_visitor_was_going(landkaart_2009):
    page = browser().get("/inloggen", params={"next": "/uitleg?x=1"}).text
    forms = [dict(FIELD.findall(form)) for form in page.split("<form")[1:] if 'type="hidden" name="wachtwoord"' in form]

    came = [browser().post("/inloggen", data=form) for form in forms]

    assert [(answer.status_code, answer.headers["location"]) for answer in came] == [(303, "/uitleg?x=1")] * 4
    assert {who_has(answer.cookies["sessie"]).bevoegdheid.rol for answer in came} == set(Rol)


def test_without_the_demo_no_button_knows_a_password(visitor, account):
    assert 'type="hidden" name="wachtwoord"' not in visitor.get("/inloggen").text
