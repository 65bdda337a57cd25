"""Which passwords may be chosen."""

import pytest

from db.actions.accounts import invite
from landkaart.domein.rollen import Rol
from tests.steps.perform import perform
from tests.steps.visitors import PASSWORD, browser, choose, is_in, sign_in


@pytest.fixture
def invitation(visitor):
    what = {"adres": " Jan@Gemeente.nl", "naam": "Jan", "organisatie": "UWV", "rol": Rol.LEZER, "werkpleinen": ()}
    return perform(invite, **what)


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "zeven77",
        "elf letters",
        "x" * 1025,
        "aaaaaaaaaaaaaaaa",
        "wachtwoord123",
        " Wachtwoord123 ",
        "jan@gemeente.nl",
        "abababababababab",
    ],
)
def test_a_password_that_is_too_short_too_long_or_known_is_refused_with_the_reason(visitor, invitation, wachtwoord):
    answer = choose(visitor, invitation, wachtwoord)

    assert answer.status_code == 400
    assert "Kies een" in answer.text
    assert not is_in(visitor)
    assert choose(visitor, invitation).status_code == 303


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "twaalf teken",
        "vier losse woorden en dan nog een heel stuk tot vierenzestig tek",
        "y" * 1021 + "abc",
        "  vier woorden  ",
    ],
)
def test_a_long_enough_password_is_taken_as_it_is(visitor, invitation, wachtwoord):
    assert choose(visitor, invitation, wachtwoord).status_code == 303

    assert sign_in(browser(), wachtwoord=wachtwoord).status_code == 303
    assert sign_in(browser(), wachtwoord=wachtwoord.strip() + "x").status_code == 403


def test_two_passwords_that_differ_are_typed_again(visitor, invitation):
    answer = choose(visitor, invitation, PASSWORD, "een ander wachtwoord")

    assert answer.status_code == 400
    assert "De twee wachtwoorden zijn niet gelijk." in answer.text
