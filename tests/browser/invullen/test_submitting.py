"""From the first key to what comes after Indienen: few keys, few pixels, few bytes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from tests.steps.form_visits import PLAN, until
from tests.steps.visits import picture

pytestmark = pytest.mark.browser
CODES = catalogus().codes
LINES = "(it) => { const text = document.createRange(); text.selectNodeContents(it); return text.getClientRects().length; }"
FOLDER = Path(__file__).parents[3] / "pages" / "shared" / "component"


def test_14_mijlpalen_by_keyboard_take_at_most_32_keys_from_the_first_tab_to_indienen(form):
    keys = ["Tab", "Enter", *(key for number in range(14) for key in (str(1 + number % 4), "Tab")), "Enter"]
    assert len(keys) <= 32

    for key in keys:
        form.page.keyboard.press(key)

    expect(form.page.get_by_text("Versie 1 met score").first).to_be_visible()
    assert form.versions[0].banden == {code: Band(number % 4) for number, code in enumerate(CODES)}
    expect(form.page.locator(".submitted .head")).to_be_focused()


def test_0_confirms_t_opens_the_toelichting_and_the_rest_is_reached_with_tab_alone(form):
    form.row(PLAN).get_by_role("radio").first.focus()
    form.page.keyboard.press("0")
    expect(form.state(PLAN)).to_contain_text("ongewijzigd bevestigd")
    form.page.keyboard.press("t")
    expect(form.row(PLAN).get_by_role("textbox")).to_be_focused()
    form.page.keyboard.type("r c 1")  # Keys that Streamlit, or the form itself, would take elsewhere.
    form.until_kept(PLAN, "r c 1")

    first = form.row(CODES[0])
    first.get_by_role("radio").first.focus()
    form.page.keyboard.press("Tab")
    expect(first.get_by_role("button", name="Ongewijzigd")).to_be_focused()
    form.page.keyboard.press("Tab")
    expect(first.get_by_role("button", name="Toelichting")).to_be_focused()
    form.page.keyboard.press("Tab")
    expect(form.row(CODES[1]).get_by_role("radio").first).to_be_focused()


def test_by_mouse_each_takes_one_click_and_the_confirmation_stands_where_the_button_was(form):
    for code in CODES:
        form.choose(code, "Volledig")
    button = form.button("Indienen").bounding_box()
    form.button("Indienen").click()

    done = form.page.locator(".submitted")
    expect(done).to_contain_text(re.compile("Versie 1 met score 100% is ingediend op .* en telt mee"))
    expect(done).to_contain_text("nu op plaats")
    # As high as the longest sentence about its place makes it.
    assert abs(done.bounding_box()["y"] + done.bounding_box()["height"] - button["y"]) < 130
    expect(done.get_by_role("link", name="Mijn werkplein met deze score")).to_have_attribute(
        "href", re.compile("tertaal=2009-3")
    )
    expect(done.get_by_role("link", name="Afdrukken")).to_have_attribute(
        "href", f"/formulier/{form.werkplein}/2009-3?versie=1"
    )
    picture(form.page, "invullen-ingediend")

    form.button("Akkoord geven op versie 1").click()
    expect(done).to_contain_text("Akkoord: Beheerder")
    form.button("Mijn akkoord intrekken").click()
    expect(done).to_contain_text("Op versie 1 heeft nog niemand akkoord gegeven.")

    form.choose(PLAN, "Niet")
    expect(done).to_contain_text("Daarna is er iets gewijzigd")
    form.button("Opnieuw indienen").click()
    expect(done).to_contain_text("Versie 2")
    assert [version.banden[PLAN] for version in form.versions] == [Band.NIET, Band.VOLLEDIG]


def test_indienen_waits_for_what_is_still_being_typed(form):
    form.button("Alle 14 ongewijzigd bevestigen").click()
    form.button("Bevestig deze 14").click()
    until(form.page, lambda: len(form.kept.antwoorden) == 14)
    form.type(PLAN, "Net getypt.")
    form.button("Indienen").click()

    until(form.page, lambda: bool(form.versions))
    assert form.versions[0].toelichtingen[PLAN] == "Net getypt."


def test_indienen_says_what_is_missing_and_leads_there(form):
    for code in CODES[:-1]:
        form.choose(code, "Volledig")
    form.button("Indienen").click()

    expect(form.page.locator(".message")).to_contain_text(f"De eerste is {catalogus()[CODES[-1]].titel}.")
    expect(form.row(CODES[-1]).get_by_role("radio").first).to_be_focused()
    assert form.versions == []


def test_the_whole_page_is_at_most_3000_px_at_1440_wide(form):
    assert form.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") <= 3000


def test_the_bar_is_small_on_a_phone(visit, werkplein):
    form = visit(werkplein, viewport={"width": 390, "height": 844})
    form.choose(PLAN, "Volledig")

    assert form.page.locator(".bar").bounding_box()["height"] <= 64


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_all_in_the_bar_stands_side_by_side_and_the_score_is_in_it(visit, werkplein, colleague, width):
    colleague(dict.fromkeys(CODES, Band.VOLLEDIG))
    form = visit(werkplein, viewport={"width": width, "height": 700})
    form.button("Indienen").click()
    # By keyboard: a second click in the same place, so soon, is taken for the other half of a double one.
    form.button("Minder tonen").press("Enter")
    form.choose(PLAN, "Niet")
    expect(form.button("Opnieuw indienen")).to_be_visible()

    parts = [form.page.locator(f".line > {each}") for each in (".list", ".words", ".steps")]
    edges = [edge for box in (part.bounding_box() for part in parts) for edge in (box["x"], box["x"] + box["width"])]
    assert edges == sorted(edges)
    assert edges[-1] <= width
    assert all(part.evaluate("(it) => it.scrollWidth <= it.clientWidth + 2") for part in parts)
    expect(parts[0]).to_have_text("14 van 14 · 92%")


def test_the_word_on_the_button_does_not_break_at_320_px(visit, werkplein):
    form = visit(werkplein, viewport={"width": 320, "height": 700})

    assert form.button("Indienen").evaluate(LINES) == 1


def test_what_is_typed_is_not_behind_the_bar_at_400_percent(visit, werkplein):
    form = visit(werkplein, viewport={"width": 360, "height": 225})
    form.type(PLAN, "Een zin.")

    field, bar = form.text(PLAN).bounding_box(), form.page.locator(".bar").bounding_box()
    assert field["y"] + field["height"] <= bar["y"]


def test_by_keyboard_what_has_the_focus_is_never_behind_the_bar_or_the_overview(form):
    hidden = form.page.locator(".form").evaluate_handle("""(form) => () => {
        const it = form.getRootNode().activeElement, edges = (each) => each.getBoundingClientRect();
        const { top, bottom } = edges(it.closest(".option") ?? it), inRow = it.closest(".row");
        const covers = { top: edges(form.querySelector(".overview")).bottom, bottom: edges(form.querySelector(".bar")).top };
        return inRow && (top < covers.top || bottom > covers.bottom) ? it.id || it.textContent : null;
    }""")
    form.radio(CODES[0], "Niet").focus()
    seen = []
    for _ in range(2 * 14):
        form.page.keyboard.press("Tab")
        seen.append(hidden.evaluate("(hidden) => hidden()"))
    for _ in range(2 * 14):
        form.page.keyboard.press("Shift+Tab")
        seen.append(hidden.evaluate("(hidden) => hidden()"))

    assert seen == [None] * 56


def test_what_follows_the_confirmation_is_not_behind_its_frame(visit, werkplein, colleague):
    colleague(dict.fromkeys(CODES, Band.VOLLEDIG))
    form = visit(werkplein)
    form.button("Indienen").click()
    head = form.page.locator(".submitted .head")
    expect(head).to_be_focused()

    space = "(it) => it.nextElementSibling.getBoundingClientRect().top - it.getBoundingClientRect().bottom"
    assert head.evaluate(space) >= 5  # The frame: 3 px, at a distance of 2.


def test_the_whole_form_is_under_70_kb_before_compression():
    assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.stem != "oordelen") < 70_000


def test_the_overview_shows_what_is_done_and_leads_to_each(form):
    form.choose(PLAN, "Volledig")

    overview = form.page.get_by_role("toolbar", name="Overzicht van de mijlpalen")
    expect(overview.get_by_role("button")).to_have_count(14)
    expect(overview.get_by_role("button", name="4 Ketenjaarplan vastgesteld: opgeslagen")).to_be_visible()
    form.page.locator("[data-testid=stMain]").evaluate("(main) => main.scrollTo(0, 2000)")
    last = overview.get_by_role("button", name=": nog niet beoordeeld").last
    expect(last).to_be_in_viewport()
    last.click()
    expect(form.row(CODES[-1]).get_by_role("radio").first).to_be_focused()
    expect(form.row(CODES[-1])).to_be_in_viewport()
