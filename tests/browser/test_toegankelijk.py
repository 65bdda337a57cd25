"""Usable by everybody: nothing serious to report by axe, on narrow and enlarged screens. For the form see `invullen`."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from landkaart.screens import DEFAULT
from pages.contents import Entry, entries
from tests.browser.conftest import who_sees

SERIOUS = ("serious", "critical")


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
@pytest.mark.parametrize("entry", tuple(entries()), ids=lambda entry: entry.screen)
def test_axe_has_nothing_serious_to_say_about_a_page(open_page, entry):
    page = open_page(address_of(entry), adres=who_sees(entry))
    page.wait_for_timeout(1_000)

    assert findings(page) == []


@pytest.mark.browser
@pytest.mark.parametrize("entry", tuple(entries()), ids=lambda entry: entry.screen)
def test_a_page_fits_a_screen_of_320_px(open_page, entry):
    page = open_page(address_of(entry), adres=who_sees(entry), width=320)

    assert not too_wide(page)


@pytest.mark.browser
def test_the_sign_in_page_hinders_nobody(open_page):
    page = open_page("/inloggen", adres=None, width=320)

    assert findings(page) == []
    assert not too_wide(page)
    assert page.evaluate("document.documentElement.lang") == "nl"
