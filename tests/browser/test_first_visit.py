"""A first visit with an empty browser: most of it comes while somebody types his password, packed, and once."""

from collections.abc import Iterator

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, Page

from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD
from tests.icons import ligatures, names_shown, whole_font
from tests.steps.landkaart_server import Server
from tests.steps.visits import drawn

pytestmark = pytest.mark.browser
# Chromium counts what came over the line: heads and packed bodies.
MOST, AFTERWARDS = 1_100_000, 60_000


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


OURS_ARE_USED = """() => [...document.fonts].some(it =>
    it.family.includes('Source Sans') && it.status === 'loaded' && it.unicodeRange.startsWith('U+0-17F'))"""


def watch(page: Page) -> list[int]:
    """Return what fills with the size of each answer."""
    found: list[int] = []
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.on("Network.loadingFinished", lambda event: found.append(int(event["encodedDataLength"])))
    return found


def test_what_a_page_needs_comes_while_somebody_signs_in_and_is_not_fetched_again(page: Page, server: Server):
    taken = watch(page)
    page.goto(f"{server.address}/inloggen", wait_until="networkidle")
    assert 300_000 < sum(taken) < MOST

    taken.clear()
    page.locator("#adres").fill("ako@demo.nl")
    page.locator("#wachtwoord").fill(DEMO_PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    page.get_by_role("heading", name="Begin", exact=True).wait_for()
    drawn(page)
    assert sum(taken) < AFTERWARDS


def test_until_the_script_comes_the_page_says_what_it_waits_for(open_page, server: Server):
    page = open_page("/inloggen", adres=None)
    cookies = server.sign_in("ako@demo.nl").items()
    page.context.add_cookies([{"name": name, "value": value, "url": server.address} for name, value in cookies])
    page.route("**/static/js/index.*", lambda route: None)
    page.goto(server.address, wait_until="commit")

    page.get_by_text("De landkaart wordt geladen…").wait_for()
    assert not page.get_by_text("Dit duurt langer dan anders").is_visible()


def test_letters_that_we_do_not_bring_are_fetched_once_somebody_writes_them(open_page):
    page = open_page("/landelijk", "ako@demo.nl")
    drawn(page)
    theirs = "() => performance.getEntriesByType('resource').filter(it => it.name.includes('SourceSansVF-Upright')).length"
    assert page.evaluate(theirs) == 0
    assert page.evaluate(OURS_ARE_USED), "written in what the machine has"

    page.evaluate("document.querySelector('h1').textContent += ' Ωмега'")
    page.wait_for_function(f"() => ({theirs})() > 0")


def test_an_icon_is_one_sign_as_wide_as_it_is_high(open_page):
    """Of an icon that the font does not have, the whole name is written."""
    page = open_page("/", "ako@demo.nl")
    drawn(page)
    names = page.evaluate("[...document.querySelectorAll('[data-testid=stIconMaterial]')].map(it => it.textContent)")
    assert set(names) <= names_shown()

    page.evaluate(
        """names => document.body.insertAdjacentHTML('beforeend', names.map(name =>
            `<i class=teken style="font:normal 20px 'Material Symbols Rounded';position:absolute">${name}</i>`).join(''))""",
        sorted(names_shown() & set(ligatures(TTFont(whole_font())))),
    )
    page.evaluate("document.fonts.ready")
    wide = page.evaluate(
        "[...document.querySelectorAll('.teken')].filter(it => it.offsetWidth > 21).map(it => it.textContent)"
    )
    assert wide == []
