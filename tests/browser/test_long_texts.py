"""A long text on any page that was not saved yet is there again for its writer, and for nobody else."""

import pytest
from playwright.sync_api import expect

from tests.steps.visits import ready

pytestmark = pytest.mark.browser
TEXT = "Met de wethouder besproken."
WERKPLEINEN = iter(("zutphen", "tiel", "venlo", "meppel"))
BROUGHT_BACK = "Teruggehaald: deze tekst was nog niet opgeslagen."


def note(page):
    field = page.get_by_role("textbox", name="Notitie")
    field.wait_for()
    ready(page)
    return field


@pytest.fixture
def typed(open_page):
    """The judgement of a werkplein, with a note that was not saved."""
    page = open_page(f"/indicatie?werkplein={next(WERKPLEINEN)}", "ako@demo.nl")
    note(page).press_sequentially(TEXT)
    return page


def test_it_is_there_after_a_refresh(typed):
    typed.reload()
    ready(typed)

    expect(note(typed)).to_have_value(TEXT)
    expect(typed.get_by_text(BROUGHT_BACK)).to_be_visible()


def test_it_is_there_after_a_restart_of_the_server(typed, server):
    server.kill()
    server.start()
    typed.reload()
    ready(typed)

    expect(note(typed)).to_have_value(TEXT)


def test_what_was_saved_is_not_brought_back_over_what_stands_there(typed):
    # Another judgement than the one that stands there: a click on that one takes it away.
    typed.get_by_role("radiogroup", name="Oordeel").get_by_role("radio", checked=False).first.click()
    typed.get_by_role("button", name="Opslaan", exact=True).first.click()
    typed.get_by_text("Opgeslagen om").wait_for()
    typed.reload()
    ready(typed)

    expect(note(typed)).to_have_value(TEXT)
    expect(typed.get_by_text(BROUGHT_BACK)).to_have_count(0)


def test_another_account_in_the_same_browser_sees_nothing_of_it(typed, server):
    cookies = server.sign_in("beheer@demo.nl")
    typed.context.add_cookies([{"name": name, "value": value, "url": server.address} for name, value in cookies.items()])
    typed.goto(server.address + "/uitleg")
    ready(typed)

    assert TEXT not in typed.content()
    account = typed.locator("[data-account]").get_attribute("data-account")
    kept = typed.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('landkaart-tekst|'))")
    assert kept
    assert not [key for key in kept if account in key]
