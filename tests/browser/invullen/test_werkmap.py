"""A workbook that was filled in elsewhere: shown beside what stands there, saved when that is agreed to, never submitted."""

import io

import httpx2 as httpx
import openpyxl
import pytest
from playwright.sync_api import expect

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from tests.steps.form_visits import PLAN, until

pytestmark = pytest.mark.browser
# The mijlpalen begin in row 5; the choice stands in column D.
CELL = f"D{5 + catalogus().codes.index(PLAN)}"


@pytest.fixture
def workbook(form):
    """`workbook("Volledig")`: fetched, with this choice at one mijlpaal."""
    form.page.get_by_text("Op papier of als werkmap").click()
    link = form.page.get_by_role("link", name="Werkmap ophalen").get_attribute("href")
    cookies = {each["name"]: each["value"] for each in form.context.cookies()}
    book = openpyxl.load_workbook(io.BytesIO(httpx.get(form.server.address + link, cookies=cookies).content))

    def offer(choice):
        book.active[CELL] = choice
        out = io.BytesIO()
        book.save(out)
        file = {"name": "ingevuld.xlsx", "mimeType": "application/octet-stream", "buffer": out.getvalue()}
        form.page.locator("input[type=file]").set_input_files(file)

    return offer


def test_first_it_says_what_would_change_then_it_saves_and_the_form_shows_it(form, workbook):
    workbook("Volledig")
    expect(form.page.get_by_role("cell", name="Ketenjaarplan vastgesteld")).to_be_visible(timeout=15_000)
    assert form.kept.banden == {}

    form.page.get_by_role("button", name="1 wijziging opslaan").click()

    until(form.page, lambda: form.kept.banden == {PLAN: Band.VOLLEDIG})
    form.page.get_by_text("1 opgeslagen. Indienen doet u zelf.").wait_for()
    expect(form.radio(PLAN, "Volledig")).to_be_checked(timeout=5000)
    expect(form.page.locator(".message")).to_be_hidden()
    assert form.versions == []


def test_what_is_wrong_in_it_is_said_and_nothing_is_saved(form, workbook):
    workbook("Bijna")

    expect(form.page.get_by_text("Er klopt iets niet in het bestand; er is niets opgeslagen.")).to_be_visible(timeout=15_000)
    assert form.kept.banden == {}
