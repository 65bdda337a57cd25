"""The form stays where the hands are: a field keeps its focus, a double click does one thing."""

import pytest
from playwright.sync_api import expect

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from tests.steps.form_visits import PLAN, SAVED, until

pytestmark = pytest.mark.browser
# Seconds between the two clicks, and whether the browser calls the second one that.
BETWEEN = ((0.03, 1), (0.25, 2))


def click_twice(form, button, between):
    """With the mouse, in one place, whatever stands there by then."""
    seconds, second = between
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    form.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    form.wait(seconds)
    form.page.mouse.down(click_count=second)
    form.page.mouse.up(click_count=second)
    form.wait(1)


@pytest.mark.parametrize("emptied", ["Delete", "Space"])
def test_a_toelichting_that_is_emptied_stays_for_what_is_typed_next(form, emptied):
    form.type(PLAN, "Van vroeger.")
    form.until_kept(PLAN, "Van vroeger.")
    form.open()
    field = form.text(PLAN)
    field.click()

    form.page.keyboard.press("Control+A")
    form.page.keyboard.press(emptied)
    until(form.page, lambda: PLAN not in form.kept.toelichtingen)
    form.wait(0.5)
    expect(field).to_be_focused()
    form.page.keyboard.type("Nieuw.")

    form.until_kept(PLAN, "Nieuw.")


def test_a_toelichting_that_a_colleague_takes_away_stays_for_who_is_in_it(form, colleague):
    form.type(PLAN, "Van vroeger.")
    form.until_kept(PLAN, "Van vroeger.")
    form.open()
    field = form.text(PLAN)
    field.click()

    colleague({}, {PLAN: ""})
    form.page.evaluate("dispatchEvent(new Event('focus'))")

    expect(field).to_have_value("")
    expect(field).to_be_focused()


@pytest.mark.parametrize("between", BETWEEN)
def test_a_double_click_on_wissen_clears_and_confirms_nothing(form, between):
    form.choose(PLAN, "Niet")
    expect(form.state(PLAN)).to_contain_text(SAVED)
    form.wait(0.6)

    click_twice(form, form.row(PLAN).get_by_role("button", name="Keuze wissen"), between)

    expect(form.state(PLAN)).to_have_text("gewist en opgeslagen")
    assert form.kept.banden == {}


@pytest.mark.parametrize("between", BETWEEN)
def test_a_double_click_on_ongewijzigd_confirms_and_clears_nothing(form, between):
    click_twice(form, form.row(PLAN).get_by_role("button", name="Ongewijzigd"), between)

    expect(form.state(PLAN)).to_contain_text("ongewijzigd bevestigd")
    assert list(form.kept.banden) == [PLAN]


@pytest.mark.parametrize("between", BETWEEN)
def test_a_double_click_on_indienen_and_on_akkoord_does_each_once_and_shows_it(visit, werkplein, colleague, between):
    colleague(dict.fromkeys(catalogus().codes, Band.VOLLEDIG))
    form = visit(werkplein)

    click_twice(form, form.button("Indienen"), between)
    expect(form.page.locator(".submitted")).to_be_visible()
    assert len(form.versions) == 1

    click_twice(form, form.button("Akkoord geven op versie 1"), between)
    expect(form.page.locator(".submitted")).to_contain_text("Akkoord: Beheerder")
    assert [(versie, len(signed)) for versie, signed in form.akkoorden.items()] == [(1, 1)]
