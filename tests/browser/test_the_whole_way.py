import zipfile
from io import BytesIO
from pathlib import Path

import httpx2 as httpx
import pytest
from playwright.sync_api import expect

from db.engine import read_session
from db.queries.invullingen import invulling
from landkaart.domein.catalogus import catalogus
from landkaart.domein.tertaal import Tertaal
from tests.steps.visits import control, picture, ready, until

pytestmark = pytest.mark.browser
GOLDEN = Path(__file__).parents[1] / "rapport-2009-2"
CODES = catalogus().codes


def choose(page, werkplein, mijlpaal, label):
    control(page, werkplein, mijlpaal).get_by_role("radio", name=label).click()


def counts(country):
    """How many are groen and how many have responded, out of 127; others submit as well."""
    figures = country.get_by_test_id("stMetric")
    groen, gereageerd = (
        figures.filter(has_text=label).get_by_test_id("stMetricValue").inner_text() for label in ("Groen", "Gereageerd")
    )
    return int(groen), int(gereageerd.removesuffix(" van 127"))


def done(page, number):
    page.get_by_text(f"{number} van 14").first.wait_for()
    ready(page)


def test_a_manager_fills_in_14_submits_and_the_national_count_moves(open_page, server):
    page = open_page("/invullen?werkplein=harderwijk")
    done(page, 0)

    for number, mijlpaal in enumerate(CODES, start=1):
        choose(page, "harderwijk", mijlpaal, "Volledig")
        done(page, number)
    picture(page, "ingevuld")

    groen, gereageerd = counts(open_page("/?tertaal=2009-3"))

    page.get_by_role("button", name="Indienen").click()
    page.get_by_text("Versie 1 is ingediend op 1 december 2009").wait_for()
    page.get_by_text("score 100%").first.wait_for()
    picture(page, "ingediend")

    assert counts(open_page("/?tertaal=2009-3")) == (groen + 1, gereageerd + 1)


def test_what_is_shown_as_saved_survives_a_refresh_and_a_killed_server(open_page, server):
    page = open_page("/invullen?werkplein=assen")
    choose(page, "assen", "ketenjaarplan", "Volledig")
    done(page, 1)
    page.get_by_text("bijgewerkt, opgeslagen").wait_for()

    page.reload()
    ready(page)
    done(page, 1)

    server.kill()
    server.start()
    page.goto(server.address + "/invullen?werkplein=assen")
    ready(page)
    done(page, 1)
    expect(control(page, "assen", "ketenjaarplan").get_by_role("radio", name="Volledig")).to_be_checked()


def test_the_form_can_be_filled_in_with_the_keyboard_alone(open_page):
    page = open_page("/invullen?werkplein=zwolle")

    control(page, "zwolle", CODES[0]).get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    done(page, 1)

    expect(control(page, "zwolle", CODES[0]).get_by_role("radio", name="In ontwikkeling")).to_be_checked()


def toelichtingen(werkplein):
    with read_session() as session:
        return invulling(session=session, werkplein=werkplein, tertaal=Tertaal(2009, 3)).toelichtingen


def test_a_toelichting_is_saved_when_the_field_is_left(open_page, data):
    page = open_page("/invullen?werkplein=zutphen")
    page.locator(f".st-key-toelichten-zutphen-2009-3-{CODES[0]} button").click()
    field = page.locator("textarea").first
    field.wait_for()
    ready(page)

    field.fill("Alle gemeenten doen mee.")
    page.get_by_role("heading", name="Invullen").click()
    until(page, lambda: toelichtingen("zutphen") == {CODES[0]: "Alle gemeenten doen mee."})

    again = open_page("/invullen?werkplein=zutphen")
    expect(again.locator("textarea").first).to_have_value("Alle gemeenten doen mee.")


def test_a_page_and_its_bar_are_as_wide_as_reads_well(open_page):
    page = open_page("/invullen?werkplein=meppel")

    boxes = [page.get_by_test_id(name).bounding_box() for name in ("stMainBlockContainer", "stBottomBlockContainer")]

    assert [(box["width"], box["x"]) for box in boxes] == [(1212, 114)] * 2


def test_who_is_quicker_than_the_screen_loses_nothing(open_page):
    page = open_page("/invullen?werkplein=meppel")

    for mijlpaal in CODES:
        choose(page, "meppel", mijlpaal, "Volledig")
    done(page, len(CODES))
    expect(page.get_by_text("bijgewerkt, opgeslagen")).to_have_count(len(CODES))

    page.locator(f".st-key-toelichten-meppel-2009-3-{CODES[0]} button").click()
    page.locator("textarea").first.fill("Meteen door naar indienen.")
    page.get_by_role("button", name="Indienen").click()
    page.get_by_text("Versie 1 is ingediend op 1 december 2009").wait_for()

    page.get_by_text("Ingediende versies").click()
    page.get_by_role("cell", name="Meteen door naar indienen.").wait_for()


def test_a_click_on_a_segment_opens_the_names(open_page):
    page = open_page("/")

    page.locator("[data-testid=stVegaLiteChart] path[aria-label*='Band: Niet; Werkpleinen: 7;']").first.click()

    page.get_by_text("7 werkpleinen staan op Niet").wait_for()


def test_the_tables_download_as_published_for_who_is_in(server):
    folder = f"{server.address}/download/2009-2"
    assert httpx.get(f"{folder}/groen.csv").status_code == 401
    cookies = server.sign_in("lezer@demo.nl")

    for golden in sorted(GOLDEN.glob("*.csv")):
        assert httpx.get(f"{folder}/{golden.name}", cookies=cookies).content == golden.read_bytes()
    packed = httpx.get(f"{folder}/landkaart-2009-2.zip", cookies=cookies).content
    assert len(zipfile.ZipFile(BytesIO(packed)).namelist()) == 11
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
