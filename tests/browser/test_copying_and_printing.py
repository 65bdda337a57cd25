"""Copying a table whole, and printing a page with all of its rows, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.steps.visits import drawn, until

pytestmark = pytest.mark.browser
# Of A4 without its margins: upright and across, in px.
UPRIGHT, ACROSS = 703, 1032
READ = """async kind => {
    const [found] = await navigator.clipboard.read()
    return (await found.getType(kind)).text()
}"""
ROWS = "() => [...document.querySelectorAll('.lk-afdruk table')].map(table => table.rows.length - 1)"
# What a reader could do something with, and what stands beside the paper.
CONTROLS = """() => [...document.querySelectorAll('button, input, textarea, select, form, [data-testid=stHeader]')]
    .filter(it => it.checkVisibility() && it.getBoundingClientRect().width > 1).map(it => it.outerHTML.slice(0, 120))"""
BESIDE = """() => [...document.querySelectorAll('[data-testid=stMain] *')]
    .filter(it => it.checkVisibility() && it.getBoundingClientRect().right > innerWidth + 2)
    .map(it => it.outerHTML.slice(0, 120))"""


def copy(page: Page, name: str) -> str:
    """Copies by keyboard the table of this name; what the page says of it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name=re.compile(f"^Kopiëren: {name}"))
    button.focus()
    page.keyboard.press("Enter")
    said = page.locator(".lk-kopie", has=button).get_by_role("status")
    expect(said).to_contain_text("Gekopieerd")
    return said.inner_text()


@pytest.mark.parametrize(
    ("path", "opener", "name", "said", "heading"),
    [
        (
            "/?tertaal=2009-2",
            "Tabel 2 als tabel",
            "Tabel 2",
            "Tabel 2: score per fase, 7 rijen",
            "Fase\tn\tGemiddelde\t▼ Niet\t%",
        ),
        ("/?tertaal=2009-2", "Tabel 3 als tabel", "Tabel 3", "Tabel 3: score per mijlpaal, 14 rijen", "Fase\tMijlpaal\t"),
        ("/?tertaal=2009-2", "Tabel 4 als tabel", "Tabel 4", "tertaal, 5 rijen", "Tertaal\tPeriode\tGemiddelde"),
        ("/kaart?tertaal=2009-2", None, "", "127 rijen", "Werkplein\tScore\tBand\tSinds vorig"),
        ("/prognose?tertaal=2009-2", None, "De prognose per werkplein", "125 rijen", "Werkplein\tScore\tTempo"),
    ],
)
def test_a_table_is_copied_whole_with_its_headings_by_keyboard(open_page, path, opener, name, said, heading):
    page = open_page(path, "ako@demo.nl")
    if opener:
        page.get_by_text(opener, exact=True).click()
        drawn(page)

    assert copy(page, name).endswith(said)

    rows = page.evaluate(READ, "text/plain").splitlines()
    number = int(re.findall(r"(\d+) rijen", said)[0])
    assert rows[0].startswith(heading)
    assert len(rows) == number + 1
    assert page.evaluate(READ, "text/html").count("<tr>") == number + 1


def test_a_list_of_names_is_copied_too(open_page):
    page = open_page("/?tertaal=2009-2", "lezer@demo.nl")
    page.get_by_text("Welke?").nth(1).click()
    page.locator("[class*=st-key-namen-]").wait_for()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[class*=st-key-namen-] button").click()

    expect(page.locator("[class*=st-key-namen-]").get_by_role("status")).to_have_text(
        "Gekopieerd: Groen: alle 14 op 100%, 4 rijen"
    )
    assert page.evaluate(READ, "text/plain").splitlines() == ["Werkplein", "Assen", "Enschede", "Hoogeveen", "Venlo"]


def test_streamlits_own_way_out_of_a_table_is_gone(open_page):
    page = open_page("/logboek", "ako@demo.nl")

    page.get_by_role("button", name=re.compile("^Volledig scherm")).wait_for(state="attached")
    assert page.get_by_role("button", name=re.compile("CSV")).count() == 0


def test_streamlits_own_ways_out_of_a_chart_are_gone(open_page):
    page = open_page("/?tertaal=2009-2", "ako@demo.nl")
    drawn(page)
    page.locator("[data-testid=stVegaLiteChart]").first.hover()

    shown = page.locator("[data-testid=stElementToolbarButton] button:visible")
    names = {name.partition(":")[0] for name in shown.evaluate_all("all => all.map(each => each.ariaLabel)")}
    assert names == {"Volledig scherm"}


@pytest.mark.parametrize("width", [UPRIGHT, ACROSS])
@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("/achterblijvers?tertaal=2009-2", [32, 2]),
        ("/kaart?tertaal=2009-2", [127]),
        ("/heatmap?tertaal=2009-2", [125]),
        ("/prognose?tertaal=2009-2", None),
        ("/respons?uitvraag=2009-3", [127]),
        ("/ontwikkeling?tertaal=2009-2&met=2008-1&wie=vooruit", [120]),
        ("/werkplein?tertaal=2009-2&werkplein=zutphen", [9]),
        # All of them would fill a book: those of the screen, and the page says so.
        ("/logboek", [500]),
    ],
)
def test_a_print_has_every_row_nothing_beside_the_paper_no_controls_and_its_herkomst(open_page, path, rows, width):
    page = open_page(path, "ako@demo.nl")
    drawn(page)

    page.set_viewport_size({"width": width, "height": 1000})
    page.emulate_media(media="print")
    until(page, lambda: page.locator(".lk-herkomst").count() == 1)
    drawn(page)

    found = page.evaluate(ROWS)
    assert found == rows or (rows is None and max(found) == 125)
    until(page, lambda: page.evaluate(BESIDE) == [])
    assert page.evaluate(CONTROLS) == []
    expect(page.locator(".lk-herkomst")).to_contain_text("door Demo AKO")


def test_a_print_from_the_menu_of_the_browser_takes_as_many_sheets_as_it_needs_and_leaves_the_page_as_it_was(open_page):
    page = open_page("/respons?uitvraag=2009-3", "ako@demo.nl")
    drawn(page)

    upright, across = page.pdf(format="A4"), page.pdf(format="A4", landscape=True)

    assert len(re.findall(rb"/MediaBox", upright)) >= 3
    assert len(re.findall(rb"/MediaBox", across)) >= 3
    assert page.locator(".lk-afdruk").count() == 0


def test_a_list_that_is_looked_through_in_pages_is_printed_as_one_table(open_page):
    page = open_page("/beheer", "beheer@demo.nl")
    page.get_by_role("tab", name="Werkpleinen").click()
    expect(page.get_by_role("button", name="Wijzigen")).to_have_count(20)

    page.emulate_media(media="print")

    until(page, lambda: page.evaluate(ROWS) == [127])
    expect(page.get_by_role("button", name="Wijzigen").first).to_be_hidden()
    expect(page.locator("[class*=-alleen-op-scherm] > :not(.lk-afdruk)").first).to_be_hidden()
    assert page.evaluate(BESIDE) == []
    page.emulate_media(media="screen")
    expect(page.get_by_role("button", name="Wijzigen").first).to_be_visible()


def test_what_is_printed_says_what_was_chosen(open_page):
    page = open_page("/ontwikkeling?tertaal=2009-2&met=2008-1", "lezer@demo.nl")
    drawn(page)

    page.emulate_media(media="print")

    foot = page.locator(".lk-herkomst")
    expect(foot).to_contain_text("Vergeleken met: 2008-1")
    expect(foot).to_contain_text("Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur")


def test_what_is_printed_says_how_many_rows_a_choice_left(open_page):
    page = open_page("/kaart?tertaal=2009-2&gebied=provincie:Drenthe", "lezer@demo.nl")
    drawn(page)

    page.emulate_media(media="print")

    expect(page.locator(".lk-herkomst")).to_contain_text("Rijen: 5 van 127")
