"""Collega's, as the coördinator of a werkplein uses it."""

import pytest

from db.engine import read_session
from db.queries.accounts import by_adres
from tests.steps.accounts import make_account, session_of_coordinator
from tests.steps.beheer import LINK, click, fill
from tests.steps.drive import texts, visit

JO = {"naam": "Jo", "adres": "Jo@UWV.nl", "organisatie": "UWV"}


@pytest.fixture
def coordinator(landkaart_2009) -> int:
    """His session."""
    return session_of_coordinator(["assen"])


def page(sessie: int):
    return visit("collegas", sessie=sessie)


def invite(at, **other):
    fill(at, "collega-assen", **JO | other)
    return click(at, "Uitnodigen")


def found(adres: str = "jo@uwv.nl"):
    with read_session() as session:
        return by_adres(session=session, adres=adres)


def test_who_is_no_coordinator_does_not_have_this_page(landkaart_2009):
    for rol, own in (("werkplein", ["assen"]), ("beheer", []), ("ako", []), ("lezer", [])):
        with pytest.raises(ValueError):
            visit("collegas", rol=rol, werkpleinen=own)


def test_it_shows_who_fills_in_this_werkplein_and_nobody_else(coordinator):
    make_account("werkplein", ["breda"], "Van Breda")

    at = page(coordinator)

    assert not at.exception
    assert "**2 mensen vullen** Assen in." in texts(at)
    assert "**Demo Werkplein**" in texts(at)
    assert "Dit bent u zelf." in texts(at)
    assert "Van Breda" not in texts(at)


def test_a_colleague_is_invited_with_a_link_to_pass_on(coordinator):
    at = invite(page(coordinator))

    assert not at.exception
    assert found().werkpleinen == ("assen",)
    assert "Jo vult dit werkplein nu ook in en is uitgenodigd." in texts(at)
    assert [bool(LINK.fullmatch(each.value)) for each in at.code] == [True]


def test_a_link_that_was_mailed_is_not_shown(coordinator, box):
    at = invite(page(coordinator))

    assert (box.addresses, [each.value for each in at.code]) == (["jo@uwv.nl"], [])
    assert "**De link is gemaild aan jo@uwv\\.nl.**" in texts(at)


def test_what_cannot_be_is_said_and_what_was_typed_stays(coordinator):
    at = invite(page(coordinator), adres="jo")

    assert [each.value for each in at.error] == [
        "Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl, zonder spaties."
    ]
    assert at.get_by_key("collega-assen-naam-0").value == "Jo"


def test_who_leaves_is_taken_out(coordinator):
    number = make_account("werkplein", ["assen"], "Jo", adres="jo@uwv.nl")

    at = click(page(coordinator), "Ja, weghalen", f"collega-assen-{number}")

    assert (found().werkpleinen, found().uitgezet_op is None) == ((), False)
    assert "**Jo**" not in texts(at)


def test_who_never_came_is_invited_again(coordinator):
    number = make_account("werkplein", ["assen"], "Jo", adres="jo@uwv.nl")

    at = click(page(coordinator), "Opnieuw uitnodigen", f"collega-assen-{number}")

    assert [bool(LINK.fullmatch(each.value)) for each in at.code] == [True]
