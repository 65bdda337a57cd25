"""Beheer, Uitnodigen: who has a way in, and inviting all the others at once."""

import re

import pytest

from db.engine import read_session
from db.queries.accounts import by_link
from db.queries.uitnodigingen import regels, rondes
from landkaart.domein.clock import system_now
from tests.steps.accounts import make_account
from tests.steps.beheer import click
from tests.steps.drive import texts, visit
from tests.steps.mail_servers import free_port

LINK = re.compile(r"/toegang/([\w-]{43})")
PEOPLE = ("Ans", "Bo", "Jan")
WITH_FILES = "3 mensen uitnodigen met brieven of bestanden"
BY_MAIL = "3 mensen uitnodigen per e-mail"


@pytest.fixture
def people(landkaart_2009) -> list[int]:
    return [make_account("werkplein", ["assen"], naam, adres=f"{naam.lower()}@assen.nl") for naam in PEOPLE]


def page(toegang: str = "alle"):
    return visit("beheer", rol="beheer", toegang=toegang)


def outcome() -> dict[str, str]:
    with read_session() as session:
        [ronde] = rondes(session=session)
        return {each.naam: each.status.value for each in regels(session=session, ronde_id=ronde.id)}


def table(at):
    return next(each.value for each in at.dataframe if "Toegang" in each.value.columns)


def test_a_link_with_a_choice_opens_the_list_with_that_choice(people):
    at = page("nieuw")

    assert not at.exception
    assert list(table(at)["Naam"]) == list(PEOPLE)
    assert set(table(at)["Toegang"]) == {"Nog niet uitgenodigd"}


def test_everybody_is_in_it_with_how_far_he_is(people):
    at = page()

    rows = dict(zip(table(at)["Naam"], table(at)["Toegang"], strict=True))
    assert rows["Jan"] == "Nog niet uitgenodigd"
    assert rows["Demo AKO"] == "In gebruik, nog niet gezien"


def test_without_a_mail_server_one_button_makes_letters_and_drafts_for_all(people):
    at = click(page("nieuw"), WITH_FILES)

    assert not at.exception
    assert outcome() == dict.fromkeys(PEOPLE, "verzonden")
    assert "Brieven om af te drukken, één per persoon" in texts(at)
    assert "**3** meegegeven als bestand" in texts(at)


def test_with_a_mail_server_one_button_mails_all_and_says_what_came_of_each(people, box):
    box.refuses = {"bo@assen.nl"}

    at = click(page("nieuw"), BY_MAIL)

    assert not at.exception
    assert outcome() == {"Ans": "verzonden", "Bo": "mislukt", "Jan": "verzonden"}
    assert "3 uitnodigingen: " in texts(at)
    assert sorted(box.addresses) == ["ans@assen.nl", "jan@assen.nl"]


def test_each_mail_has_a_link_of_its_own_that_works(people, box):
    click(page("nieuw"), BY_MAIL)

    with read_session() as session:
        found = {
            to: by_link(session=session, token=LINK.search(mail.get_content())[1], now=system_now()).account.adres
            for to, mail in box.mails
        }
    assert found == {f"{naam.lower()}@assen.nl": f"{naam.lower()}@assen.nl" for naam in PEOPLE}


def test_what_failed_is_tried_again_by_one_button(people, box):
    box.refuses = {"bo@assen.nl"}
    at = click(page("nieuw"), BY_MAIL)

    box.refuses = set()
    click(at, "De 1 mislukte opnieuw proberen")

    assert outcome() == dict.fromkeys(PEOPLE, "verzonden")
    assert len(box.mails) == 3


def test_a_server_that_is_away_loses_nothing_and_can_be_passed_by(people, mail_to):
    mail_to(free_port())

    at = click(page("nieuw"), BY_MAIL)

    assert "Verder versturen" in [each.label for each in at.button]
    assert outcome() == dict.fromkeys(PEOPLE, "wacht")
    click(at, "De 3 die niet weg zijn als brief of bestand")
    assert outcome() == dict.fromkeys(PEOPLE, "verzonden")


def test_who_was_invited_is_not_invited_again_by_the_same_button(people, box):
    at = click(page("nieuw"), BY_MAIL)

    # All are shown then, and with them only the visitor himself has neither a password nor a link.
    assert [each.label for each in at.button if "per e-mail" in each.label] == ["1 persoon uitnodigen per e-mail"]
    once_more = page("uitgenodigd")
    labels = [each.label for each in once_more.button if "uitnodigen" in each.label]
    assert labels == ["3 mensen opnieuw uitnodigen per e-mail"]
    assert "Zij hebben al een link die nog werkt; dit stuurt er een bij." in texts(once_more)
    assert "staat hier niet bij" not in texts(once_more)


def test_nobody_fits_is_a_sentence(people):
    at = page()

    at.text_input(key="uitnodigen-velen-zoeken").set_value("bestaat niet").run()

    assert "Niemand voldoet hieraan." in texts(at)
