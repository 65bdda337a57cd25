"""Each page as everybody can use it: it fits its screen, asks nothing from elsewhere, and axe has nothing to say of it.

A page is opened once for all of its tests: most of what a visit costs is the browser reading the program of Streamlit.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from landkaart.rapport.colours import IN_THE_DARK, ON_COLOUR, TEXT
from landkaart.screens import DEFAULT, Screen
from pages.contents import Entry, entries
from tests.steps.landkaart_server import Server
from tests.steps.visits import WIDTH, Visits, drawn, picture, ready, resize, who_sees

pytestmark = pytest.mark.browser
# Of A4 without its margins, in px.
UPRIGHT = 703
APP = "[data-testid=stApp]"
# What Streamlit makes so, and nothing of ours can change: the rule of axe, and in which element.
OF_STREAMLIT = {("presentation-role-conflict", 'data-testid="stFileUploaderDropzone"')}
# What these show depends on the werkplein in their address, or on there being one.
OF_A_WERKPLEIN = {Screen.INVULLEN, Screen.WERKPLEIN, Screen.LEREN, Screen.UITVRAAG, Screen.LOGBOEK}
PLAIN = [
    ("/inloggen", None, "Aanmelden"),
    ("/wachtwoord-vergeten", None, "Wachtwoord vergeten"),
    ("/toegang/x", None, "Deze link werkt niet meer"),
    ("/account", "lezer@demo.nl", "Mijn account"),
]


@dataclass
class Opened:
    """A page that stays open for the tests of its entry."""

    entry: Entry
    page: Page
    visits: Visits

    def at(self, width: int, query: str = "") -> Page:
        """Return the page at this width, with this behind its address, drawn."""
        path = "/" if self.entry.screen is DEFAULT else self.entry.screen.path
        if query and self.entry.screen in OF_A_WERKPLEIN and query not in self.page.url:
            self.page.goto(f"{self.visits.server.address}{path}?{query}")
            ready(self.page)
        resize(self.page, width)
        return self.page


@pytest.fixture(scope="module", params=list(entries()), ids=lambda entry: entry.screen)
def opened(request: pytest.FixtureRequest, chromium: Browser, server: Server) -> Iterator[Opened]:
    visits = Visits(chromium, server)
    path = "/" if request.param.screen is DEFAULT else request.param.screen.path
    yield Opened(request.param, visits.open(path, who_sees(request.param)), visits)
    visits.close()
    assert visits.faults == []


# The colours that charts are made of: each must be known, to be another one in the dark.
DRAWN_IN = """() => [...document.querySelectorAll('[data-testid=stVegaLiteChart] svg *')]
    .flatMap(it => [it.getAttribute('fill'), it.getAttribute('stroke')]).filter(Boolean)"""

# Also in what our own components draw in a tree of their own.
CONTROLS = """() => {
    const inside = it => it.shadowRoot ? within(it.shadowRoot) : []
    const within = root => [...root.querySelectorAll('*')].flatMap(it => [it, ...inside(it)])
    return within(document).filter(it => it.matches('button, input, textarea, select, form, [data-testid=stHeader]')
        && it.checkVisibility() && it.getBoundingClientRect().width > 1).map(it => it.outerHTML.slice(0, 160))
}"""


@contextmanager
def on_paper(page: Page) -> Iterator[None]:
    """The page as it is printed, with all that was fetched for it."""
    page.emulate_media(media="print")
    expect(page.locator(".lk-herkomst")).to_have_count(1)
    yield
    page.emulate_media(media="screen")


@contextmanager
def in_the_dark(page: Page) -> Iterator[None]:
    """The page as it is for who has a dark screen."""
    page.emulate_media(color_scheme="dark")
    if page.locator(APP).count():
        expect(page.locator(APP)).to_have_css("color-scheme", "dark")
        drawn(page)
    yield
    page.emulate_media(color_scheme="light")


def findings(page: Page) -> list[str]:
    """Return what hinders somebody, however little, as axe says it, with the element."""
    found = Axe().run(page).response
    assert found["passes"], "axe found nothing to look at"
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in found["violations"]
        for node in violation["nodes"]
        if not any(violation["id"] == rule and part in node["html"] for rule, part in OF_STREAMLIT)
    ]


def width_of(page: Page) -> int:
    """Return how wide a window it asks for, in px."""
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_fits_its_screen_and_asks_nothing_from_elsewhere(opened: Opened, width: int):
    page = opened.at(width)

    page.get_by_role("heading", name=opened.entry.title, exact=True, level=1).wait_for()
    assert width_of(page) <= width
    assert opened.visits.faults == []
    picture(page, opened.entry.title.lower().replace(" ", "-"))


def test_a_print_of_a_page_has_nothing_to_press_and_says_where_it_comes_from(opened: Opened):
    page = opened.at(UPRIGHT, "werkplein=zutphen")

    with on_paper(page):
        assert page.evaluate(CONTROLS) == []
        expect(page.locator(".lk-herkomst")).to_contain_text("Gemaakt: op ")


def test_axe_has_nothing_to_say_about_a_page(opened: Opened):
    assert findings(opened.at(WIDTH, "werkplein=zutphen")) == []


def test_axe_has_nothing_to_say_about_a_page_on_a_dark_telephone_either(opened: Opened):
    page = opened.at(390, "werkplein=zutphen")

    with in_the_dark(page):
        assert findings(page) == []
        assert set(page.evaluate(DRAWN_IN)) - set(IN_THE_DARK) <= {"none", "transparent", ON_COLOUR, IN_THE_DARK[TEXT]}


def test_a_page_fits_a_screen_of_320_px(opened: Opened):
    assert width_of(opened.at(320, "werkplein=zutphen")) <= 321


@pytest.fixture(scope="module")
def plain(chromium: Browser, server: Server) -> Iterator[Callable[[str, str | None], Page]]:
    """`plain("/account", "lezer@demo.nl")`: a page without Streamlit, opened once for all widths."""
    visits, pages = Visits(chromium, server), {}

    def visit(path: str, adres: str | None) -> Page:
        if path not in pages:
            pages[path] = visits.open("/inloggen", None)
            if adres:
                cookies = server.sign_in(adres).items()
                pages[path].context.add_cookies([{"name": k, "value": v, "url": server.address} for k, v in cookies])
            pages[path].goto(server.address + path)
        return pages[path]

    yield visit
    visits.close()
    assert visits.faults == []


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(("path", "adres", "title"), PLAIN)
def test_every_plain_page_fits_its_screen_and_asks_nothing_from_elsewhere(plain, path, adres, title, width):
    page = plain(path, adres)
    page.set_viewport_size({"width": width, "height": 900})

    page.get_by_role("heading", name=title, exact=True).wait_for()
    assert width_of(page) <= width
    picture(page, title.lower().replace(" ", "-"))


@pytest.mark.parametrize(("path", "adres", "title"), PLAIN)
def test_axe_has_nothing_to_say_about_a_plain_page_in_light_or_in_the_dark(plain, path, adres, title):
    page = plain(path, adres)

    assert findings(page) == []
    with in_the_dark(page):
        assert findings(page) == []


def test_the_sign_in_page_hinders_nobody(open_page):
    page = open_page("/inloggen", adres=None, width=320)

    assert findings(page) == []
    assert width_of(page) <= 321
    assert page.evaluate("document.documentElement.lang") == "nl"
