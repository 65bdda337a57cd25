"""The hands of a person at a screen, with everything counted that they do."""

from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.steps.visits import drawn, ready


class Hands:
    """Counts what somebody does: one for a click, for a field that is typed, for a file that is dropped.

    A way over the menu is two clicks, an option of a list is two: to type it, and to choose.
    """

    def __init__(self) -> None:
        self.actions = 0

    def click(self, what: Locator) -> None:
        self.actions += 1
        what.click()

    def fill(self, what: Locator, text: str) -> None:
        self.actions += 1
        what.fill(text)

    def drop(self, what: Locator, file: Path) -> None:
        self.actions += 1
        what.set_input_files(file)

    def follow_link(self, page: Page, address: str) -> None:
        """As it stands in a mail, or in the log of the server."""
        self.actions += 1
        page.goto(address)

    def go(self, page: Page, address: str) -> None:
        self.actions += 2
        page.goto(address)
        drawn(page)

    def choose(self, page: Page, label: str, option: str) -> None:
        self.actions += 2
        # A long list has its options only where one looks: one types.
        page.get_by_role("combobox", name=label, exact=True).fill(option)
        page.get_by_role("option", name=option, exact=True).click()
        ready(page)
