import zipfile
from io import BytesIO
from pathlib import Path

import httpx2 as httpx
import pytest
from playwright.sync_api import expect

from landkaart.domein.catalogus import catalogus
from tests.steps.visits import control, picture

pytestmark = pytest.mark.browser
GOLDEN = Path(__file__).parents[1] / "rapport-2009-2"
CODES = catalogus().codes


def choose(page, mijlpaal, label):
    control(page, mijlpaal).get_by_role("radio", name=label).click()


def counts(country):
    """How many are groen and how many have responded, out of 127; others submit as well."""
    figures = country.get_by_test_id("stMetric")
    groen, gereageerd = (
        figures.filter(has_text=label).get_by_test_id("stMetricValue").inner_text() for label in ("Groen", "Gereageerd")
    )
    return int(groen), int(gereageerd.removesuffix(" van 127"))


def done(page, number):
    page.get_by_text(f"{number} van 14 beoordeeld").wait_for()
    page.get_by_text("Alles is opgeslagen.").first.wait_for()


def test_a_manager_fills_in_14_submits_and_the_national_count_moves(open_page, server):
    page = open_page("/invullen?werkplein=harderwijk")
    done(page, 0)

    for number, mijlpaal in enumerate(CODES, start=1):
        choose(page, mijlpaal, "Volledig")
        done(page, number)
    picture(page, "ingevuld")

    groen, gereageerd = counts(open_page("/?tertaal=2009-3"))

    page.get_by_role("button", name="Indienen").click()
    page.get_by_text("Versie 1 met score 100% is ingediend op 1 december 2009").first.wait_for()
    picture(page, "ingediend")

    assert counts(open_page("/?tertaal=2009-3")) == (groen + 1, gereageerd + 1)


def test_what_is_shown_as_saved_survives_a_refresh_and_a_killed_server(open_page, server):
    page = open_page("/invullen?werkplein=assen")
    choose(page, "ketenjaarplan", "Volledig")
    done(page, 1)

    page.reload()
    done(page, 1)

    server.kill()
    server.start()
    page.goto(server.address + "/invullen?werkplein=assen")
    done(page, 1)
    expect(control(page, "ketenjaarplan").get_by_role("radio", name="Volledig")).to_be_checked()


def test_a_page_is_as_wide_as_reads_well(open_page):
    page = open_page("/invullen?werkplein=meppel")

    box = page.get_by_test_id("stMainBlockContainer").bounding_box()

    assert (box["width"], box["x"]) == (1212, 114)


def test_who_is_quicker_than_the_screen_loses_nothing(open_page):
    page = open_page("/invullen?werkplein=meppel")

    for mijlpaal in CODES:
        choose(page, mijlpaal, "Volledig")
    field = control(page, CODES[0]).get_by_role("textbox")
    if not field.is_visible():
        control(page, CODES[0]).get_by_role("button", name="Toelichting").click()
    field.fill("Meteen door naar indienen.")
    page.get_by_role("button", name="Indienen").click()
    page.get_by_text("Versie 1 met score 100% is ingediend op 1 december 2009").first.wait_for()

    page.get_by_text("Ingediende versies").click()
    page.get_by_role("cell", name="Meteen door naar indienen.").wait_for()


def test_a_click_on_a_segment_opens_the_names(open_page):
    page = open_page("/landelijk")

    page.locator("[data-testid=stVegaLiteChart] path[aria-label*='Band: Niet; Werkpleinen: 7;']").first.click()

    page.get_by_text("7 werkpleinen staan op Niet").wait_for()


def test_the_tables_download_as_published_for_who_is_in(server):
    folder = f"{server.address}/download/2009-2"
    assert httpx.get(f"{folder}/groen.csv").status_code == 401
    cookies = server.sign_in("lezer@demo.nl")

    for golden in sorted(GOLDEN.glob("*.csv")):
        assert httpx.get(f"{folder}/{golden.name}", cookies=cookies).content == golden.read_bytes()
    packed = httpx.get(f"{folder}/landkaart-2009-2.zip", cookies=cookies).content
    names = zipfile.ZipFile(BytesIO(packed)).namelist()
    assert {golden.name for golden in GOLDEN.glob("*.csv")} | {"herkomst.txt"} <= set(names)
    assert len(names) == 18
    assert (
        httpx.get(f"{folder}/landkaart-2009-2.xlsx", cookies=cookies).headers["content-type"].endswith("spreadsheetml.sheet")
    )
    semicolons = httpx.get(f"{folder}/groen.csv", cookies=cookies, params={"scheiding": "puntkomma"}).content
    assert semicolons.decode("utf-8-sig").splitlines() == [
        "code;naam;score",
        "assen;Assen;100",
        "enschede;Enschede;100",
        "hoogeveen;Hoogeveen;100",
        "venlo;Venlo;100",
    ]


@pytest.mark.parametrize("path", ["2009-2/iets.csv", "2009-2/..%2f..%2fREADME.md", "2009-9/groen.csv", "2031-1/groen.csv"])
def test_a_file_that_does_not_exist_is_a_sentence(server, path):
    answer = httpx.get(f"{server.address}/download/{path}", cookies=server.sign_in("lezer@demo.nl"))

    assert answer.status_code in (400, 404)
    assert "Traceback" not in answer.text
