"""Managers in front of the form of a werkplein, each in a browser of his own."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from db.actions.invullingen import save_answer, save_toelichting
from db.engine import read_session
from db.queries.stands import stand
from landkaart.domein.band import Band
from tests.steps.accounts import make_account, open_session, sign_in_as
from tests.steps.form_visits import NO_LINE, NOW, USED, Form, sign_in
from tests.steps.landkaart_server import Server
from tests.steps.perform import perform
from tests.steps.visits import REPORT_VIOLATIONS, WERKPLEINEN, is_foreign


@pytest.fixture
def werkplein(data: None) -> str:
    """One that no other test uses, and that said something last time."""
    with read_session() as session:
        known = set(stand(session=session, tertaal=NOW).bands.index) - set(WERKPLEINEN)
    return sorted(known)[next(USED)]


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
