"""Managers in front of the form of a werkplein, each in a browser of his own."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from db.actions.invullingen import save_answer, save_toelichting
from db.engine import read_session
from db.queries.stands import stand
from landkaart.domein.band import Band
from tests.steps.accounts import make_account, open_session, sign_in_as
from tests.steps.form_visits import NO_LINE, NOW, USED, Form, sign_in
from tests.steps.landkaart_server import Server, start_copy
from tests.steps.perform import perform
from tests.steps.visits import REPORT_VIOLATIONS, WERKPLEINEN, is_foreign

# So many tests share a server: there are more werkpleinen than this of which the form is still as it was.
TESTS_PER_SERVER = 100


class Servers:
    """Servers on data of their own, one after another."""

    def __init__(self, start: Callable[[], Server]):
        self.start, self.last, self.uses = start, None, 0

    def give(self) -> Server:
        """Return the last one, or a new one when so many tests have used it."""
        if self.last is None or self.uses == TESTS_PER_SERVER:
            self.end()
            self.last, self.uses = self.start(), 0
        self.uses += 1
        return self.last

    def end(self) -> None:
        if self.last is not None:
            self.last.kill()


@pytest.fixture(scope="session")
def servers(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    made = Servers(lambda: start_copy(demo_file, tmp_path_factory.mktemp("server")))
    yield made
    made.end()


@pytest.fixture
def server(servers: Servers) -> Server:
    return servers.give()


@pytest.fixture
def werkplein(server: Server, data: None) -> str:
    """One that no other test uses, and that said something last time."""
    with read_session() as session:
        known = set(stand(session=session, tertaal=NOW).bands.index) - set(WERKPLEINEN)
    return sorted(known)[next(USED[server.database])]


@pytest.fixture
def visit(chromium: Browser, server: Server, data: None) -> Iterator[Callable[..., Form]]:
    """`visit(werkplein, naam)`: a new browser for a new manager, when his form is there.

    Whatever a page asks from another host, is kept from loading by the policy, or reports as an error, fails the test.
    """
    contexts: list[BrowserContext] = []
    seen: list[str] = []

    def watch(page: Page) -> None:
        page.on("request", lambda request: seen.append(request.url) if is_foreign(request.url, server) else None)
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("console", lambda said: seen.append(said.text) if "Content Security Policy" in said.text else None)
        page.on("dialog", lambda dialog: dialog.accept())

    def come(werkplein: str, naam: str = "Beheerder", open: bool = True, script: str = "", **look: object) -> Form:
        look = {"viewport": {"width": 1440, "height": 900}, "locale": "nl-NL"} | look
        context = chromium.new_context(**look)
        contexts.append(context)
        context.add_init_script(REPORT_VIOLATIONS + NO_LINE + script)
        context.on("page", watch)
        sign_in(context, server, open_session(make_account("werkplein", [werkplein], naam)))
        form = Form(context.new_page(), werkplein, server)
        return form.open() if open else form

    yield come
    for context in contexts:
        context.close()
    assert seen == []


@pytest.fixture
def form(visit: Callable[..., Form], werkplein: str) -> Form:
    return visit(werkplein)


@pytest.fixture
def colleague(data: None, werkplein: str) -> Callable[..., None]:
    """`colleague({mijlpaal: band}, text={mijlpaal: tekst})` fills in from elsewhere."""

    def answer(banden: Mapping[str, Band | None], text: Mapping[str, str] | None = None) -> None:
        by, here = sign_in_as("werkplein", [werkplein], "Collega"), {"werkplein": werkplein, "tertaal": NOW}
        for mijlpaal, band in banden.items():
            perform(save_answer, by, mijlpaal=mijlpaal, band=band, **here)
        for mijlpaal, tekst in (text or {}).items():
            perform(save_toelichting, by, mijlpaal=mijlpaal, tekst=tekst, **here)

    return answer
