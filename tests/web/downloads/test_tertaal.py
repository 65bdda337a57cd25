import pytest

from landkaart.rapport import files
from tests.steps.visitors import unguarded


@pytest.fixture
def client(landkaart_2009):
    return unguarded()


@pytest.mark.parametrize(
    "name", [*(f"{name}.csv" for name in files.TABLES | files.PAGE_ONLY), "landkaart-2009-2.xlsx", "landkaart-2009-2.zip"]
)
def test_every_file_of_a_tertaal_can_be_had_under_its_name_and_is_not_kept_by_others(client, name):
    answer = client.get(f"/download/2009-2/{name}")

    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
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
