"""A form by keyboard alone."""

import pytest
from playwright.sync_api import Page

from tests.steps.visits import ready

pytestmark = pytest.mark.browser
MOST_TABS = 120


def tab_to(page: Page, wanted: str) -> None:
    """With the Tab key alone, to the element whose text or name is this."""
    said = "(e => (e.getAttribute('aria-label') ?? '') + '|' + (e.textContent ?? ''))(document.activeElement)"
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted in page.evaluate(said).split("|"):
            return
    raise AssertionError(f"the Tab key does not come to {wanted}")


def test_a_form_is_filled_in_and_submitted_by_keyboard_alone(open_page):
    page = open_page("/invullen?werkplein=venlo")

    tab_to(page, "▼ Niet")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.get_by_text("1 van 14").wait_for()
    tab_to(page, "Overige 13 ongewijzigd bevestigen")
    page.keyboard.press("Enter")
    page.get_by_text("14 van 14").wait_for()
    ready(page)
    tab_to(page, "Indienen")
    page.keyboard.press("Enter")

    page.get_by_text("telt mee").first.wait_for()
