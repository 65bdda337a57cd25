"""Visiting the landkaart with a browser: opening pages, waiting until they stand still, finding what is on them."""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from landkaart.domein.rechten import EVERYWHERE
from landkaart.domein.rollen import Rol
from landkaart.settings import ROOT
from pages.contents import Entry
from tests.steps.landkaart_server import Server

PICTURES = ROOT / "var" / "screenshots"
INVULLER = "invuller@voorbeeld.nl"
# Those of the invuller; any other belongs to whoever makes an account for it.
WERKPLEINEN = (
    *("harderwijk", "assen", "zwolle", "zutphen", "tiel", "venlo", "meppel"),
    *("almelo", "alkmaar", "emmen", "heerenveen", "sneek", "bladel", "breda"),
)
WIDTH, HEIGHT = 1440, 900
PATIENCE = 60
REPORT_VIOLATIONS = """
addEventListener('securitypolicyviolation', e => {
    console.error('Content Security Policy', e.effectiveDirective, e.blockedURI, e.sourceFile)
})
"""
READY = "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
# Nothing stands for what is still to come, and every chart is drawn.
DRAWN = """
() => document.fonts.status === 'loaded'
    && !document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton]')
    && [...document.querySelectorAll('[data-testid=stVegaLiteChart]')].every(it => it.querySelector('svg, canvas'))
"""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Visits:
    """Visitors of one server, each new, and what their pages did that they should not.

    `faults`: what a page asked from another host, what the policy kept from loading, what was reported as an error.
    """

    def __init__(self, chromium: Browser, server: Server):
        self.chromium, self.server = chromium, server
        self.faults: list[str] = []
        self.contexts: list[BrowserContext] = []

    def open(
        self,
        path: str = "/",
        adres: str | None = INVULLER,
        width: int = WIDTH,
        *,
        prepare: Callable[[Page], object] = lambda page: None,
    ) -> Page:
        """Return the page when it is ready; `prepare` gets it before it goes anywhere.

        `adres`: whose account; None for who did not sign in (the page is then not waited for).
        """
        context = self.chromium.new_context(viewport={"width": width, "height": HEIGHT}, locale="nl-NL")
        self.contexts.append(context)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("page", self.watch)
        if adres:
            cookies = self.server.sign_in(adres).items()
            context.add_cookies([{"name": name, "value": value, "url": self.server.address} for name, value in cookies])
        page = context.new_page()
        prepare(page)
        page.goto(self.server.address + path)
        if adres:
            ready(page)
        return page

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self.faults.append(request.url) if is_foreign(request.url, self.server) else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if "Content Security Policy" in said.text else None)

    def close(self) -> None:
        """Close every page: one that stays open goes on talking with its server, at the cost of every test after it."""
        for context in self.contexts:
            context.close()


def is_foreign(url: str, server: Server) -> bool:
    """Tell whether a page asked something from another host."""
    return re.match(rf"(http|ws)://localhost:{server.port}/|data:|blob:", url) is None


def who_sees(entry: Entry) -> str:
    """Return the demo account of the first role that may see this page everywhere, or somebody of its own werkpleinen."""
    roles = (rol for rol in (Rol.AKO, Rol.BEHEER) if entry.recht in EVERYWHERE[rol])
    return next((f"{rol.value}@demo.nl" for rol in roles), INVULLER)


def ready(page: Page) -> None:
    """Wait until the server has said all it has to say."""
    page.wait_for_selector(READY, timeout=1000 * PATIENCE)


def drawn(page: Page) -> None:
    """Wait until that is on the screen too, the charts included."""
    ready(page)
    page.wait_for_function(DRAWN)
    page.evaluate(TWO_FRAMES)


def resize(page: Page, width: int) -> None:
    """Make the window as wide, and wait until the page has followed."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    drawn(page)


def until(page: Page, holds: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Wait until it holds, while the page goes on. Raises TimeoutError."""
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"not within {patience} seconds")
        page.wait_for_timeout(50)


def control(page: Page, mijlpaal: str) -> Locator:
    """Return a mijlpaal in the form: its four bands, its state and its toelichting."""
    return page.locator(f"#band-{mijlpaal}")


def picture(page: Page, name: str) -> None:
    """Keep the whole page as an image, outside git, for whoever wants to look: `make pictures`."""
    if not os.environ.get("PICTURES"):
        return
    PICTURES.mkdir(parents=True, exist_ok=True)
    size = page.viewport_size
    height = page.evaluate("(document.querySelector('[data-testid=stMain]') ?? document.body).scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(height + 100, 6_000)})
    page.wait_for_function(DRAWN)
    page.wait_for_timeout(500)
    page.screenshot(path=Path(PICTURES) / f"{name}-{size['width']}.png")
    page.set_viewport_size(size)
