"""A running landkaart of 2009 and a real Chromium in front of it, once for a worker: starting takes seconds."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD
from tests.steps.accounts import make_account, make_coordinator
from tests.steps.chromium import ARGUMENTS, find
from tests.steps.databases import use
from tests.steps.landkaart_server import Server
from tests.steps.visits import INVULLER, PATIENCE, WERKPLEINEN, Visits

# On a busy machine too; what is there is seen at once.
expect.set_options(timeout=1000 * PATIENCE)


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


@pytest.fixture(scope="session")
def server(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for all tests: a test that writes takes a werkplein of its own."""
    file = Path(shutil.copy(demo_file, tmp_path_factory.mktemp("server") / "landkaart.db"))
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            make_coordinator(make_account("werkplein", WERKPLEINEN, "Invuller", DEMO_PASSWORD, INVULLER))
    running = Server(file)
    yield running
    running.kill()


@pytest.fixture
def open_page(chromium: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """`open_page("/invullen?werkplein=assen", adres="ako@demo.nl")`, as `Visits.open`; its faults fail the test."""
    visits = Visits(chromium, server)
    yield visits.open
    visits.close()
    assert visits.faults == []


@pytest.fixture
def data(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """This process looks at the data of the server."""
    yield from use(server.database, monkeypatch)
