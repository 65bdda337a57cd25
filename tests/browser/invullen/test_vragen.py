"""The questions on top of the 14 are filled in and kept in the same way."""

import shutil

import pytest
from playwright.sync_api import expect

from db.actions.vraag_antwoorden import save_vraag_antwoord
from db.actions.vragen import add_vraag
from db.engine import read_session
from db.queries.vragen import vraag_antwoorden
from landkaart.domein.catalogus import catalogus
from landkaart.domein.vraagvorm import JaNee
from tests.steps.accounts import sign_in_as
from tests.steps.databases import use
from tests.steps.form_visits import NOW, SAVED, at_some_hour, until
from tests.steps.landkaart_server import Server
from tests.steps.perform import perform

pytestmark = pytest.mark.browser
CODE = "lukt-het"


@pytest.fixture(scope="module")
def server(demo_file, tmp_path_factory):
    """One of its own, because a question stands in every form."""
    file = shutil.copy(demo_file, tmp_path_factory.mktemp("vragen") / "landkaart.db")
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            perform(add_vraag, tertaal=NOW, tekst="Lukt het?")
    running = Server(file)
    yield running
    running.kill()


def said(form):
    with read_session() as session:
        found = vraag_antwoorden(session=session, werkplein=form.werkplein, tertaal=NOW).get(CODE)
    return found and (found.antwoord, found.toelichting)


def explain(form, text):
    row = form.row(CODE, "antwoord")
    row.get_by_role("button", name="Toelichting").click()
    form.page.keyboard.type(text)
    return row.get_by_role("textbox")


def test_an_answer_and_its_uitleg_are_saved_by_themselves_and_can_be_taken_back(form):
    expect(form.state(CODE, "antwoord")).to_have_text("nog niet beantwoord; het hoeft niet")
    form.radio(CODE, "Ja", "antwoord").click()
    expect(form.state(CODE, "antwoord")).to_contain_text(SAVED)
    field = explain(form, "Te <b>druk</b>.")
    until(form.page, lambda: said(form) == (JaNee.JA, "Te <b>druk</b>."))
    form.radio(CODE, "Nee", "antwoord").click()
    until(form.page, lambda: said(form) == (JaNee.NEE, "Te <b>druk</b>."))
    expect(form.questions).to_have_count(0)
    expect(field).to_have_value("Te <b>druk</b>.")


def test_clearing_an_answer_takes_its_uitleg_along_only_when_that_is_agreed_to(form):
    form.radio(CODE, "Ja", "antwoord").click()
    expect(form.state(CODE, "antwoord")).to_contain_text(SAVED)
    explain(form, "Te druk.")
    until(form.page, lambda: said(form) == (JaNee.JA, "Te druk."))
    row = form.row(CODE, "antwoord")
    clear = row.get_by_role("button", name="Keuze wissen")

    clear.dblclick()
    form.wait(1)
    assert said(form) == (JaNee.JA, "Te druk.")
    row.get_by_role("button", name="Niet wissen").click()
    expect(clear).to_be_focused()
    form.wait(0.6)
    clear.click()
    form.wait(0.6)
    row.get_by_role("button", name="Ook de toelichting wissen").click()

    until(form.page, lambda: said(form) is None)
    expect(row.get_by_role("button", name="Toelichting")).to_be_hidden()


def test_an_answer_without_uitleg_is_cleared_at_once(form):
    form.radio(CODE, "Ja", "antwoord").click()
    expect(form.state(CODE, "antwoord")).to_contain_text(SAVED)

    form.row(CODE, "antwoord").get_by_role("button", name="Keuze wissen").click()

    until(form.page, lambda: said(form) is None)


def test_what_was_typed_there_is_there_again_too(form):
    form.radio(CODE, "Ja", "antwoord").click()
    expect(form.state(CODE, "antwoord")).to_contain_text(SAVED)
    form.cut()
    field = explain(form, "Nog niet verstuurd.")
    form.wait(0.1)

    form.page.reload()

    expect(field).to_have_value("Nog niet verstuurd.")
    form.cut(away=False)
    until(form.page, lambda: said(form) == (JaNee.JA, "Nog niet verstuurd."), seconds=8)


def test_the_second_of_two_people_is_asked(form):
    by = sign_in_as("werkplein", [form.werkplein], "Collega")
    perform(save_vraag_antwoord, by, werkplein=form.werkplein, tertaal=NOW, vraag=CODE, antwoord=JaNee.JA)

    form.radio(CODE, "Nee", "antwoord").click()

    expect(form.questions).to_contain_text(at_some_hour("Er staat nu: Ja (Collega, "))
    assert said(form) == (JaNee.JA, None)
    form.page.get_by_role("button", name="Neem mijn keuze").click()
    until(form.page, lambda: said(form) == (JaNee.NEE, None))


def test_by_keyboard_it_comes_after_the_14_and_an_open_one_holds_nothing_up(form):
    form.row(catalogus().codes[0]).get_by_role("radio").first.focus()
    for key in [key for _ in catalogus().codes for key in ("4", "Tab")]:
        form.page.keyboard.press(key)
    expect(form.radio(CODE, "Ja", "antwoord")).to_be_focused()
    form.page.keyboard.press("Tab")
    expect(form.button("Indienen")).to_be_focused()
    form.page.keyboard.press("Enter")

    expect(form.page.get_by_text("Versie 1 met score 100%").first).to_be_visible()


def test_a_vraag_that_is_added_takes_nobody_out_of_the_one_in_which_he_types(form):
    form.radio(CODE, "Ja", "antwoord").click()
    expect(form.state(CODE, "antwoord")).to_contain_text(SAVED)
    field = explain(form, "Half")

    perform(add_vraag, tertaal=NOW, tekst="En daarna?")
    form.page.evaluate("dispatchEvent(new Event('focus'))")
    expect(form.page.get_by_role("group", name="En daarna?")).to_be_visible()
    expect(field).to_be_focused()
    form.page.keyboard.type(" en heel.")

    until(form.page, lambda: said(form) == (JaNee.JA, "Half en heel."))
