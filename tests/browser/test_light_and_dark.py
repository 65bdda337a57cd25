"""One look in light and in the dark: it follows whoever looks, holds on every page, and leaves paper light."""

import pytest
from playwright.sync_api import Page, expect

from landkaart.rapport.colours import DARK, IN_THE_DARK, PAPER, TEXT
from landkaart.web.program.look import rgb
from tests.steps.visits import drawn

pytestmark = pytest.mark.browser
APP = "[data-testid=stApp]"
# A number behind a bar, and one that stands in it.
MEAN = "[data-testid=stVegaLiteChart] svg text[fill='#1a1a1a']"


def dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")


def is_shown_dark(page: Page) -> None:
    expect(page.locator(APP)).to_have_css("background-color", rgb(DARK))


def choose(page: Page, theme: str) -> None:
    page.get_by_role("button", name="Menu").last.click()
    page.get_by_role("menuitemradio", name=theme).click()


def test_a_page_follows_the_machine_of_whoever_looks_its_charts_and_its_form_too(open_page):
    page = open_page("/landelijk?tertaal=2009-2", "ako@demo.nl", prepare=dark)
    drawn(page)

    is_shown_dark(page)
    expect(page.locator(MEAN).first).to_have_css("fill", rgb(IN_THE_DARK[TEXT]))
    page.emulate_media(color_scheme="light")
    expect(page.locator(APP)).to_have_css("background-color", rgb(PAPER))
    expect(page.locator(MEAN).first).to_have_css("fill", rgb(TEXT))


def test_what_is_chosen_in_the_menu_holds_on_every_page_from_the_first_moment(open_page):
    page = open_page("/landelijk?tertaal=2009-2", "ako@demo.nl")
    choose(page, "Donker")
    is_shown_dark(page)

    page.route("**/static/js/index.*", lambda route: None)
    page.goto(page.url.replace("/landelijk", "/kaart"), wait_until="commit")
    page.get_by_text("De landkaart wordt geladen…").wait_for()
    expect(page.locator("html")).to_have_css("background-color", rgb(DARK))
    page.unroute_all()
    page.reload()
    is_shown_dark(page)


@pytest.mark.parametrize(
    ("path", "adres"), [("/landelijk?tertaal=2009-2", "ako@demo.nl"), ("/invullen?werkplein=tiel", "invuller@voorbeeld.nl")]
)
def test_a_dark_page_prints_light(open_page, path, adres):
    page = open_page(path, adres, prepare=dark)
    drawn(page)
    is_shown_dark(page)
    page.emulate_media(media="print", color_scheme="dark")

    expect(page.locator(APP)).to_have_css("color-scheme", "light")
    words = page.locator("h1, legend, .zin, [data-testid=stMarkdownContainer] p").filter(visible=True)
    expect(words.first).to_have_css("color", rgb(TEXT))
    assert set(words.evaluate_all("all => all.map(it => getComputedStyle(it).color)")) == {rgb(TEXT)}
    for text in page.locator(MEAN).all()[:1]:
        expect(text).to_have_css("fill", rgb(TEXT))


def test_in_forced_colours_what_is_chosen_has_an_edge(chromium, server):
    context = chromium.new_context(forced_colors="active", locale="nl-NL")
    cookies = server.sign_in("ako@demo.nl").items()
    context.add_cookies([{"name": name, "value": value, "url": server.address} for name, value in cookies])
    page = context.new_page()
    page.goto(f"{server.address}/heatmap?tertaal=2009-2")

    for chosen in (page.get_by_role("radio", checked=True).first, page.get_by_role("button", name="Pagina 1", exact=True)):
        expect(chosen).to_have_css("outline-style", "solid")
    expect(page.get_by_role("radio", checked=False).first).to_have_css("outline-style", "none")
    context.close()
