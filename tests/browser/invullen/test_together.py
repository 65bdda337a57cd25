"""Two people at one form: nothing is lost, nothing is undone, nothing unseen is submitted."""

from threading import Timer

import pytest
from playwright.sync_api import expect
from pysqlite3 import dbapi2

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from tests.steps.form_visits import ANALYSE, MOMENTS, PLAN, SAVED, at_some_hour, until

pytestmark = pytest.mark.browser
CODES = catalogus().codes


def test_another_field_shows_within_20_seconds_without_a_click_and_is_said(form, colleague):
    form.choose(ANALYSE, "Niet")
    colleague({PLAN: Band.VOLLEDIG})

    expect(form.radio(PLAN, "Volledig")).to_be_checked(timeout=21_000)

    expect(form.state(PLAN)).to_contain_text("door Collega")
    said = "Intussen elders gewijzigd: Ketenjaarplan vastgesteld. Kijk of het zo klopt."
    expect(form.page.locator(".message")).to_have_text(said)
    expect(form.spoken.filter(has_text=said)).to_have_count(1)
    expect(form.radio(ANALYSE, "Niet")).to_be_checked()


@pytest.mark.parametrize("seconds", MOMENTS)
def test_of_the_same_text_both_stand_there_with_names_and_times_and_typing_goes_on(form, colleague, seconds):
    form.page.route("**/veld/**", lambda route: route.abort())
    field = form.type(PLAN, "Van mij")
    form.wait(seconds)
    colleague({}, {PLAN: "Van de <b>collega</b>."})
    form.page.unroute("**/veld/**")

    asked = form.row(PLAN).get_by_role("group", name="Intussen gewijzigd: Ketenjaarplan vastgesteld")
    expect(asked).to_contain_text("Intussen gewijzigd. Kies wat er moet staan.", timeout=10_000)
    expect(asked).to_contain_text(at_some_hour("Er staat nu: “Van de <b>collega</b>.” (Collega, "))
    expect(asked).to_contain_text(at_some_hour("Uw eigen tekst staat in het veld (u, "))
    form.page.keyboard.type(", en verder")
    expect(field).to_have_value("Van mij, en verder")
    form.wait(1.5)
    assert form.kept.toelichtingen == {PLAN: "Van de <b>collega</b>."}

    asked.get_by_role("button", name="Neem mijn tekst").click()

    form.until_kept(PLAN, "Van mij, en verder")
    expect(form.questions).to_have_count(0)


def test_who_keeps_the_other_text_sees_it_in_the_field(form, colleague):
    form.page.route("**/veld/**", lambda route: route.abort())
    field = form.type(PLAN, "Van mij")
    form.wait(1.2)
    colleague({}, {PLAN: "Van de collega."})
    form.page.unroute("**/veld/**")

    form.row(PLAN).get_by_role("button", name="Houd wat er staat").click()

    expect(field).to_have_value("Van de collega.")
    assert form.kept.toelichtingen == {PLAN: "Van de collega."}


def test_of_the_same_choice_the_screen_says_what_stands_there_and_asks(form, colleague):
    colleague({PLAN: Band.VOLLEDIG})

    form.choose(PLAN, "Niet")

    asked = form.row(PLAN).get_by_role("group", name="Intussen gewijzigd")
    expect(asked).to_contain_text(at_some_hour("Er staat nu: Volledig (Collega, "))
    expect(asked).to_contain_text(at_some_hour("U koos: Niet (u, "))
    expect(form.radio(PLAN, "Volledig")).to_be_checked()
    assert form.kept.banden == {PLAN: Band.VOLLEDIG}
    asked.get_by_role("button", name="Neem mijn keuze").click()
    until(form.page, lambda: form.kept.banden == {PLAN: Band.NIET})


def test_who_chooses_again_with_the_question_in_sight_has_chosen(form, colleague):
    colleague({PLAN: Band.VOLLEDIG})
    form.choose(PLAN, "Niet")
    expect(form.questions).to_have_count(1)

    form.choose(PLAN, "Gedeeltelijk")

    until(form.page, lambda: form.kept.banden == {PLAN: Band.GEDEELTELIJK})
    expect(form.questions).to_have_count(0)


def test_the_same_choice_by_both_asks_nothing(form, colleague):
    colleague({PLAN: Band.VOLLEDIG})

    form.choose(PLAN, "Volledig")

    expect(form.state(PLAN)).to_contain_text(SAVED)
    expect(form.questions).to_have_count(0)


def test_two_windows_of_one_person_are_asked_and_told_that_it_was_himself(form):
    again = form.again()
    form.page.bring_to_front()
    form.choose(PLAN, "Volledig")
    expect(form.state(PLAN)).to_contain_text(SAVED)

    again.choose(PLAN, "Niet")

    expect(again.questions).to_contain_text(at_some_hour("Er staat nu: Volledig (u, in een ander venster, "))


def test_what_a_colleague_changed_is_not_undone_by_a_click_elsewhere(form, colleague):
    colleague({PLAN: Band.VOLLEDIG})

    form.choose(ANALYSE, "Niet")

    until(form.page, lambda: form.kept.banden == {PLAN: Band.VOLLEDIG, ANALYSE: Band.NIET})


def test_a_click_on_indienen_submits_nothing_that_was_not_on_the_screen(visit, werkplein, colleague):
    colleague(dict.fromkeys(CODES, Band.VOLLEDIG))
    form = visit(werkplein)
    colleague({PLAN: Band.NIET})

    form.button("Indienen").click()

    expect(form.page.locator(".message")).to_contain_text("Ketenjaarplan vastgesteld")
    assert form.versions == []
    expect(form.radio(PLAN, "Niet")).to_be_checked()
    # A second click right after the first counts as the same one.
    form.wait(2)
    form.button("Indienen").click()
    expect(form.page.get_by_text("Versie 1 met score").first).to_be_visible()
    assert form.versions[0].banden[PLAN] is Band.NIET


def test_a_colleague_who_submits_shows_as_well(visit, werkplein, colleague, server):
    colleague(dict.fromkeys(CODES, Band.VOLLEDIG))
    form, other = visit(werkplein), visit(werkplein, "Ander")
    other.button("Indienen").click()
    expect(other.button("Indienen")).to_be_hidden()

    form.page.evaluate("dispatchEvent(new Event('focus'))")

    form.button("Ingediend: bekijk en ga verder").click()
    expect(form.page.get_by_text("door Ander en telt mee").first).to_be_visible()


def test_what_was_chosen_while_another_writes_is_saved_also_for_who_left_the_page(form, server):
    other = dbapi2.connect(server.database, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    Timer(2, lambda: other.execute("ROLLBACK")).start()

    for mijlpaal in CODES[:3]:
        form.choose(mijlpaal, "Volledig")
    form.page.reload()

    until(form.page, lambda: form.kept.banden == dict.fromkeys(CODES[:3], Band.VOLLEDIG), seconds=8)
