"""`python -m tests.beeld`: takes the pictures of README.md, `publiccode.yml` and the handleiding."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from landkaart.settings import ROOT
from landkaart.surroundings import CONTENT
from tests.steps.chromium import ARGUMENTS, find
from tests.steps.databases import make_demo
from tests.steps.landkaart_server import Server
from tests.steps.visits import Visits, drawn

DOCS, HANDLEIDING = ROOT / "docs" / "beeld", CONTENT / "handleiding"
# By the name of the file: where it is taken, and who looks.
PICTURES = {
    "landelijk": ("/landelijk?tertaal=2009-2", "ako@demo.nl"),
    "invullen": ("/invullen?werkplein=harderwijk", "werkplein@demo.nl"),
    "uitvraag": ("/uitvraag?uitvraag=2009-3", "ako@demo.nl"),
    "respons": ("/respons?uitvraag=2009-3", "ako@demo.nl"),
    "beheer": ("/beheer", "beheer@demo.nl"),
}
# Those that stand in README.md and publiccode.yml as well.
SHOWN_OUTSIDE = ("landelijk", "invullen")
WIDTH, HEIGHT = 1280, 800
SETTLED = 2_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "landkaart.db"
        make_demo(file)
        server = Server(file)
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        try:
            take(Visits(browser, server))
        finally:
            browser.close()
            server.kill()


def take(visits: Visits) -> None:
    DOCS.mkdir(exist_ok=True)
    for name, (path, adres) in PICTURES.items():
        page = visits.open(path, adres=adres, width=WIDTH)
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        drawn(page)
        # What a component of ours draws is waited for by nothing else.
        page.wait_for_timeout(SETTLED)
        taken = page.screenshot()
        for folder in [HANDLEIDING, *([DOCS] if name in SHOWN_OUTSIDE else [])]:
            (folder / f"{name}.png").write_bytes(taken)
            print(folder / f"{name}.png")


if __name__ == "__main__":
    main()
