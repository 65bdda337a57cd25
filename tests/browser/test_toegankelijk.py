"""Usable by everybody: nothing serious to report by axe, narrow and enlarged screens, a form by keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from landkaart.screens import DEFAULT
from pages.contents import Entry, entries
from tests.browser.conftest import ready, who_sees

SERIOUS = ("serious", "critical")
MOST_TABS = 120


def address_of(entry: Entry) -> str:
    path = "/" if entry.screen is DEFAULT else entry.screen.path
    return f"{path}?werkplein=zutphen"


def findings(page: Page) -> list[str]:
    """What hinders somebody, as axe says it, with the element."""
    found = Axe().run(page).response
    assert found["passes"], "axe found nothing to look at"
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in found["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]


def too_wide(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")


@pytest.mark.browser
@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.screen)
def test_axe_has_nothing_serious_to_say_about_a_page(open_page, entry):
    page = open_page(address_of(entry), adres=who_sees(entry))
    page.wait_for_timeout(1_000)

    assert findings(page) == []


@pytest.mark.browser
@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.screen)
def test_a_page_fits_a_screen_of_320_px(open_page, entry):
    page = open_page(address_of(entry), adres=who_sees(entry), width=320)

    assert not too_wide(page)


@pytest.mark.browser
def test_the_sign_in_page_hinders_nobody(open_page):
    page = open_page("/inloggen", adres=None, width=320)

    assert findings(page) == []
    assert not too_wide(page)
    assert page.evaluate("document.documentElement.lang") == "nl"


def tab_to(page: Page, wanted: str) -> None:
    """With the Tab key alone, to the element whose text or name is this."""
    said = "(e => (e.getAttribute('aria-label') ?? '') + '|' + (e.textContent ?? ''))(document.activeElement)"
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted in page.evaluate(said).split("|"):
            return
    raise AssertionError(f"the Tab key does not come to {wanted}")


@pytest.mark.browser
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
