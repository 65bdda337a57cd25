"""A running landkaart of 2009 and a real Chromium in front of it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from landkaart.domein.rechten import OVERAL
from landkaart.domein.rollen import Rol
from landkaart.web.sign_in.password import DEMO_PASSWORD
from pages.contents import Entry
from tests.conftest import use
from tests.steps.accounts import make_account
from tests.steps.chromium import ARGUMENTS, find

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "var" / "screenshots"
INVULLER = "invuller@voorbeeld.nl"
WERKPLEINEN = (
    *("harderwijk", "assen", "zwolle", "zutphen", "tiel", "venlo", "meppel"),
    *("almelo", "alkmaar", "emmen", "heerenveen", "sneek", "bladel", "breda"),
)
REPORT_VIOLATIONS = """
addEventListener('securitypolicyviolation', e => {
    console.error('Content Security Policy', e.effectiveDirective, e.blockedURI, e.sourceFile)
})
"""
READY = "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find()
    if path is None:
        reason = "no Chromium on this machine: run `make browser`"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


class Server:
    """The landkaart as a process of its own, on a port of its own; it can be killed and started again.

    `settings`: environment variables, on top of where its data live and where it is found.
    """

    def __init__(self, database: Path, **settings: str):
        self.database, self.settings = database, settings
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self.address = f"http://localhost:{self.port}"
        self.start()

    def start(self) -> None:
        command = [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            "app.py",
            "--server.headless=true",
            f"--server.port={self.port}",
        ]
        own = {"DATABASE_URL": f"sqlite:///{self.database}", "LANDKAART_ADRES": self.address}
        surroundings = {**os.environ, **own, **self.settings}
        self.log = (self.database.parent / "server.log").open("a")
        self.process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=self.log, stderr=self.log)
        for _ in range(240):
            try:
                if httpx.get(f"{self.address}/_stcore/health").status_code == 200:
                    return
            except httpx.HTTPError:
                time.sleep(0.25)
        raise TimeoutError("the landkaart did not start: " + (self.database.parent / "server.log").read_text())

    def sign_in(self, adres: str) -> dict[str, str]:
        """The cookie of a new session, as the sign-in page gives it."""
        given = {"adres": adres, "wachtwoord": DEMO_PASSWORD}
        answer = httpx.post(f"{self.address}/inloggen", data=given)
        assert answer.status_code == 303, answer.text
        return {"sessie": answer.cookies["sessie"]}

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.log.close()


@pytest.fixture(scope="session")
def server(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for all tests, because starting takes seconds: a test that writes takes a werkplein of its own."""
    file = Path(shutil.copy(demo_file, tmp_path_factory.mktemp("server") / "landkaart.db"))
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            make_account("werkplein", WERKPLEINEN, "Invuller", DEMO_PASSWORD, INVULLER)
    running = Server(file)
    yield running
    running.kill()


@pytest.fixture
def open_page(chromium: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """`open_page("/invullen?werkplein=assen", adres="ako@demo.nl", width=390)`: a new visitor, when the page is ready.

    `adres`: whose account; None for who did not sign in (the page is then not waited for). Whatever a page asks from another
    host, is kept from loading by the policy, or reports as an error, fails the test.
    """
    seen: list[str] = []
    contexts: list[BrowserContext] = []

    def watch(page: Page) -> None:
        page.on("request", lambda request: seen.append(request.url) if is_foreign(request.url, server) else None)
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("console", lambda said: seen.append(said.text) if "Content Security Policy" in said.text else None)

    def visit(path: str = "/", adres: str | None = INVULLER, width: int = 1440) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, locale="nl-NL")
        contexts.append(context)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("page", watch)
        if adres:
            context.add_cookies([{"name": n, "value": v, "url": server.address} for n, v in server.sign_in(adres).items()])
        page = context.new_page()
        page.goto(server.address + path)
        if adres:
            ready(page)
        return page

    yield visit
    # A page that stays open goes on talking with its server, at the cost of every test after it.
    for context in contexts:
        context.close()
    assert seen == []


def who_sees(entry: Entry) -> str:
    """The demo account of the first role that may see this page everywhere, or somebody of its own werkpleinen."""
    roles = (rol for rol in (Rol.AKO, Rol.BEHEER) if entry.recht in OVERAL[rol])
    return next((f"{rol.value}@demo.nl" for rol in roles), INVULLER)


def is_foreign(url: str, server: Server) -> bool:
    return re.match(rf"(http|ws)://localhost:{server.port}/|data:|blob:", url) is None


def ready(page: Page) -> None:
    page.wait_for_selector(READY, timeout=60_000)


def control(page: Page, mijlpaal: str) -> Locator:
    """A mijlpaal in the form: its four bands, its state and its toelichting."""
    return page.locator(f"#band-{mijlpaal}")


def picture(page: Page, name: str) -> None:
    """The whole page, kept outside git for whoever wants to look."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.wait_for_timeout(1_000)
    size = page.viewport_size
    height = page.evaluate("(document.querySelector('[data-testid=stMain]') ?? document.body).scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(height + 100, 6_000)})
    page.wait_for_timeout(500)
    page.screenshot(path=PICTURES / f"{name}-{size['width']}.png")
    page.set_viewport_size(size)
