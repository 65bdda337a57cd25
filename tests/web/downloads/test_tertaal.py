import io
import zipfile

import pytest
from openpyxl import load_workbook

from landkaart.rapport import files
from landkaart.rapport.prognose import SHOWN
from tests.steps.drive import visit
from tests.steps.visitors import browser_of, csv_rows, unguarded


@pytest.fixture
def client(landkaart_2009):
    return browser_of("lezer")


@pytest.mark.parametrize(
    "name",
    [
        *(f"{name}.csv" for name in files.TABLES | files.PAGE_ONLY),
        "landkaart-2009-2.xlsx",
        "landkaart-2009-2.ods",
        "landkaart-2009-2.zip",
    ],
)
def test_every_file_of_a_tertaal_can_be_had_under_its_name_and_is_not_kept_by_others(client, name):
    answer = client.get(f"/download/2009-2/{name}")

    assert answer.status_code == 200
    with_tertaal = name if "2009-2" in name else name.replace(".csv", "-2009-2.csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="{with_tertaal}"'
    assert answer.headers["cache-control"] == "no-store"


def test_a_dutch_excel_gets_semicolons(client):
    answer = client.get("/download/2009-2/groen.csv?scheiding=puntkomma")

    assert answer.content.startswith(b"\xef\xbb\xbfcode;naam;score\r\n")


@pytest.mark.parametrize(
    "path",
    ["2009-2/onbekend.csv", "2009-2/groen.exe", "2009-1/landkaart-2009-2.xlsx", "2009-4/groen.csv", "2031-1/groen.csv"],
)
def test_what_does_not_exist_is_a_sentence(client, path):
    answer = client.get(f"/download/{path}")

    assert answer.status_code == 404
    assert answer.text == "Dit bestand bestaat niet. Ga terug naar het landelijk beeld."


def test_the_route_itself_asks_who_is_in(landkaart_2009):
    assert unguarded().get("/download/2009-2/groen.csv").status_code == 401


@pytest.mark.parametrize(("met", "vooruit"), [("", 49), ("?met=2009-1", 49), ("?met=2008-1", 120)])
def test_a_comparison_is_the_one_that_is_asked_for(client, met, vooruit):
    rows = csv_rows(client.get(f"/download/2009-2/vergelijking.csv{met}"))

    assert [row["richting"] for row in rows].count("vooruit") == vooruit


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("vergelijking.csv?met=2008-1", "vergelijking-2009-2-met-2008-1.csv"),
        ("vergelijking.csv?met=2009-1", "vergelijking-2009-2.csv"),
        ("groen.csv?met=2008-1", "groen-2009-2.csv"),
        ("landkaart-2009-2.xlsx?met=2008-1", "landkaart-2009-2-met-2008-1.xlsx"),
        ("landkaart-2009-2.zip?met=2008-1", "landkaart-2009-2-met-2008-1.zip"),
        ("prognose.csv", "prognose-2009-2.csv"),
        ("prognose.csv?toon=niet", "prognose-2009-2-niet.csv"),
    ],
)
def test_a_name_tells_two_files_apart(client, path, name):
    answer = client.get(f"/download/2009-2/{path}")

    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'


def test_the_comparison_reaches_the_workbook_and_the_zip(client):
    book = load_workbook(io.BytesIO(client.get("/download/2009-2/landkaart-2009-2.xlsx?met=2008-1").content))
    packed = zipfile.ZipFile(io.BytesIO(client.get("/download/2009-2/landkaart-2009-2.zip?met=2008-1").content))

    assert [cell.value for cell in book["Vergelijking"]["F"]].count("Vooruit") == 120
    assert dict(book["Herkomst"].iter_rows(values_only=True))["Keuzes"] == "Vergeleken met: 2008-1"
    assert packed.read("vergelijking.csv").decode().count(",vooruit\n") == 120
    assert "Keuzes: Vergeleken met: 2008-1\n" in packed.read("herkomst.txt").decode()


@pytest.mark.parametrize("toon", SHOWN)
def test_a_prognose_has_the_rows_that_its_page_shows(client, toon):
    at = visit("prognose", tertaal="2009-2", toon=toon)

    rows = csv_rows(client.get(f"/download/2009-2/prognose.csv?toon={toon}"))

    assert [row["naam"] for row in rows] == list(at.dataframe[0].value["naam"])


def test_the_herkomst_stands_below_a_csv_only_for_who_asks_for_it(client):
    plain = client.get("/download/2009-2/groen.csv?scheiding=puntkomma").content
    with_herkomst = client.get("/download/2009-2/groen.csv?scheiding=puntkomma&herkomst=ja").content

    assert with_herkomst.startswith(plain)
    below = with_herkomst[len(plain) :].decode()
    assert below.startswith("\r\nBron;SUWI-landkaart\r\nTertaal;2009-2 (mei 2009 t/m aug 2009)\r\n")
    assert "Uitgave;Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur" in below


@pytest.mark.parametrize("met", ["2031-1", "2009-2", "x"])
def test_a_comparison_that_cannot_be_is_a_sentence(client, met):
    assert client.get(f"/download/2009-2/vergelijking.csv?met={met}").status_code == 404


def test_a_file_that_two_ask_for_says_of_each_that_he_made_it(landkaart_2009):
    names = ("Ada", "Bea")
    files = [browser_of("lezer", naam=naam).get("/download/2009-2/groen.csv?herkomst=ja").text for naam in names]

    assert [text.rstrip().rpartition("door ")[2].rstrip('"') for text in files] == list(names)
