"""A first visit with an empty browser: what comes over the line, and when the page stands there on a slow line.

Beside a default page of Streamlit with a chart and a table. Lines are imitated by Chromium as its own tools do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from landkaart.domein.rollen import Rol
from landkaart.settings import ROOT
from landkaart.web.program.packing import FOLDER
from tests.bench.landkaarten import choose, landkaart_2009
from tests.bench.measure import Measurement
from tests.bench.servers import server
from tests.steps.accounts import make_account, open_session
from tests.steps.chromium import ARGUMENTS, find
from tests.steps.visits import drawn

MOST, BYTES_GOAL, TIME_GOAL = 1_300_000, 0.4, 0.45
# As the tools of Chromium call them: bytes a second, and seconds for there and back.
LINES = {"slow 3G": (50_000, 2.0), "fast 3G": (180_000, 0.5625)}
TIMES = 3
DEFAULT = """
import pandas as pd
import streamlit as st

table = pd.DataFrame({"naam": list("abcdefgh"), "score": range(8)})
st.title("Een pagina")
st.bar_chart(table, x="naam", y="score")
st.dataframe(table)
"""


@dataclass(frozen=True)
class Visit:
    """What came over the line, pages and messages together, and in how many seconds the page stood there."""

    requests: int
    bytes: int
    seconds: float


def measure(folder: Path) -> list[Measurement]:
    (folder / "gewoon.py").write_text(DEFAULT)
    choose(landkaart_2009(folder / "landkaart.db"))
    token = open_session(make_account(Rol.LEZER))
    bare = server(folder, "gewoon.py", ["--browser.gatherUsageStats=false"])
    with server(ROOT, "app.py") as port, bare as bare_port, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        wait_until_packed()
        ours, theirs = (partial(visit, chromium, *where) for where in ((port, token), (bare_port, None)))
        found = [*measure_bytes(ours, theirs), *(measure_line(name, ours, theirs) for name in LINES)]
        chromium.close()
    return found


def measure_bytes(ours: Callable[[], Visit], theirs: Callable[[], Visit]) -> list[Measurement]:
    mine, reference = ours(), theirs()
    what = f"eerste bezoek: Landelijk beeld in {mine.requests} verzoeken, naast een gewone pagina in {reference.requests}"
    return [
        Measurement(what, mine.bytes, reference.bytes, BYTES_GOAL, "bytes"),
        Measurement("eerste bezoek: naast de grens", mine.bytes, MOST, 1, "bytes"),
    ]


def measure_line(name: str, ours: Callable[..., Visit], theirs: Callable[..., Visit]) -> Measurement:
    pairs = [(ours(line=LINES[name]).seconds, theirs(line=LINES[name]).seconds) for _ in range(TIMES)]
    mine, reference = zip(*pairs, strict=True)
    return Measurement(f"eerste bezoek over {name}, naast een gewone pagina", median(mine), median(reference), TIME_GOAL)


def wait_until_packed() -> None:
    """A first start packs beside its work; what is measured is every visit after that."""
    before = -1
    while (now := len(list(FOLDER.glob("*.br")))) != before:
        before = now
        sleep(4)


def visit(chromium: Browser, port: int, token: str | None, line: tuple[int, float] | None = None) -> Visit:
    """With a new browser, in which nothing is kept."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    if token:
        context.add_cookies([{"name": "sessie", "value": token, "url": f"http://localhost:{port}"}])
    page = context.new_page()
    taken = watch(context, page, line)
    begin = perf_counter()
    page.goto(f"http://localhost:{port}", wait_until="commit", timeout=300_000)
    page.set_default_timeout(300_000)
    page.locator("[data-testid=stVegaLiteChart] :is(svg, canvas)").first.wait_for(state="attached", timeout=300_000)
    drawn(page)
    seconds = perf_counter() - begin
    context.close()
    return Visit(len(taken), sum(taken), seconds)


def watch(context: BrowserContext, page: Page, line: tuple[int, float] | None) -> list[int]:
    """Return what fills with the size of each answer and each message as they come in."""
    taken: list[int] = []
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.on("Network.loadingFinished", lambda event: taken.append(int(event["encodedDataLength"])))
    tools.on("Network.webSocketFrameReceived", lambda event: taken.append(size_of(event["response"])))
    if line:
        speed, there_and_back = line
        rules = {"offline": False, "latency": there_and_back * 1000, "downloadThroughput": speed, "uploadThroughput": speed}
        tools.send("Network.emulateNetworkConditions", rules)
    return taken


def size_of(message: dict) -> int:
    """Of a message that is not text the tools give the bytes in base64."""
    length = len(message["payloadData"])
    return length if message["opcode"] == 1 else length * 3 // 4
