"""Choosing from a list in a real browser: two of one name, labels that change meanwhile, names typed without accents."""

import shutil
from dataclasses import replace
from datetime import datetime

import pytest
from playwright.sync_api import expect
from sqlmodel import select

from db import models
from db.actions.uitvragen import change_uitvraag, make_uitvraag
from db.engine import write_session
from landkaart.domein.planning import Planning
from landkaart.domein.tertaal import Tertaal
from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD
from tests.steps.accounts import make_account
from tests.steps.databases import use
from tests.steps.landkaart_server import Server
from tests.steps.perform import perform
from tests.steps.visits import ready

pytestmark = pytest.mark.browser
HOLDER = "bergen@voorbeeld.nl"


@pytest.fixture(scope="module")
def own_server(demo_file, tmp_path_factory):
    """Two of its werkpleinen are called Bergen, one Súdwest-Fryslân."""
    file = shutil.copy(demo_file, tmp_path_factory.mktemp("lists") / "landkaart.db")
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            for code, naam in (("sneek", "Súdwest-Fryslân"), ("venlo", "Bergen"), ("alkmaar", "Bergen")):
                call(code, naam)
            make_account("werkplein", ["venlo", "alkmaar"], "Invuller", DEMO_PASSWORD, HOLDER)
            there = Server(file)
            yield there
            there.kill()


@pytest.fixture
def server(own_server):
    return own_server


def call(code, naam):
    with write_session() as session:
        session.exec(select(models.Werkplein).where(models.Werkplein.code == code)).one().naam = naam


def offered(page):
    return page.get_by_role("option")


def search(page, label, text):
    field = page.get_by_role("combobox", name=label)
    field.click()
    field.fill(text)
    return offered(page)


def test_of_two_with_one_naam_the_form_is_about_the_one_that_is_chosen_and_stays_so(open_page):
    page = open_page("/invullen?werkplein=venlo", HOLDER)
    expect(page.get_by_text("Bergen (venlo)").first).to_be_visible()

    search(page, "Werkplein", "alkmaar").get_by_text("Bergen (alkmaar)").click()
    page.wait_for_url("**werkplein=alkmaar*")
    ready(page)
    page.reload()
    ready(page)

    assert "werkplein=alkmaar" in page.url
    expect(page.get_by_text("U vult werkplein Bergen (alkmaar) in")).to_be_visible()


@pytest.mark.parametrize("typed", ["sudwest", "FRYSLAN", "west-frys", "Súdwest"])
def test_a_naam_with_accents_is_found_by_who_types_none_and_only_that_one(open_page, typed):
    page = open_page("/werkplein", "lezer@demo.nl")

    expect(search(page, "Werkplein", typed)).to_have_text(["Súdwest-Fryslân"])


@pytest.mark.parametrize("typed", ["ij mond", "IJ-mond", "ĳmond"])
def test_a_naam_is_found_whatever_stands_between_its_letters(open_page, typed):
    page = open_page("/werkplein", "lezer@demo.nl")

    expect(search(page, "Werkplein", typed)).to_have_text(["IJmond"])


def test_what_nobody_is_called_says_so(open_page):
    page = open_page("/werkplein", "lezer@demo.nl")
    search(page, "Werkplein", "Zwolx")

    expect(page.get_by_text("Niets gevonden")).to_be_visible()


def test_a_planned_uitvraag_stays_chosen_after_its_opening_was_moved(open_page, data):
    planning = Planning.usual(Tertaal(2010, 1))
    perform(make_uitvraag, tertaal=Tertaal(2010, 1), planning=planning, vragen_aan=None)
    page = open_page("/uitvraag?uitvraag=2010-1", "ako@demo.nl")
    expect(page.get_by_role("combobox", name="Uitvraag", exact=True)).to_have_value("2010-1, opent op 15 maart 2010")
    moved = replace(planning, opent=datetime.fromisoformat("2010-03-09"))
    perform(change_uitvraag, tertaal=Tertaal(2010, 1), planning=moved, vragen_aan=None)

    page.get_by_role("tab", name="Vragen").click()
    ready(page)

    expect(page.get_by_role("combobox", name="Uitvraag", exact=True)).to_have_value("2010-1, opent op 9 maart 2010")
    assert "uitvraag=2010-1" in page.url


def test_the_change_that_is_read_stays_the_one_that_was_chosen_when_newer_ones_come_before_it(open_page, data):
    page = open_page("/logboek", "beheer@demo.nl", width=1440)
    table = page.get_by_test_id("stDataFrame")
    table.click(position={"x": 60, "y": 52})
    read = page.get_by_text(", via ")
    how_many = page.get_by_text("Hier staan de nieuwste")
    said, before = read.inner_text(), how_many.inner_text()
    planning = Planning.usual(Tertaal(2010, 2))
    perform(make_uitvraag, tertaal=Tertaal(2010, 2), planning=planning, vragen_aan=None)

    ready(page)
    page.keyboard.press("r")

    expect(how_many).not_to_have_text(before)
    assert read.inner_text() == said
