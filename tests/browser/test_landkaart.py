"""The map in a real browser: a sign is clicked, and its werkplein opens."""

import pytest
from playwright.sync_api import expect

from tests.steps.visits import picture, ready


@pytest.mark.browser
@pytest.mark.parametrize("width", [1440, 390])
def test_a_click_on_the_map_opens_the_werkplein(open_page, width):
    page = open_page("/kaart?tertaal=2009-1", adres="lezer@demo.nl", width=width)
    picture(page, "landkaart-2009-1")
    provinces = page.locator("[data-testid=stVegaLiteChart] .mark-shape path")
    expect(provinces).to_have_count(12)

    page.locator("[data-testid=stVegaLiteChart] path[aria-label*='Werkplein: Venlo;']").click()

    page.wait_for_url("**/werkplein?*werkplein=venlo*")
    ready(page)
    expect(page.get_by_role("heading", name="Venlo", exact=True, level=1)).to_be_visible()
    assert "tertaal=2009-1" in page.url


@pytest.mark.browser
def test_the_back_button_of_the_browser_leads_back_to_the_same_map(open_page):
    page = open_page("/kaart?tertaal=2008-2&rij=realiseren", adres="lezer@demo.nl")
    page.locator("[data-testid=stVegaLiteChart] path[aria-label*='Werkplein: Assen;']").click()
    page.wait_for_url("**/werkplein?*")
    ready(page)

    page.go_back()

    page.get_by_text("De band op de fase Realiseren").wait_for()
