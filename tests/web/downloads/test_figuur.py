import re

import pytest

from tests.steps.visitors import browser, browser_of, csv_rows


@pytest.fixture
def client(landkaart_2009):
    return browser_of("lezer", naam="Ada <Lezer>")


@pytest.mark.parametrize(("soort", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("csv", b"fase,aantal_werkpleinen")])
def test_a_figure_can_be_had_under_its_name_and_is_not_kept_by_others(client, soort, begins):
    answer = client.get(f"/figuur/2009-2/tabel2.{soort}")

    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert answer.headers["content-disposition"] == f'attachment; filename="figuur-tabel2-2009-2.{soort}"'
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("naam", ["werkplein-score", "werkplein-mijlpalen"])
def test_a_figure_of_one_werkplein_asks_which(client, naam):
    answer = client.get(f"/figuur/2009-2/{naam}.svg?werkplein=harderwijk")

    assert answer.status_code == 200
    assert "Harderwijk" in answer.text


def test_a_figure_of_one_vraag_asks_which(client):
    answer = client.get("/figuur/2009-2/extra-vraag.csv?vraag=integraal-per-2010")

    assert answer.status_code == 200
    assert [row.split(",")[1] for row in answer.text.splitlines()[1:]] == ["28", "30", "69"]


def test_a_dutch_excel_gets_semicolons(client):
    answer = client.get("/figuur/2009-2/tabel4.csv?scheiding=puntkomma")

    assert answer.content.startswith(b"\xef\xbb\xbftertaal;periode;gemiddelde\r\n")


@pytest.mark.parametrize(
    "path",
    [
        "2009-2/onbekend.png",
        "2009-2/tabel2.exe",
        "2009-4/tabel2.png",
        "2031-1/tabel2.png",
        "2009-2/beweging.csv?met=2031-1",
        "2009-2/overgangen.csv?rij=onzin",
        "2009-2/drijfveren.csv?onder=onzin",
        "2009-2/heatmap.csv?toon=onzin",
        "2009-2/heatmap.csv?regio=onzin",
        "2009-2/heatmap.csv?blad=99",
        "2009-2/landkaart.png?rij=onzin",
        "2009-2/extra-vraag.png?vraag=onzin",
        "2009-2/werkplein-score.png",
        "2009-2/werkplein-score.png?werkplein=onzin",
    ],
)
def test_what_does_not_exist_is_a_sentence(client, path):
    answer = client.get(f"/figuur/{path}")

    assert (answer.status_code, answer.text) == (404, "Deze figuur bestaat niet. Ga terug naar de pagina en kies opnieuw.")


def test_who_is_not_signed_in_gets_no_figure(landkaart_2009):
    visitor = browser()

    assert visitor.get("/figuur/2009-2/tabel2.csv").status_code == 401
    assert visitor.get("/figuur/2009-2/tabel2.csv", headers={"accept": "text/html"}).status_code == 303


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("beweging.csv?met=2008-1", "figuur-beweging-2009-2-met-2008-1.csv"),
        ("beweging.csv?met=2009-1", "figuur-beweging-2009-2.csv"),
        ("heatmap.svg?toon=verandering&blad=2", "figuur-heatmap-2009-2-verandering-blad-2.svg"),
        ("werkplein-score.csv?werkplein=harderwijk", "figuur-werkplein-score-2009-2-harderwijk.csv"),
        ("landkaart.csv?provincie=Noord-Brabant&band=niet", "figuur-landkaart-2009-2-noord-brabant-niet.csv"),
        ("tabel2.csv?klasse=../../x%0d%0aSet-Cookie:%20a", "figuur-tabel2-2009-2.csv"),
    ],
)
def test_a_name_tells_two_figures_apart(client, path, name):
    answer = client.get(f"/figuur/2009-2/{path}")

    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'


def test_the_file_of_a_page_of_the_heatmap_has_every_row_in_its_order(client):
    def names(query):
        return [row["naam"] for row in csv_rows(client.get(f"/figuur/2009-2/heatmap.csv?volgorde=naam{query}"))]

    assert len(names("")) == len(names("&blad=2")) == 125
    assert names("&blad=2") == names("")
    assert len(names("&regio=Drenthe")) < 10


def test_the_file_of_the_heatmap_says_what_its_cells_say(client):
    rows = csv_rows(client.get("/figuur/2009-2/heatmap.csv?toon=verandering&met=2008-1"))

    assert any(" → " in row["ketenjaarplan"] for row in rows)


def test_a_picture_says_what_was_chosen_who_made_it_and_how_fixed_it_is(client):
    drawn = " ".join(re.findall(r">([^<>]*)</text>", client.get("/figuur/2009-2/heatmap.svg?met=2008-1&blad=2").text))

    for said in (
        "Tertaal: 2009-2",
        "Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur",
        "Peildatum: 31 augustus 2009",
        "125 werkpleinen",
        "Vergeleken met: 2008-1; Blad: 2",
        "door Ada &lt;Lezer&gt;",
    ):
        assert said in drawn


@pytest.mark.parametrize(
    "path", ["indicaties.svg", "afstand.svg?groep=indicatie", "extra-vraag.svg?vraag=integraal-per-2010"]
)
def test_the_stand_of_the_closing_never_stands_below_what_was_given_later(client, path):
    drawn = client.get(f"/figuur/2009-2/{path}").text

    assert "stand bij de sluiting" not in drawn
    assert "ook van na de sluiting" in drawn
