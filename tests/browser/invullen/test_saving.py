"""What is chosen and typed is in the database, and only then the screen says so."""

import re

import pytest
from playwright.sync_api import expect

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.invulling import Wijze
from tests.steps.form_visits import ANALYSE, PLAN, SAVED, until

pytestmark = pytest.mark.browser


def test_a_choice_is_saved_with_one_click_and_is_there_for_who_comes_back(form):
    form.choose(PLAN, "Volledig")

    expect(form.state(PLAN)).to_contain_text(SAVED)
    assert form.kept.banden == {PLAN: Band.VOLLEDIG}
    again = form.again()
    expect(again.radio(PLAN, "Volledig")).to_be_checked()
    expect(again.page.locator(".done")).to_contain_text(
        "1 van 14 beoordeeld; met wat er vorige keer stond voor de andere 13"
    )


def test_the_first_sentence_says_whose_form_until_when_how_far_and_what_is_next_and_moves_along(form):
    lead = form.page.locator(".lead")
    expect(lead).to_contain_text(
        "in over 2009-3 (september t/m december 2009). Dat kan tot 31 december 2009 om 24:00 uur. U bent op 0 van 14."
    )

    form.choose(PLAN, "Volledig")

    expect(lead).to_contain_text("U bent op 1 van 14. Beoordeel nog 13 mijlpalen; daarna kunt u indienen.")


def test_nothing_is_called_saved_before_the_server_has_said_so(form):
    held = []
    form.page.route("**/api/**", lambda route: held.append(route) if route.request.method == "PUT" else route.continue_())

    form.choose(PLAN, "Volledig")
    form.wait(0.3)

    expect(form.state(PLAN)).to_have_text("wordt opgeslagen…")
    expect(form.all).to_have_text("Wordt opgeslagen…")
    held[0].continue_()
    expect(form.state(PLAN)).to_contain_text(SAVED)


def test_a_double_click_and_a_click_on_what_is_chosen_are_one_choice(form):
    form.radio(PLAN, "Volledig").dblclick()
    expect(form.state(PLAN)).to_contain_text(SAVED)
    before = form.kept.antwoorden[PLAN].opgeslagen_op
    form.radio(PLAN, "Volledig").click()
    form.wait(0.5)

    assert form.kept.antwoorden[PLAN].opgeslagen_op == before
    expect(form.radio(PLAN, "Volledig")).to_be_checked()


def test_clearing_is_an_act_of_its_own(form):
    form.choose(PLAN, "Volledig")
    expect(form.state(PLAN)).to_contain_text(SAVED)

    form.row(PLAN).get_by_role("button", name="Keuze wissen").click()

    expect(form.state(PLAN)).to_have_text("gewist en opgeslagen")
    assert form.kept.antwoorden == {}
    expect(form.row(PLAN).get_by_role("radio", checked=True)).to_have_count(0)


def test_unchanged_is_a_button_of_its_own_and_stored_as_such(form):
    form.row(PLAN).get_by_role("button", name="Ongewijzigd").click()

    expect(form.state(PLAN)).to_contain_text(re.compile(f"ongewijzigd bevestigd, {SAVED.pattern}"))
    assert form.kept.antwoorden[PLAN].wijze is Wijze.BEVESTIGD
    last = form.row(PLAN).locator(".option", has_text="vorige keer").get_by_role("radio")
    expect(last).to_be_checked()


def test_confirming_the_rest_names_what_it_will_confirm_and_is_taken_back_as_a_whole(form):
    form.choose(PLAN, "Volledig")
    form.button("Overige 13 ongewijzigd bevestigen").click()
    named = form.page.get_by_role("group", name="Ongewijzigd bevestigen").get_by_role("listitem").all_inner_texts()
    assert len(named) == 13
    assert not any(line.startswith("Ketenjaarplan") for line in named)
    assert all(line.rsplit(maxsplit=1)[-1] in ("Niet", "ontwikkeling", "Gedeeltelijk", "Volledig") for line in named)

    form.button("Bevestig deze 13").click()
    until(form.page, lambda: len(form.kept.antwoorden) == 14)
    form.button("13 bevestigingen terugnemen").click()

    until(form.page, lambda: form.kept.banden == {PLAN: Band.VOLLEDIG})
    expect(form.page.locator(".done")).to_contain_text("1 van 14 beoordeeld")


def test_one_takes_a_confirming_back_while_another_mijlpaal_is_open_and_it_is_nobody_elses_doing(form):
    form.button("Alle 14 ongewijzigd bevestigen").click()
    form.button("Bevestig deze 14").click()
    until(form.page, lambda: len(form.kept.antwoorden) == 14)
    form.row(PLAN).get_by_role("button", name="Wissen").click()
    until(form.page, lambda: len(form.kept.antwoorden) == 13)
    expect(form.button("Overige 1 ongewijzigd bevestigen")).to_be_visible()
    form.button("13 bevestigingen terugnemen").click()

    until(form.page, lambda: form.kept.antwoorden == {})
    expect(form.spoken.filter(has_text="De bevestiging van 13 is teruggenomen.")).to_have_count(1)
    expect(form.page.get_by_text("Intussen elders gewijzigd")).to_have_count(0)
    expect(form.page.locator("[data-new]")).to_have_count(0)


def test_a_quick_click_after_confirming_all_takes_nothing_back(form):
    form.button("Alle 14 ongewijzigd bevestigen").click()
    form.button("Bevestig deze 14").click()
    form.choose(PLAN, "Niet")

    until(form.page, lambda: len(form.kept.antwoorden) == 14 and form.kept.banden[PLAN] is Band.NIET)


def test_a_text_is_saved_a_second_after_the_last_key(form):
    field = form.type(PLAN, "Met alle gemeenten.")
    expect(form.text_state(PLAN)).to_have_text("nog niet opgeslagen")
    assert form.kept.toelichtingen == {}

    expect(form.text_state(PLAN)).to_contain_text(SAVED, timeout=3000)

    assert form.kept.toelichtingen == {PLAN: "Met alle gemeenten."}
    expect(field).to_be_focused()


def test_leaving_the_field_saves_at_once(form):
    form.type(PLAN, "Kort.")
    form.page.keyboard.press("Tab")
    form.until_kept(PLAN, "Kort.", seconds=0.8)


def test_who_goes_on_typing_keeps_every_key_and_the_spaces_at_the_end(form):
    field = form.text(PLAN)
    for word in ("een", " twee ", "drie", " vier"):
        form.page.keyboard.type(word)
        form.wait(1.3)

    expect(field).to_have_value("een twee drie vier")
    form.until_kept(PLAN, "een twee drie vier")


@pytest.mark.parametrize(
    "text", ["👨‍👩‍👧‍👦 samen", "<img src=x onerror=alert(1)> [klik](javascript:alert(1)) $x$ {{7*7}}", "x" * 3_000]
)
def test_what_people_type_is_kept_and_shown_as_they_typed_it(form, text):
    field = form.text(PLAN)
    field.fill(text)
    form.until_kept(PLAN, text)

    expect(form.again().text(PLAN)).to_have_value(text)
    assert form.page.evaluate("document.documentElement.scrollWidth") <= 1440


def test_a_text_that_is_too_long_is_counted_refused_and_kept_in_its_field(form):
    field = form.text(PLAN)
    field.fill("a" * 3_999)
    expect(form.row(PLAN).locator(".count")).to_have_text("3.999 van 4.000 tekens")
    form.until_kept(PLAN, "a" * 3_999)
    form.page.keyboard.press("End")
    form.page.keyboard.type("bb")

    expect(form.row(PLAN).locator(".count")).to_have_text("4.001 van 4.000 tekens")
    expect(form.text_state(PLAN)).to_contain_text("de tekst is te lang. Er passen 4.000 tekens in; het zijn er 4.001.")
    expect(field).to_have_attribute("aria-invalid", "true")
    form.button("Indienen").click()
    expect(form.page.locator(".message")).to_have_text(f"Niet ingediend. Niet opgeslagen: {catalogus()[PLAN].titel}.")
    form.page.reload()
    assert field.input_value() == "a" * 3_999 + "bb"
    field.press("End")
    field.press("Backspace")
    form.until_kept(PLAN, "a" * 3_999 + "b")


def test_a_text_with_invisible_signs_is_refused_with_the_reason_and_goes_on_when_it_is_mended(form):
    field = form.text(PLAN)
    field.evaluate("(field) => { field.value = 'nul\\u0000'; field.dispatchEvent(new InputEvent('input')); }")

    expect(form.text_state(PLAN)).to_contain_text("onzichtbare tekens", timeout=4000)
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("nul")
    form.until_kept(PLAN, "nul")


def test_a_drop_asks_for_a_word_and_blocks_nothing(visit):
    form = visit("assen")  # Everything stood at Volledig.

    form.choose(ANALYSE, "Niet")

    expect(form.row(ANALYSE).locator(".why")).to_have_text(
        "Dit gaat van Volledig naar Niet. Wilt u dat toelichten? Het hoeft niet."
    )
    form.type(ANALYSE, "Ingetrokken.")
    form.until_kept(ANALYSE, "Ingetrokken.")
    expect(form.row(ANALYSE).locator(".why")).to_be_hidden()


def test_a_text_far_too_long_is_refused_after_a_reload_too_and_is_no_lost_connection(form):
    form.text(PLAN).fill("x" * 98_000)
    expect(form.text_state(PLAN)).to_contain_text("de tekst is te lang.")

    form.page.reload()

    expect(form.text_state(PLAN)).to_contain_text("de tekst is te lang.")
    form.wait(2)
    expect(form.all).to_have_text("1 wijziging is niet opgeslagen: kijk wat er staat.")
