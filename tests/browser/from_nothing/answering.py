"""The weeks that an uitvraag is open: mails by the clock, answers, a navraag, uitstel, and the closing."""

from playwright.sync_api import Page, expect
from sqlmodel import select

from db import models
from db.engine import read_session
from db.queries.respons import respons
from landkaart.domein.respons import Stap
from tests.browser.from_nothing.around import Round, marked
from tests.browser.from_nothing.people import (
    ASKED,
    LATE,
    LATER,
    NAMEN,
    ON_TIME,
    ORDER,
    PASSWORD,
    REFUSED,
    RETURNED,
    TERTAAL,
    people_of,
)
from tests.browser.from_nothing.planning import LINK
from tests.steps.imap_server import report
from tests.steps.managers import session_with, take_up
from tests.steps.visits import drawn, picture, until


def open_and_answer(it: Round) -> None:
    """The opening reaches everybody but who is refused; three come back. A hundred werkpleinen submit."""
    reached = it.leaves_at("2010-03-15T09:30")
    assert sorted(reached) == sorted(people_of(ORDER) - {REFUSED})
    opened = dict(it.box.mails)
    it.imap.take_in(*(report(opened[adres]) for adres in sorted(RETURNED)))
    invited = [code for code in ON_TIME[:5] if f"uwv-{code}@voorbeeld.nl" not in RETURNED]
    links = {code: LINK.search(opened[f"uwv-{code}@voorbeeld.nl"].get_content())[0] for code in invited}
    it.submit(ON_TIME, {code: take_up(it.server, link, PASSWORD) for code, link in links.items()})


def remind(it: Round, page: Page) -> None:
    """Who did not submit, but for whose mail came back; Respons says the same, and names the addresses."""
    it.let_leave()
    until(page, lambda: marked() == RETURNED)
    it.come_back_from = len(it.box.mails)
    reminded = it.leaves_at("2010-04-15T09:30")
    assert sorted(reminded) == sorted(people_of(ORDER[100:]) - RETURNED - {REFUSED})
    it.hands.go(page, f"{it.server.address}/respons")
    expect(page.get_by_test_id("stMetricValue")).to_have_text(["27", "0", "0", "100", "0"])
    it.hands.click(page.get_by_text("3 adressen waar geen e-mail aankomt"))
    expect(page.get_by_role("button", name="Markering weghalen")).to_be_visible()
    picture(page, "van-niets-respons")


def ask(it: Round, page: Page) -> None:
    """About one answer; the manager answers at his form, and it is closed."""
    naam = NAMEN[ASKED]
    it.hands.go(page, f"{it.server.address}/navragen")
    it.hands.choose(page, "Werkplein", naam)
    it.hands.fill(page.get_by_label("Wat wilt u vragen?"), "Waaruit blijkt dat?")
    it.hands.click(page.get_by_role("button", name="Navraag doen"))
    expect(page.get_by_text("Gevraagd om")).to_be_visible()
    assert closed_navragen() == [False]
    answer_at_the_form(it)
    it.hands.go(page, f"{it.server.address}/werkplein")
    it.hands.choose(page, "Werkplein", naam)
    expect(page.get_by_text("Uit het jaarplan.")).to_be_visible()
    it.hands.click(page.get_by_role("button", name="Navraag sluiten"))
    until(page, lambda: closed_navragen() == [True])


def closed_navragen() -> list[bool]:
    """Of each, whether it is closed."""
    with read_session() as session:
        return [each.gesloten_op is not None for each in session.exec(select(models.Navraag))]


def answer_at_the_form(it: Round) -> None:
    """Two actions of another person."""
    page = it.visits.open("/inloggen", None)
    token = session_with(f"gemeente-{ASKED}@voorbeeld.nl")
    page.context.add_cookies([{"name": "sessie", "value": token, "url": it.server.address}])
    page.goto(f"{it.server.address}/invullen")
    drawn(page)
    page.get_by_label("Uw antwoord").fill("Uit het jaarplan.")
    page.get_by_role("button", name="Antwoord versturen").click()
    expect(page.get_by_role("button", name="Antwoord wijzigen")).to_be_visible()
    page.context.close()


def give_uitstel(it: Round, page: Page) -> None:
    """To one that will be late, past the closing."""
    it.hands.go(page, f"{it.server.address}/uitvraag")
    it.hands.click(page.get_by_role("tab", name="Uitstel en vrijstelling"))
    it.hands.choose(page, "Werkplein", NAMEN[LATE])
    it.hands.fill(page.get_by_label("Reden").first, "Verhuist eind april")
    it.hands.click(page.get_by_role("button", name="Uitstel geven"))
    expect(page.get_by_text("uur: uitstel tot 7 mei 2010 om 24:00 uur")).to_be_visible()


def close(it: Round) -> None:
    """24 more submit after the urgent mail; the tertaal closes and is fixed by itself."""
    urged = it.leaves_at("2010-04-24T09:30")
    assert sorted(urged) == sorted(people_of(ORDER[100:]) - RETURNED - {REFUSED})
    it.submit(LATER)
    it.let_leave()
    it.leaves_at("2010-05-01T00:30")
    with read_session() as session:
        found = respons(session=session, tertaal=TERTAAL)
    assert found.per_stap[Stap.BINNEN] == 124
    assert {each.naam for each in found.reacties if each.uitstel} == {NAMEN[LATE]}
