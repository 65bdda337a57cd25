"""What is typed on any page and was not saved yet is there again for its writer, and for nobody else."""

import pytest
from playwright.sync_api import expect

from db.actions.contacten import set_contact
from tests.steps.perform import perform
from tests.steps.visits import ready

pytestmark = pytest.mark.browser
TEXT = "Met de wethouder besproken."
WERKPLEINEN = iter(("zutphen", "tiel", "venlo", "meppel", "almelo"))
# Each test keeps to its own.
CONTACTEN = iter(("woerden", "assen", "breda", "alkmaar"))
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


def test_two_pages_that_are_open_at_once_each_keep_their_own(open_page):
    first = open_page(f"/indicatie?werkplein={next(WERKPLEINEN)}", "ako@demo.nl")
    second = first.context.new_page()
    second.goto(first.url)
    note(first).press_sequentially("Van de eerste.")
    note(second).press_sequentially("Van de tweede.")

    for page in (first, second):
        page.reload()
        ready(page)

    expect(note(first)).to_have_value("Van de eerste.")
    expect(note(second)).to_have_value("Van de tweede.")


@pytest.fixture
def werkplein():
    return next(CONTACTEN)


@pytest.fixture
def contact(open_page, werkplein):
    """`contact(page)`: the field for the name of a contact, once it is opened on that page; without a page on a new one."""

    def open_field(page=None):
        page = page or open_page(f"/werkplein?werkplein={werkplein}", "ako@demo.nl")
        page.get_by_text("Contact wijzigen").click()
        field = page.get_by_role("textbox", name="Naam", exact=True)
        field.wait_for()
        ready(page)
        return field

    return open_field


def keep_contact(werkplein, naam):
    perform(set_contact, werkplein=werkplein, naam=naam, adres="jo@voorbeeld.nl", gedeeld=False)


def test_a_short_field_is_there_again_too(contact):
    field = contact()
    field.press_sequentially("Anja")
    field.page.reload()

    expect(contact(field.page)).to_have_value("Anja")
    expect(field.page.get_by_text(BROUGHT_BACK)).to_be_visible()


def test_once_left_it_is_still_kept_until_it_is_saved(contact):
    """Streamlit knows of it by then, the database does not."""
    field = contact()
    field.fill("Anja")
    field.press("Tab")
    ready(field.page)
    field.page.get_by_text("Contact wijzigen").click()
    expect(field).to_be_hidden()
    contact(field.page)
    field.page.reload()

    expect(contact(field.page)).to_have_value("Anja")


def test_what_somebody_else_saved_meanwhile_stands_and_what_was_typed_can_be_read(contact, werkplein, data):
    keep_contact(werkplein, "Jo")
    field = contact()
    expect(field).to_have_value("Jo")
    field.fill("Anja")
    keep_contact(werkplein, "Collega")
    field.page.reload()

    expect(contact(field.page)).to_have_value("Collega")
    expect(field.page.get_by_text("Dit veld is intussen gewijzigd. Eerder typte u hier: Anja")).to_be_visible()


def test_what_does_not_fit_is_said_and_not_passed_over(contact):
    field = contact()
    field.fill("")
    paste(field, "x" * 121)

    expect(field).to_have_value("")
    too_long = (
        "Niet overgenomen: hier passen 120 tekens, en met deze tekst worden het er 121. Kort de tekst in en plak haar dan."
    )
    expect(field.page.get_by_text(too_long)).to_be_visible()

    paste(field, "x" * 119)
    expect(field.page.get_by_text("Nog 1 van 120 tekens.")).to_be_visible()
    field.press_sequentially("yz")
    expect(field).to_have_value("x" * 119 + "y")
    expect(field.page.get_by_text("Dit veld is vol: er passen 120 tekens in.")).to_be_visible()


def paste(field, text):
    field.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    field.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    field.press("Control+v")


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
