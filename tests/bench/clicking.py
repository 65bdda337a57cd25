"""A click until it is saved, in Chromium, beside a click until a default page of Streamlit with one button has settled.

Both are clocked in the page itself, so that nothing of what drives the browser is in the time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import sleep

from playwright.sync_api import BrowserContext, Locator, Page, sync_playwright

from landkaart.domein.rollen import Rol
from landkaart.settings import ROOT
from tests.bench.landkaarten import choose, landkaart_2009
from tests.bench.measure import Act, Measurement, compare
from tests.bench.saving import MIJLPAAL, WERKPLEIN
from tests.bench.servers import server
from tests.steps.accounts import make_account, open_session
from tests.steps.chromium import ARGUMENTS, find

GOAL, TIMES, WARM_UP = 0.6, 60, 8
REST = 0.15
# Its label tells one run from the next: what Streamlit calls running is over before it is drawn, now and then.
EMPTY = """
import streamlit as st

st.session_state.n = st.session_state.get("n", 0) + 1
st.button(f"Klik {st.session_state.n}", key="klik")
"""
# `target` is clicked; `watched` says how it stands, in its text and, for Streamlit, whether it runs: on the way, at last.
CLOCK = """([target, watched, way, last]) => new Promise((tell, fail) => {
    const said = () => `${watched.textContent}|${watched.dataset.testScriptState ?? ""}`;
    const observer = new MutationObserver(look), began = performance.now();
    let isOnItsWay = false;
    function look() {
        isOnItsWay ||= new RegExp(way).test(said());
        if (!isOnItsWay || !new RegExp(last).test(said())) return;
        observer.disconnect();
        tell(performance.now() - began);
    }
    observer.observe(watched, { subtree: true, childList: true, characterData: true, attributes: true });
    setTimeout(() => fail(new Error(`nothing came of the click: ${said()}`)), 20000);
    target.click();
    look();
})"""


def measure(folder: Path) -> list[Measurement]:
    (folder / "leeg.py").write_text(EMPTY)
    choose(landkaart_2009(folder / "landkaart.db"))
    token = open_session(make_account(Rol.WERKPLEIN, [WERKPLEIN]))
    bare = server(folder, "leeg.py", ["--browser.gatherUsageStats=false"])
    with server(ROOT, "app.py") as port, bare as empty_port, browser() as context:
        context.add_cookies([{"name": "sessie", "value": token, "url": f"http://localhost:{port}"}])
        form, empty = open_form(context, port), open_empty(context, empty_port)
        what = "klik tot opgeslagen in Chromium, naast een klik op een lege pagina met één knop"
        return [compare(what, saving(form), settling(empty), goal=GOAL, times=TIMES, warm_up=WARM_UP)]


@contextmanager
def browser() -> Iterator[BrowserContext]:
    """Raises RuntimeError without a Chromium: nothing was measured then."""
    path = find()
    if path is None:
        raise RuntimeError("no Chromium on this machine: run `make browser`")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium.new_context(viewport={"width": 1440, "height": 900})
        chromium.close()


def open_form(context: BrowserContext, port: int) -> Page:
    page = context.new_page()
    page.goto(f"http://localhost:{port}/invullen?werkplein={WERKPLEIN}")
    page.locator(f"#band-{MIJLPAAL}").wait_for(timeout=60_000)
    return page


def open_empty(context: BrowserContext, port: int) -> Page:
    page = context.new_page()
    page.goto(f"http://localhost:{port}")
    page.get_by_role("button", name="Klik").wait_for(timeout=60_000)
    return page


def saving(page: Page) -> Act:
    """Each time another choice of the same mijlpaal, until the form says of it that it is saved."""
    row = page.locator(f"#band-{MIJLPAAL}")
    others, state = row.locator("input[type=radio]:not(:checked)").first, row.locator("> .state")
    return lambda: clock(page, others, state, "wordt opgeslagen|nog niet", "^opgeslagen ")


def settling(page: Page) -> Act:
    """Until what the run made is there, and Streamlit says that it is over."""
    button, app, numbers = page.locator("[data-testid=stButton] button"), page.get_by_test_id("stApp"), count(2)
    return lambda: clock(page, button, app, rf"Klik {next(numbers)}\b", r"\|notRunning$")


def clock(page: Page, target: Locator, watched: Locator, way: str, last: str) -> float:
    """In front, as the page that somebody works in, and after a rest: a server cleans up after its answer."""
    page.bring_to_front()
    sleep(REST)
    found: float = page.evaluate(CLOCK, [target.element_handle(), watched.element_handle(), way, last])
    return found / 1000
