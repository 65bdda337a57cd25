"""The report as a web page, in a real browser: axe has nothing to say about it, and it fits every screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from db.engine import read_session
from db.queries.rapportage import rapport_gegevens
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.rapportage.making import RapportSoort, make
from tests.steps.databases import use

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def rapport(chromium: Browser, demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The report of 2009-2, opened from a folder as whoever got it in a mail does."""
    file = tmp_path_factory.mktemp("rapport") / "rapport.html"
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(demo_file, patch):
            with read_session() as session:
                found = rapport_gegevens(session=session, tertaal=Tertaal(2009, 2), adres="https://landkaart.voorbeeld.nl")
    file.write_bytes(list(make(found, [RapportSoort.HTML]))[-1].bestand)
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(file.as_uri())
    yield page
    page.close()


def test_axe_has_nothing_to_say_about_the_report(rapport: Page):
    found = Axe().run(rapport).response

    assert len(found["passes"]) > 10
    said = [f"{violation['id']}: {node['html'][:120]}" for violation in found["violations"] for node in violation["nodes"]]
    assert said == []


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_the_report_fits_every_screen(rapport: Page, width: int):
    rapport.set_viewport_size({"width": width, "height": 900})

    assert rapport.evaluate("document.documentElement.scrollWidth") <= width


def test_every_line_of_the_contents_leads_to_a_heading(rapport: Page):
    targets = rapport.evaluate("[...document.querySelectorAll('nav a')].map(it => it.getAttribute('href'))")
    headings = rapport.evaluate("[...document.querySelectorAll('h2[id], h3[id]')].map(it => '#' + it.id)")

    assert len(targets) > 25
    assert targets == headings


def test_what_stands_above_a_column_says_so_to_who_hears_the_table(rapport: Page):
    heads = rapport.evaluate("[...document.querySelectorAll('table thead th')].map(it => it.scope)")

    assert len(heads) > 100
    assert set(heads) == {"col"}
    assert rapport.evaluate("document.querySelectorAll('table:not(:has(caption))').length") == 0
    assert rapport.evaluate("document.documentElement.lang") == "nl"
