import re

import pytest
from playwright.sync_api import expect

from tests.steps.visits import picture

pytestmark = pytest.mark.browser


def mark(page, words):
    return page.locator(f"[data-testid=stVegaLiteChart] path[aria-label*='{words}']").first


def test_a_bar_of_the_drijfveren_opens_the_names_behind_it(open_page):
    page = open_page("/ontwikkeling?tertaal=2009-2&deel=Drijfveren")
    picture(page, "drijfveren")

    mark(page, "Gezamenlijk marktbewerkingsplan").click()

    expect(page.get_by_text("9 werkpleinen: ↓ Gedaald op Gezamenlijk marktbewerkingsplan")).to_be_visible()


def test_a_cell_of_the_overgangen_opens_the_names_behind_it(open_page):
    page = open_page("/ontwikkeling?tertaal=2009-2&deel=Overgangen")

    mark(page, "■ In ontwikkeling → ● Gedeeltelijk").click()

    expect(page.get_by_text("10 werkpleinen: ■ In ontwikkeling → ● Gedeeltelijk")).to_be_visible()


def test_a_cell_of_the_heatmap_opens_its_werkplein_and_the_way_back_leads_to_the_heatmap(open_page):
    page = open_page("/heatmap?tertaal=2009-2")
    picture(page, "heatmap")

    mark(page, "Venlo · 100%").click()
    expect(page).to_have_url(re.compile("/werkplein.*werkplein=venlo"))
    page.go_back()

    expect(page.get_by_role("heading", name="Alle werkpleinen")).to_be_visible()
