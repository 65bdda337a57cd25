"""From nothing to a planned uitvraag: the first beheerder, all files at once, the first of the AKO."""

import re
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, expect
from sqlmodel import select

from db import models
from db.engine import read_session
from tests.browser.from_nothing.around import Round
from tests.browser.from_nothing.people import AKO, BEHEER, PASSWORD, WERKPLEINEN, accounts_file
from tests.steps.hands import Hands
from tests.steps.visits import drawn, picture, ready, until
from tests.steps.zips import zipped

# As it stands in a mail, and in the log of the server.
LINK = re.compile(r"http://\S+/toegang/[\w-]{43}")


def come_in_first(it: Round) -> Page:
    """By the link that the server prints; he gives his own name, address and password."""
    page, hands = it.visits.open("/inloggen", None), it.hands
    said = (it.server.database.parent / "server.log").read_text()
    hands.follow_link(page, LINK.search(said)[0])
    hands.click(page.get_by_role("button", name="Aanmelden als beheerder"))
    hands.fill(page.get_by_label("Naam"), "Bea van beheer")
    hands.fill(page.get_by_label("E-mailadres"), BEHEER)
    hands.click(page.get_by_role("button", name="Naam en adres bewaren"))
    expect(page.get_by_text("Uw adres is bewaard")).to_be_visible()
    choose_password(hands, page, "Wachtwoord wijzigen")
    expect(page.get_by_text("Uw wachtwoord is")).to_be_visible()
    return page


def choose_password(hands: Hands, page: Page, button: str) -> None:
    hands.fill(page.locator("#nieuw"), PASSWORD)
    hands.fill(page.locator("#nogmaals"), PASSWORD)
    hands.click(page.get_by_role("button", name=button))


def upload_everything(it: Round, page: Page, tmp_path: Path) -> None:
    """127 werkpleinen and 255 people in one file."""
    file = tmp_path / "begin.zip"
    file.write_bytes(zipped(("werkpleinen.csv", WERKPLEINEN), ("accounts.csv", accounts_file())))
    it.hands.go(page, f"{it.server.address}/upload")
    it.hands.drop(page.locator("input[type=file]"), file)
    it.hands.click(page.get_by_role("button", name="382 wijzigingen inlezen"))
    expect(page.get_by_text("Ingelezen om")).to_be_visible()
    picture(page, "van-niets-ingelezen")


def invite_the_ako(it: Round, page: Page) -> Page:
    """One mail; who gets it chooses a password and stands at Begin. The others are invited by the mail of the opening."""
    it.hands.go(page, f"{it.server.address}/beheer")
    it.hands.click(page.get_by_role("tab", name="Uitnodigen"))
    it.hands.choose(page, "Rol", "AKO")
    it.hands.click(page.get_by_role("button", name="1 persoon uitnodigen per e-mail"))
    until(page, lambda: AKO in it.box.addresses)
    anja = it.visits.open("/inloggen", None)
    it.hands.follow_link(anja, LINK.search(dict(it.box.mails)[AKO].get_content())[0])
    choose_password(it.hands, anja, "Wachtwoord vastleggen")
    ready(anja)
    return anja


def plan(it: Round, page: Page) -> None:
    """From Begin, with the usual dates, a question, and a look at the four mails."""
    it.hands.click(page.get_by_role("link", name="Uitvraag plannen"))
    it.hands.click(page.get_by_role("button", name="Uitvraag maken"))
    expect(page.get_by_text(re.compile("De uitvraag van 2010-1 .* opent op 15 maart 2010"))).to_be_visible()
    it.hands.click(page.get_by_role("tab", name="Vragen"))
    it.hands.fill(page.get_by_label("Nieuwe vraag"), "Hebt u gezamenlijke doelstellingen?")
    it.hands.click(page.get_by_role("button", name="Vraag toevoegen"))
    expect(page.get_by_label("Vraag", exact=True)).to_have_value("Hebt u gezamenlijke doelstellingen?")
    it.hands.click(page.get_by_role("tab", name="Post"))
    expect(page.get_by_text("Welke e-mail wilt u lezen of wijzigen?")).to_be_visible()
    drawn(page)
    picture(page, "van-niets-gepland")
    with read_session() as session:
        assert Counter(each.aan for each in session.exec(select(models.GeplandePost))) == {True: 4}
