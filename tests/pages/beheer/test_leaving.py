"""Another address for somebody, and taking somebody out who left, as a beheerder does it."""

import pytest

from db.engine import read_session
from db.queries.accounts import account, accounts, by_link
from landkaart.domein.clock import system_now
from tests.steps.accounts import make_account
from tests.steps.beheer import click, links, open_row
from tests.steps.drive import texts, visit
from tests.steps.mail_servers import Box
from tests.steps.small_landkaart import log

OLD, NEW = "jan@gemeente.nl", "jan@uwv.nl"


@pytest.fixture
def jan(landkaart_2009) -> int:
    return make_account("lezer", naam="Jan", adres=OLD, wachtwoord="een lang wachtwoord")


def page_of(jan: int):
    page = visit("beheer", rol="beheer")
    open_row(page, f"account-{jan}")
    return page


def move(page, jan: int) -> None:
    page.text_input(key=f"vertrek-{jan}-adres-0").input(NEW).run()
    page.button(key=f"vertrek-{jan}-wijzigen-0").click().run()


def test_another_address_gives_a_link_for_there_and_says_to_tell_the_old_one(jan):
    page = page_of(jan)
    move(page, jan)

    assert not page.exception
    [token] = links(page)
    with read_session() as session:
        found, soort, _ = by_link(session=session, token=token, now=system_now())
    assert (found.adres, found.heeft_wachtwoord, soort) == (NEW, False, "uitnodiging")
    assert "Laat ook op het oude adres" in texts(page)
    assert log("weg", "handeling")[-2:] == [("formulier", "account"), ("formulier", "uitnodiging")]


def test_both_addresses_get_a_mail(jan, box: Box):
    page = page_of(jan)
    move(page, jan)

    assert not page.exception
    mails = dict(box.mails)
    assert set(mails) == {OLD, NEW}
    assert "/toegang/" not in mails[OLD].get_content()
    assert mails[OLD]["Subject"] == "Uw e-mailadres voor de SUWI-landkaart is gewijzigd"
    assert "/toegang/" in mails[NEW].get_content()
    assert "Het oude adres heeft bericht gekregen." in texts(page)


def test_an_address_that_is_none_is_refused_in_a_sentence(jan):
    page = page_of(jan)
    page.text_input(key=f"vertrek-{jan}-adres-0").input("geen adres").run()
    page.button(key=f"vertrek-{jan}-wijzigen-0").click().run()

    assert "Dit is geen e-mailadres." in texts(page)
    with read_session() as session:
        assert account(session=session, account_id=jan).adres == OLD


def test_somebody_is_erased_only_by_who_says_that_he_is_sure(jan):
    page = page_of(jan)
    assert page.button(key=f"vertrek-{jan}-wissen-0").disabled

    page.checkbox(key=f"vertrek-{jan}-zeker-0").check().run()
    page.button(key=f"vertrek-{jan}-wissen-0").click().run()

    assert not page.exception
    with read_session() as session:
        assert jan not in [each.id for each in accounts(session=session)]
    assert "Jan" not in texts(page).split()


def test_after_all_of_it_the_page_still_works(jan):
    page = page_of(jan)
    move(page, jan)
    click(page, "Ik heb de link doorgegeven")

    assert not page.exception
    assert links(page) == []
