"""After the closing: the oordelen, and another edition of the tables with what came in late."""

from playwright.sync_api import Page, expect

from db.engine import read_session
from db.queries.heruitgaven import holding_editions
from db.queries.oordelen import oordelen
from tests.browser.from_nothing.around import Round
from tests.browser.from_nothing.people import LATE, ORDER, TERTAAL
from tests.steps.visits import drawn, picture, until


def judge(it: Round, page: Page) -> None:
    """All of them, a key and an Enter for each."""
    it.hands.go(page, f"{it.server.address}/indicatie")
    rows = page.locator("tr[id^=oordeel-]")
    expect(rows).to_have_count(len(ORDER))
    rows.first.focus()
    for number in range(len(ORDER)):
        page.keyboard.press(str(number % 3 + 1))
        page.keyboard.press("Enter")
    until(page, lambda: given() == len(ORDER))
    picture(page, "van-niets-beoordeeld")


def given() -> int:
    """How many oordelen there are."""
    with read_session() as session:
        return len(oordelen(session=session, tertaal=TERTAAL))


def make_again(it: Round, page: Page) -> None:
    """What came in with uitstel becomes a second edition; the first keeps its bytes and its address."""
    first = it.table()
    it.submit([LATE])
    it.hands.go(page, f"{it.server.address}/uitvraag")
    it.hands.click(page.get_by_role("button", name="Nieuwe editie maken"))
    it.hands.fill(page.get_by_label("Waarom?"), "Uitstel van een werkplein")
    it.hands.click(page.get_by_role("button", name="Editie maken", exact=True))
    with page.context.expect_page() as opened:
        it.hands.click(page.get_by_test_id("stAlert").get_by_role("link", name="Landelijk beeld"))
    country = opened.value
    drawn(country)
    expect(country.get_by_text("Editie 2").first).to_be_visible()
    picture(country, "van-niets-tweede-editie")
    with read_session() as session:
        assert holding_editions(session=session, tertaal=TERTAAL) == [1, 2]
    assert it.table() == first
    assert it.table(editie="2") != first
