"""The AKO rewords a vraag, or asks it no more, while somebody is answering it: nothing that was typed is lost."""

import shutil

import pytest
from playwright.sync_api import expect

from db.actions.vragen import add_vraag, change_vraag, remove_vraag
from db.engine import read_session
from db.queries.vragen import vraag_antwoorden
from landkaart.domein.vraagvorm import Vorm, VraagSoort
from tests.steps.form_visits import NOW, until
from tests.steps.landkaart_server import Server
from tests.steps.perform import perform

pytestmark = pytest.mark.browser
GONE = "Deze vraag wordt niet meer gesteld. Wat u erbij typte is niet opgeslagen; u kunt het hier nog lezen."


@pytest.fixture(scope="module")
def server(demo_file, tmp_path_factory):
    """One of its own, because a vraag stands in every form."""
    running = Server(shutil.copy(demo_file, tmp_path_factory.mktemp("intussen") / "landkaart.db"))
    yield running
    running.kill()


@pytest.fixture
def typing(data, visit, werkplein):
    """A form in which somebody began to answer, of which nothing arrives yet; with the code of the vraag and its field."""
    code = perform(add_vraag, tertaal=NOW, tekst="Waarom?", vorm=Vorm(VraagSoort.TEKST))
    form = visit(werkplein)
    form.page.route("**/veld/antwoord/**", lambda route: route.abort())
    field = form.row(code, "antwoord").get_by_role("textbox")
    field.press_sequentially("Een begin")
    return form, code, field


def look(form):
    """As who comes back to a window does."""
    form.page.evaluate("window.dispatchEvent(new Event('focus'))")


def test_who_is_typing_goes_on_when_the_vraag_is_put_in_other_words(typing):
    form, code, field = typing
    perform(change_vraag, tertaal=NOW, code=code, tekst="Waarom wel, of waarom niet?")
    look(form)
    expect(form.row(code, "antwoord").locator("legend")).to_have_text("Waarom wel, of waarom niet?", timeout=10_000)

    form.page.keyboard.type(" en de rest")

    expect(field).to_have_value("Een begin en de rest")
    assert field.get_attribute("aria-label") == "Waarom wel, of waarom niet?"
    form.page.unroute("**/veld/antwoord/**")
    until(form.page, lambda: said(form, code) == "Een begin en de rest", 20)


def said(form, code):
    with read_session() as session:
        found = vraag_antwoorden(session=session, werkplein=form.werkplein, tertaal=NOW).get(code)
    return found and found.antwoord


def test_of_a_vraag_that_is_taken_away_the_text_can_be_read_until_it_is_thrown_away(typing):
    form, code, _ = typing
    perform(remove_vraag, tertaal=NOW, code=code)
    look(form)
    left = form.page.get_by_role("textbox", name=GONE)
    expect(left).to_have_value("Een begin", timeout=10_000)

    form.button("Alle 14 ongewijzigd bevestigen").click()
    form.button("Bevestig deze 14").click()
    until(form.page, lambda: len(form.kept.antwoorden) == 14)
    form.button("Indienen").click()
    until(form.page, lambda: len(form.versions) == 1)

    again = form.open()
    expect(left).to_have_value("Een begin")
    again.page.get_by_role("button", name="Weg ermee").click()
    expect(left).to_have_count(0)
    form.open()
    expect(form.page.get_by_text("Alles is opgeslagen.")).to_be_visible()
    expect(left).to_have_count(0)
