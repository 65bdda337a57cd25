"""The uitvraag closes while somebody types: what was sent before counts, what was not is said to be too late."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from db import models
from db.actions.uitzonderingen import give_uitstel
from db.engine import write_session
from db.queries.clock import OFFSET
from landkaart.domein.band import Band
from landkaart.domein.clock import system_now
from tests.steps.form_visits import MOMENTS, NOW, PLAN, until
from tests.steps.landkaart_server import start_copy
from tests.steps.perform import perform

pytestmark = pytest.mark.browser
SLUIT = datetime(2009, 12, 31, 23, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(demo_file, tmp_path_factory):
    """One of its own, because its clock moves."""
    running = start_copy(demo_file, tmp_path_factory.mktemp("sluiting"))
    yield running
    running.kill()


@pytest.fixture
def move_to(data):
    """From here on it is that moment on the landkaart."""

    def move(moment):
        with write_session() as session:
            session.get(models.Instelling, OFFSET).waarde = str((moment - system_now()).total_seconds())

    move(SLUIT - timedelta(days=1))
    return move


@pytest.fixture
def late_form(move_to, visit, werkplein):
    """With a choice that was in time."""
    form = visit(werkplein, permissions=["clipboard-read", "clipboard-write"])
    form.choose(PLAN, "Volledig")
    expect(form.state(PLAN)).to_contain_text("opgeslagen")
    return form


@pytest.mark.parametrize("seconds", MOMENTS)
def test_what_is_typed_too_late_is_said_to_be_and_can_be_read_and_copied(late_form, move_to, seconds):
    form = late_form
    form.cut()
    field = form.type(PLAN, "Net te laat.")
    form.wait(seconds)
    move_to(SLUIT)
    form.cut(away=False)

    expect(form.text_state(PLAN)).to_have_text("te laat: niet opgeslagen", timeout=10_000)
    expect(form.all).to_have_text("1 wijziging kwam te laat en is niet opgeslagen.")
    expect(form.page.get_by_text("De uitvraag van 2009-3 is gesloten")).to_have_count(1)
    expect(form.button("Indienen")).to_be_hidden()
    expect(form.row(PLAN).get_by_role("radio", checked=True)).to_be_disabled()
    form.row(PLAN).get_by_role("button", name="Tekst kopiëren").click()
    until(form.page, lambda: form.page.evaluate("navigator.clipboard.readText()") == "Net te laat.")
    assert form.kept.toelichtingen == {}
    assert form.kept.banden == {PLAN: Band.VOLLEDIG}

    form.page.reload()
    expect(field).to_have_value("Net te laat.")
    expect(field).not_to_be_editable()


def test_with_uitstel_it_goes_out_after_all(late_form, move_to):
    form = late_form
    form.cut()
    form.type(PLAN, "Met uitstel.")
    move_to(SLUIT)
    form.cut(away=False)
    expect(form.text_state(PLAN)).to_have_text("te laat: niet opgeslagen", timeout=10_000)

    tot = datetime.fromisoformat("2010-01-08T17:00")
    perform(give_uitstel, werkplein=form.werkplein, tertaal=NOW, tot=tot, reden="Ziekte.")
    form.page.evaluate("dispatchEvent(new Event('focus'))")

    form.until_kept(PLAN, "Met uitstel.")


def test_a_closed_form_says_why_and_calmly_what_stands_there(late_form, move_to):
    form = late_form
    form.type(PLAN, "Op tijd.")
    form.until_kept(PLAN, "Op tijd.")
    move_to(SLUIT)

    form.open()

    expect(form.page.locator(".lead")).to_contain_text(
        "De uitvraag van 2009-3 is gesloten op 31 december 2009 om 24:00 uur:"
    )
    expect(form.page.get_by_text("er kan niets meer worden gewijzigd")).to_have_count(1)
    expect(form.radio(PLAN, "Volledig")).to_be_visible()
    expect(form.radio(PLAN, "Niet")).to_be_hidden()
    expect(form.state("arbeidsmarktanalyse")).to_contain_text(re.compile(r"nog niet beoordeeld; vorige keer \(2009-\d\):"))
    expect(form.text(PLAN)).to_have_value("Op tijd.")
    expect(form.page.locator(".form").get_by_role("button", disabled=False).filter(visible=True)).to_have_count(14)


def test_of_what_came_too_late_the_band_that_is_kept_stands_in_the_row_and_in_the_bar_what_counts(late_form, move_to):
    form = late_form
    form.type(PLAN, "Op tijd.")
    form.until_kept(PLAN, "Op tijd.")
    form.cut()
    form.choose(PLAN, "Niet")
    move_to(SLUIT)
    form.cut(away=False)

    expect(form.state(PLAN)).to_have_text("te laat: niet opgeslagen; u koos Niet", timeout=10_000)
    expect(form.radio(PLAN, "Volledig")).to_be_checked()
    expect(form.radio(PLAN, "Niet")).to_be_hidden()
    expect(form.page.locator(".done")).to_have_text("1 van 14 beoordeeld; niet ingediend")
    red = form.state(PLAN).evaluate("(it) => getComputedStyle(it).color")
    assert form.text_state(PLAN).evaluate("(it) => getComputedStyle(it).color") != red
