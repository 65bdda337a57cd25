"""The form of one werkplein in a real Chromium, beside the database that it is about."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page
from sqlalchemy import select, update

from db import models
from db.engine import read_session, write_session
from db.queries.invullingen import akkoorden, indieningen, invulling
from landkaart.domein.clock import system_now
from landkaart.domein.invulling import Akkoord, Indiening, Invulling
from landkaart.domein.tertaal import Tertaal
from tests.steps.landkaart_server import Server

NOW = Tertaal(2009, 3)
PLAN, ANALYSE = "ketenjaarplan", "arbeidsmarktanalyse"
# A moment after the last key: before a text goes out by itself, while it does, long after.
MOMENTS = (0.1, 1, 5)
# With the hour at which it was, whatever that is now.
SAVED = re.compile(r"opgeslagen \d\d?[ :]")
# How many werkpleinen tests have taken, for each database.
USED: defaultdict[Path, Iterator[int]] = defaultdict(count)
# What a page sends while it goes cannot be held back from outside.
NO_LINE = """
    const ask = window.fetch;
    window.fetch = (what, how) => String(what).includes('/veld/') && sessionStorage.getItem('geen lijn')
        ? Promise.reject(new TypeError('geen lijn')) : ask(what, how);
"""


@dataclass
class Form:
    """The form of one werkplein on one page."""

    page: Page
    werkplein: str
    server: Server

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    def open(self, wait: bool = True) -> "Form":
        self.page.goto(f"{self.server.address}/invullen?werkplein={self.werkplein}")
        if wait:
            self.row(PLAN).wait_for(timeout=60_000)
        return self

    def again(self) -> "Form":
        """On a new page of the same browser."""
        return Form(self.context.new_page(), self.werkplein, self.server).open()

    def row(self, code: str, kind: str = "band") -> Locator:
        return self.page.locator(f"#{kind}-{code}")

    def radio(self, code: str, label: str, kind: str = "band") -> Locator:
        return self.row(code, kind).get_by_role("radio", name=label)

    def choose(self, code: str, label: str) -> None:
        self.radio(code, label).click()

    def state(self, code: str, kind: str = "band") -> Locator:
        """Of the choice."""
        return self.row(code, kind).locator("> .state")

    def text(self, code: str) -> Locator:
        """The field of the toelichting; opened first where it is not."""
        self.row(code).wait_for(timeout=60_000)
        field = self.row(code).get_by_role("textbox")
        if not field.is_visible():
            self.row(code).get_by_role("button", name="Toelichting").click()
        return field

    def type(self, code: str, said: str) -> Locator:
        field = self.text(code)
        field.press("End")
        self.page.keyboard.type(said)
        return field

    def text_state(self, code: str) -> Locator:
        return self.row(code).locator(".under .state")

    def wait(self, seconds: float) -> None:
        self.page.wait_for_timeout(seconds * 1000)

    def cut(self, away: bool = True) -> None:
        """Nothing that is saved gets through, also not after a reload, until it may again."""
        self.page.evaluate("away => away ? sessionStorage.setItem('geen lijn', '1') : sessionStorage.clear()", away)

    @property
    def questions(self) -> Locator:
        """Where somebody else was first."""
        return self.page.locator(".question:visible")

    @property
    def all(self) -> Locator:
        """What the bar says of saving."""
        return self.page.locator(".all")

    @property
    def done(self) -> Locator:
        """What the bar says of how far it is, and what the score becomes."""
        return self.page.locator(".done")

    @property
    def spoken(self) -> Locator:
        """What a screen reader was told, the last few."""
        return self.page.locator(".unseen[role=status] p")

    def button(self, name: str) -> Locator:
        return self.page.locator(".bar").get_by_role("button", name=name)

    @property
    def kept(self) -> Invulling:
        with read_session() as session:
            return invulling(session=session, werkplein=self.werkplein, tertaal=NOW)

    def until_kept(self, code: str, text: str, seconds: float = 5) -> None:
        """Waits until the database has this toelichting."""
        until(self.page, lambda: self.kept.toelichtingen.get(code) == text, seconds)

    @property
    def versions(self) -> list[Indiening]:
        with read_session() as session:
            return indieningen(session=session, werkplein=self.werkplein, tertaal=NOW)

    @property
    def akkoorden(self) -> dict[int, list[Akkoord]]:
        with read_session() as session:
            return akkoorden(session=session, werkplein=self.werkplein, tertaal=NOW)


def until(page: Page, holds: Callable[[], bool], seconds: float = 5) -> None:
    for _ in range(int(seconds * 20)):
        if holds():
            return
        page.wait_for_timeout(50)
    assert holds()


def sign_in(context: BrowserContext, server: Server, token: str) -> None:
    context.add_cookies([{"name": "sessie", "value": token, "url": server.address}])


def end_sessions(werkplein: str) -> None:
    """Of everybody who fills in for this werkplein."""
    holds, place = models.AccountWerkplein, models.Werkplein
    people = select(holds.account_id).join(place, place.id == holds.werkplein_id).where(place.code == werkplein)
    with write_session() as session:
        session.exec(update(models.Sessie).where(models.Sessie.account_id.in_(people)).values(beeindigd_op=system_now()))


def at_some_hour(said: str) -> re.Pattern[str]:
    """Return what is said with an hour behind it, whichever it is."""
    return re.compile(re.escape(said) + r"[0-2]\d:[0-5]\d")
