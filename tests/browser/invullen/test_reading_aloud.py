"""What a screen reader meets: names, states and news; and nothing that axe has to say about it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from tests.steps.form_visits import ANALYSE, PLAN

pytestmark = pytest.mark.browser


def findings(form):
    """All that axe says of the form itself, whatever its weight."""
    found = Axe().run(form.page, context={"include": [[".stBidiComponent"]]}).response
    assert found["passes"]
    return [f"{each['id']}: {node['html'][:100]}" for each in found["violations"] for node in each["nodes"]]


def test_axe_finds_nothing_in_any_state_of_the_form(form, colleague):
    assert findings(form) == []

    form.choose(PLAN, "Volledig")
    form.type(PLAN, "Een toelichting.")
    form.until_kept(PLAN, "Een toelichting.")
    colleague({ANALYSE: Band.VOLLEDIG})
    form.choose(ANALYSE, "Niet")
    expect(form.questions).to_have_count(1)
    form.button("Overige 12 ongewijzigd bevestigen").click()
    assert findings(form) == []

    form.page.get_by_role("button", name="Houd wat er staat").click()
    form.button("Bevestig deze 12").click()
    form.wait(0.6)  # Sooner, in one place, it would be the second click of a double one.
    form.button("Indienen").click()
    expect(form.page.locator(".submitted")).to_be_visible()
    assert findings(form) == []


def test_axe_finds_nothing_on_a_phone_with_the_overview_open(visit, werkplein):
    form = visit(werkplein, viewport={"width": 320, "height": 640})
    form.button("Overzicht: 0 van 14 beoordeeld").click()
    expect(form.page.get_by_role("toolbar", name="Overzicht van de mijlpalen")).to_be_visible()

    assert findings(form) == []


def test_a_mijlpaal_is_a_group_with_its_name_and_four_named_choices_that_say_what_they_mean(form):
    mijlpaal = catalogus()[PLAN]
    group = form.page.get_by_role("group", name=mijlpaal.titel, exact=True)
    expect(group.get_by_role("radio")).to_have_count(4)
    expect(group).to_have_accessible_description(f"{mijlpaal.definitie} nog niet beoordeeld")
    for band in Band:
        radio = group.get_by_role("radio", name=band.label)
        expect(radio).to_have_accessible_description(mijlpaal.sentence(band))
    assert "vorige keer" in group.get_by_role("radio", name="vorige keer").evaluate(
        "(radio) => radio.closest('label').innerText"
    )

    form.choose(PLAN, "Volledig")
    expect(form.text(PLAN)).to_have_accessible_name(f"Toelichting bij {mijlpaal.titel}")


def test_what_is_saved_is_said_once(form):
    form.choose(PLAN, "Volledig")
    said = form.spoken.filter(has_text="Ketenjaarplan vastgesteld: Volledig, opgeslagen.")
    expect(said).to_have_count(1)
    form.wait(1)
    expect(said).to_have_count(1)
    assert form.page.locator(".unseen").get_attribute("aria-live") == "polite"


def test_a_text_is_said_to_be_saved_when_its_writer_has_left_it(form):
    form.type(PLAN, "Een toelichting.")
    form.until_kept(PLAN, "Een toelichting.")
    said = form.spoken.filter(has_text="Ketenjaarplan vastgesteld: toelichting, opgeslagen.")
    expect(said).to_have_count(0)

    form.page.keyboard.press("Tab")

    expect(said).to_have_count(1)


def test_trouble_is_said_once_and_so_is_its_end(form):
    form.cut()
    form.choose(PLAN, "Volledig")
    expect(form.spoken.filter(has_text="Geen verbinding: 1 wijziging nog niet opgeslagen")).to_have_count(1)
    form.wait(3)
    expect(form.spoken.filter(has_text="Geen verbinding")).to_have_count(1)

    form.cut(away=False)

    expect(form.spoken.filter(has_text="Alles is opgeslagen.")).to_have_count(1, timeout=10_000)


def test_it_is_said_before_a_text_reaches_its_end(form):
    form.text(PLAN).fill("a" * 3_850)

    expect(form.spoken.filter(has_text="Nog 150 tekens.")).to_have_count(1)
