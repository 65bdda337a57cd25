import pytest

from tests.steps.visitors import browser, unguarded


@pytest.fixture
def client(landkaart_2009):
    return unguarded()


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
