"""Reading the report on its page, and taking its sentences and tables along, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
READ = """async kind => {
    const [found] = await navigator.clipboard.read()
    return (await found.getType(kind)).text()
}"""
FIRST = "Van de 125 werkpleinen is 39% vooruitgegaan"


def copied(page: Page, name: str, kind: str) -> str:
    """What is on the clipboard after the button of this name."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name=re.compile(f"^Kopiëren: {name}"))
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".lk-kopie", has=button).get_by_role("status")).to_contain_text("Gekopieerd")
    return page.evaluate(READ, kind)


@pytest.fixture
def page(open_page) -> Page:
    page = open_page("/rapportage?tertaal=2009-2&lezen=conclusies", "ako@demo.nl")
    page.get_by_role("tab", name="Lezen en kopiëren").click()
    expect(page.locator("[class*=st-key-zinnen-]").first).to_contain_text(FIRST)
    return page


def test_the_sentences_are_copied_as_text_that_word_takes_over(page):
    name = page.locator("[class*=st-key-zinnen-]").filter(has_text=FIRST).get_by_role("button").get_attribute("aria-label")
    html = copied(page, re.escape(name.removeprefix("Kopiëren: ")), "text/html")

    assert FIRST in html
    assert set(re.findall(r"<([^/ >]+)", html)) <= {"p", "ul", "li", "strong", "meta", "br"}
    assert "class=" not in html


def test_a_table_is_copied_as_a_table(open_page):
    page = open_page("/rapportage?tertaal=2009-2&lezen=voortgang", "ako@demo.nl")
    page.get_by_role("tab", name="Lezen en kopiëren").click()
    expect(page.get_by_role("button", name=re.compile("^Kopiëren: Tabel 3"))).to_be_visible()

    rows = copied(page, "Tabel 3", "text/plain").splitlines()

    assert len(rows) == 15
    assert rows[1].split("\t")[:2] == ["Samenwerking starten", "Alle ketenpartijen (alle gemeenten) betrokken"]
