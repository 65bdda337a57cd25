"""Beheer with a mail server: the link of an invitation or a reset is mailed, once, and what came of it is said."""

import pytest
import streamlit as st

from db.engine import read_session
from db.queries.accounts import by_link
from db.queries.uitnodigingen import regels, rondes
from landkaart.domein.clock import system_now
from landkaart.domein.herinnering import BerichtStatus
from pages.shared import access_links
from tests.steps.accounts import make_account
from tests.steps.beheer import click, invite, open_row
from tests.steps.drive import texts, visit
from tests.steps.mail_servers import free_port

LINK = "https://landkaart.voorbeeld.nl/toegang/"
pytestmark = pytest.mark.usefixtures("landkaart_2009")


@pytest.fixture
def page(landkaart_2009):
    return visit("beheer", rol="beheer")


def shown(at):
    (code,) = [element.value for element in at.code]
    return code


def reset(account, label="Herstellink maken"):
    page = open_row(visit("beheer", rol="beheer"), f"account-{account}")
    return click(page, label)


def test_an_invitation_is_mailed_and_the_link_stays_to_copy(box, page):
    invite(page)

    assert not page.exception
    ((adres, mail),) = box.mails
    assert (adres, mail["Subject"]) == ("iemand@gemeente.nl", "Uitnodiging voor de SUWI-landkaart")
    assert shown(page).startswith(LINK)
    assert shown(page) in mail.get_content()
    assert "**De link is gemaild aan iemand@gemeente\\.nl.**" in texts(page)
    assert "7 dagen geldig" in texts(page)


def test_a_reset_is_mailed(box):
    page = reset(make_account("lezer", adres="jan@uwv.nl", wachtwoord="een lang wachtwoord"))

    ((adres, mail),) = box.mails
    assert (adres, mail["Subject"]) == ("jan@uwv.nl", "Nieuw wachtwoord voor de SUWI-landkaart")
    assert shown(page) in mail.get_content()
    assert "1 uur geldig" in texts(page)


def test_looking_at_the_page_again_mails_nothing_again(box, page):
    invite(page)

    page.run()
    page.run()

    assert len(box.mails) == 1
    assert shown(page).startswith(LINK)


def test_the_link_is_put_away_when_it_was_seen(box, page):
    invite(page)

    click(page, "Verberg de link")

    assert [element.value for element in page.code] == []
    assert len(box.mails) == 1


def test_a_refused_address_is_said_with_the_reason_and_the_link_is_there_to_pass_on(box, page):
    box.refuses = {"iemand@gemeente.nl"}

    invite(page)

    assert [each.value.split(". Geef")[0] for each in page.warning] == [
        "**De e-mail aan iemand@gemeente\\.nl is niet verstuurd**: de mailserver weigert\\: 550 5\\.1\\.1 Onbekende postbus"
    ]
    assert shown(page).startswith(LINK)
    click(page, "Ik heb de link doorgegeven")


def test_a_server_that_is_away_is_said_and_the_account_is_there(page, mail_to):
    mail_to(free_port())

    invite(page)

    assert "is niet te bereiken" in page.warning[0].value
    assert shown(page).startswith(LINK)
    assert "Uitgenodigd om" in page.success[0].value


def test_while_a_mail_is_on_its_way_it_is_not_known_whether_it_arrived(box, page, monkeypatch):
    """Whoever leaves the run in which it is sent finds it so."""
    kept, real = [], access_links.send_link

    def watch(*given, **how):
        kept.append(st.session_state[access_links.KEPT]["iemand@gemeente.nl"].status)
        return real(*given, **how)

    monkeypatch.setattr(access_links, "send_link", watch)
    invite(page)

    assert kept == [BerichtStatus.ONZEKER]
    assert page.session_state[access_links.KEPT]["iemand@gemeente.nl"].status is BerichtStatus.VERZONDEN


def line() -> list[tuple[str, str, str | None]]:
    """Of those who were invited one by one: the address, what came of it, and why."""
    with read_session() as session:
        numbers = [each.id for each in rondes(session=session) if each.een_voor_een]
        found = [each for number in numbers for each in regels(session=session, ronde_id=number)]
    return [(each.adres, each.status.value, each.melding) for each in found]


def test_an_invitation_has_a_line_that_says_what_came_of_its_mail(box, page):
    invite(page)

    assert line() == [("iemand@gemeente.nl", "verzonden", None)]


def test_a_refused_one_has_a_line_with_the_reason_and_its_link_goes_on_working(box, page):
    box.refuses = {"iemand@gemeente.nl"}
    invite(page)

    assert line() == [("iemand@gemeente.nl", "mislukt", "de mailserver weigert: 550 5.1.1 Onbekende postbus")]
    with read_session() as session:
        found = by_link(session=session, token=shown(page).removeprefix(LINK), now=system_now())
    assert found.account.adres == "iemand@gemeente.nl"


def test_without_a_mail_server_the_line_says_that_the_link_was_passed_on(page):
    invite(page)

    assert line() == [("iemand@gemeente.nl", "verzonden", "de link is zelf doorgegeven")]


def test_a_reset_has_no_line(box):
    reset(make_account("lezer", adres="jan@uwv.nl", wachtwoord="een lang wachtwoord"))

    assert line() == []


def test_a_demo_account_gets_no_mail(box):
    page = visit("beheer", rol="beheer")
    page.text_input(key="accounts-zoeken").set_value("lezer@demo.nl").run()
    (opener,) = [button.key for button in page.button if (button.key or "").startswith("openen-account-")]
    page.button(key=opener).click().run()

    click(page, "Herstellink maken")

    assert box.mails == []
    assert "een oefenaccount\\: daar leest niemand post" in page.warning[0].value
    assert shown(page).startswith(LINK)


def test_nothing_is_mailed_when_the_invitation_failed(box, page):
    invite(page, adres="geen adres")

    assert box.mails == []
    assert [element.value for element in page.code] == []


def test_without_a_mail_server_the_beheerder_passes_the_link_on(page):
    invite(page)

    assert "de landkaart verstuurt hem niet" in texts(page)
    assert [each.value for each in page.warning] == []


def test_who_invites_another_keeps_the_link_of_the_one_before_in_sight(page):
    invite(page)
    invite(page, adres="ander@gemeente.nl", naam="Ander")

    assert [element.value.rpartition("/")[2] for element in page.code] == [
        link.token for link in page.session_state[access_links.KEPT].values()
    ]
    assert list(page.session_state[access_links.KEPT]) == ["iemand@gemeente.nl", "ander@gemeente.nl"]
    assert len(page.code) == 2
