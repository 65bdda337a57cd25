"""A number, one of a list and a text: typed or chosen in the form, saved by themselves, there again after a reload."""

import shutil

import pytest
from playwright.sync_api import expect

from db.actions.vragen import add_vraag
from db.engine import read_session
from db.queries.vragen import vraag_antwoorden
from landkaart.domein.vraagvorm import Vorm, VraagSoort
from tests.steps.databases import use
from tests.steps.form_visits import NOW, SAVED, until
from tests.steps.landkaart_server import Server
from tests.steps.perform import perform

pytestmark = pytest.mark.browser
KEUZES = ("Geen", "Als percentage", "In absolute aantallen")


@pytest.fixture(scope="module")
def server(demo_file, tmp_path_factory):
    """One of its own, because a question stands in every form."""
    file = shutil.copy(demo_file, tmp_path_factory.mktemp("vormen") / "landkaart.db")
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            perform(add_vraag, tertaal=NOW, tekst="Hoeveel?", vorm=Vorm(VraagSoort.GETAL, "klanten"))
            perform(add_vraag, tertaal=NOW, tekst="Welke?", vorm=Vorm(VraagSoort.KEUZE, keuzes=KEUZES))
            perform(add_vraag, tertaal=NOW, tekst="Waarom?", vorm=Vorm(VraagSoort.TEKST))
    running = Server(file)
    yield running
    running.kill()


def said(form):
    with read_session() as session:
        found = vraag_antwoorden(session=session, werkplein=form.werkplein, tertaal=NOW)
    return {code: each.antwoord for code, each in found.items()}


def test_each_is_answered_in_its_own_way_and_stands_there_again(form):
    getal, tekst = (form.row(code, "antwoord").get_by_role("textbox") for code in ("hoeveel", "waarom"))
    getal.press_sequentially("1.200,5")
    form.radio("welke", "In absolute aantallen", "antwoord").click()
    tekst.press_sequentially("Meer tijd 1 2 3.")

    until(form.page, lambda: len(said(form)) == 3)
    assert said(form) == {"hoeveel": "1200.5", "welke": "In absolute aantallen", "waarom": "Meer tijd 1 2 3."}
    for code in ("hoeveel", "welke", "waarom"):
        expect(form.state(code, "antwoord")).to_contain_text(SAVED)
    expect(form.row("waarom", "antwoord").get_by_role("button", name="Toelichting")).to_be_hidden()

    again = form.open()
    expect(getal).to_have_value("1200,5")
    expect(tekst).to_have_value("Meer tijd 1 2 3.")
    expect(again.radio("welke", "In absolute aantallen", "antwoord")).to_be_checked()


def test_a_text_that_is_too_long_is_counted_and_kept_in_its_field(form):
    tekst = form.row("waarom", "antwoord").get_by_role("textbox")
    tekst.fill("a" * 4_001)
    expect(form.state("waarom", "antwoord")).to_have_text(
        "niet opgeslagen: de tekst is te lang. Er passen 4.000 tekens in; het zijn er 4.001."
    )
    tekst.press("End")
    tekst.press("Backspace")
    tekst.blur()

    until(form.page, lambda: said(form) == {"waarom": "a" * 4_000})


def test_what_is_no_number_is_said_at_its_place_and_the_next_one_is_saved(form):
    getal = form.row("hoeveel", "antwoord").get_by_role("textbox")
    getal.fill("veel")
    said_there = "niet opgeslagen: Vul een getal in, zoals 12 of 12,5, zonder eenheid erachter."
    expect(form.state("hoeveel", "antwoord")).to_have_text(said_there)
    assert said(form) == {}

    getal.fill("40")
    getal.blur()
    until(form.page, lambda: said(form) == {"hoeveel": "40"})
    form.row("hoeveel", "antwoord").get_by_role("button", name="Wissen").click()
    until(form.page, lambda: said(form) == {})
    expect(getal).to_have_value("")
