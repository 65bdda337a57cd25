import pytest
from playwright.sync_api import expect

from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD
from tests.steps.visits import INVULLER, ready

pytestmark = pytest.mark.browser
ENDED = "U bent niet meer aangemeld."
BAND = "#band-ketenjaarplan"


def type_in(page, adres, wachtwoord=DEMO_PASSWORD):
    page.get_by_label("E-mailadres").fill(adres)
    page.get_by_label("Wachtwoord", exact=True).fill(wachtwoord)
    page.keyboard.press("Enter")


def test_a_link_in_a_mail_opens_the_right_form_after_signing_in_and_a_refresh_stays_in(open_page, server):
    page = open_page("/invullen?werkplein=assen", adres=None)
    page.get_by_role("heading", name="Aanmelden").wait_for()

    type_in(page, INVULLER, "niet het goede wachtwoord")
    page.get_by_role("alert").get_by_text("klopt niet").wait_for()
    type_in(page, INVULLER)

    for _ in range(2):
        ready(page)
        page.get_by_role("heading", name="Invullen").wait_for()
        assert page.url == f"{server.address}/invullen?werkplein=assen"
        expect(page.get_by_text("Invuller (Werkplein)")).to_be_visible()
        page.reload()


def test_a_closed_tab_is_still_signed_in(open_page, server):
    page = open_page("/uitleg")
    again = page.context.new_page()
    page.close()

    again.goto(f"{server.address}/uitleg")

    ready(again)
    again.get_by_role("heading", name="Hoe het telt", exact=True).wait_for()


def test_after_signing_out_in_another_tab_the_next_action_here_asks_to_sign_in(open_page, server):
    first = open_page("/invullen?werkplein=tiel")
    second = first.context.new_page()
    second.goto(f"{server.address}/uitleg")
    ready(second)

    second.get_by_role("button", name="Afmelden").click()
    second.get_by_role("heading", name="Aanmelden").wait_for()
    first.get_by_text("Ingediende versies").click()

    first.get_by_text(ENDED).wait_for()
    expect(first.locator(BAND)).to_have_count(0)
    first.get_by_role("link", name="Naar aanmelden").click()
    type_in(first, INVULLER)
    ready(first)
    first.goto(f"{server.address}/invullen?werkplein=tiel")
    ready(first)
    first.get_by_text("0 van 14 beoordeeld").wait_for()


def test_a_page_that_is_not_in_the_menu_has_no_address(open_page):
    page = open_page("/beheer", "lezer@demo.nl")

    page.get_by_role("heading", name="Begin", exact=True).wait_for()
    assert page.get_by_role("link", name="Beheer").count() == 0
    assert page.get_by_role("heading", name="Beheer", exact=True).count() == 0


def test_no_secret_is_in_the_log_of_the_server(open_page, server):
    page = open_page("/")
    token = page.context.cookies()[0]["value"]

    said = (server.database.parent / "server.log").read_text(encoding="utf-8")

    assert len(token) == 43
    assert token not in said
    assert DEMO_PASSWORD not in said
