"""Whoever leaves while he types: the text is in the database, or there again when the form is opened; never gone."""

import pytest
from playwright.sync_api import expect

from tests.steps.form_visits import MOMENTS, PLAN, SAVED

pytestmark = pytest.mark.browser
TEXT = "Met alle gemeenten besproken."


def reload(form):
    form.page.reload()


def go_back(form):
    form.page.go_back()


def go_elsewhere(form):
    form.page.get_by_test_id("stTopNavSection").first.click()
    form.page.locator("a[data-testid=stTopNavDropdownLink]").first.click()


def close_tab(form):
    form.context.new_page()
    form.page.close(run_before_unload=True)


@pytest.mark.parametrize("seconds", MOMENTS)
@pytest.mark.parametrize("leave", [reload, go_back, go_elsewhere, close_tab])
def test_what_was_typed_is_in_the_database(form, leave, seconds):
    form.type(PLAN, TEXT)
    form.wait(seconds)

    leave(form)

    page = form.context.pages[-1]
    page.wait_for_timeout(300)
    for _ in range(50):
        if form.kept.toelichtingen == {PLAN: TEXT}:
            break
        page.wait_for_timeout(100)
    assert form.kept.toelichtingen == {PLAN: TEXT}


@pytest.mark.parametrize("seconds", MOMENTS)
def test_without_a_network_it_is_there_again_marked_as_not_saved_and_goes_out_when_it_can(form, seconds):
    form.cut()
    form.type(PLAN, TEXT)
    form.wait(seconds)

    form.page.reload()

    field = form.text(PLAN)
    expect(field).to_have_value(TEXT)
    expect(form.text_state(PLAN)).to_contain_text("niet opgeslagen")
    assert form.kept.toelichtingen == {}
    form.cut(away=False)
    form.until_kept(PLAN, TEXT, seconds=8)
    expect(form.text_state(PLAN)).to_contain_text(SAVED)


def test_a_choice_that_could_not_be_sent_is_there_again_as_well(form):
    form.cut()
    form.choose(PLAN, "Volledig")
    form.wait(0.2)

    form.page.reload()

    expect(form.radio(PLAN, "Volledig")).to_be_checked()
    expect(form.state(PLAN)).to_contain_text("niet opgeslagen")


def test_the_browser_asks_only_when_something_cannot_be_sent(form):
    asked = []
    form.page.on("dialog", lambda dialog: asked.append(dialog.type))
    form.type(PLAN, "Gaat vanzelf.")
    form.page.reload()
    form.row(PLAN).wait_for()
    assert asked == []

    form.cut()
    form.type(PLAN, " En dit niet.")
    expect(form.all).to_contain_text("Geen verbinding")
    form.page.reload()

    assert asked == ["beforeunload"]


def test_another_page_of_the_same_browser_does_not_send_what_is_still_being_typed(form):
    form.cut()
    form.type(PLAN, TEXT)
    form.wait(1.5)

    again = form.again()

    expect(again.row(PLAN).get_by_role("textbox")).to_be_hidden()
    form.cut(away=False)
    form.until_kept(PLAN, TEXT, seconds=8)
