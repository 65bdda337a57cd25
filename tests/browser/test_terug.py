import re

import pytest
from playwright.sync_api import expect

from tests.steps.visits import ready

pytestmark = pytest.mark.browser


def go_to(page, section, title):
    page.locator("header").get_by_text(section, exact=True).click()
    page.locator("a").filter(has_text=title).first.click()
    expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
    ready(page)


def test_one_step_back_leads_to_the_page_before_as_it_was_left(open_page):
    page = open_page("/ontwikkeling?tertaal=2009-2", adres="lezer@demo.nl")

    page.get_by_role("tab", name="Overgangen").click()
    expect(page).to_have_url(re.compile("deel=Overgangen"))
    ready(page)
    go_to(page, "Het land", "Prognose")
    page.go_back()

    expect(page.get_by_role("heading", name="Ontwikkeling", exact=True)).to_be_visible()
    expect(page.get_by_role("tab", name="Overgangen", selected=True)).to_be_visible()
    expect(page).to_have_url(re.compile("/ontwikkeling.*deel=Overgangen"))
    page.go_forward()
    expect(page.get_by_role("heading", name="Prognose", exact=True)).to_be_visible()


def test_no_page_asks_for_what_is_not_there(open_page):
    page = open_page("/ontwikkeling?tertaal=2009-2", adres="lezer@demo.nl")
    missing = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status == 404 else None)

    page.reload()
    ready(page)

    assert missing == []
