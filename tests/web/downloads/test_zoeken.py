import pytest

from db.act import begin_act
from db.actions.werkpleinen import rename_werkplein
from landkaart.domein.clock import local_date
from landkaart.domein.rechten import operator
from tests.steps.visitors import browser, browser_of, csv_rows

URL = "/download/2009-2/zoeken.csv"


@pytest.fixture
def client(landkaart_2009):
    return browser_of("lezer")


def test_the_file_has_the_names_the_scores_and_the_asked_bands(client):
    found = csv_rows(client.get(f"{URL}?w=totaal:volledig&w=ketenjaarplan:volledig&provincie=Drenthe"))

    assert found == [
        {"code": "assen", "naam": "Assen", "score": "100", "totaal": "volledig", "ketenjaarplan": "volledig"},
        {"code": "hoogeveen", "naam": "Hoogeveen", "score": "100", "totaal": "volledig", "ketenjaarplan": "volledig"},
    ]


def test_who_has_no_stand_has_an_empty_score_and_band(client):
    found = csv_rows(client.get(f"{URL}?actualiteit=nooit"))

    assert [row["score"] for row in found] == ["", ""]


def test_nobody_gives_the_header_alone(client):
    assert client.get(f"{URL}?w=totaal:volledig&w=totaal:niet").text == "code,naam,score,totaal\n"


def test_a_dutch_excel_gets_semicolons(client):
    answer = client.get(f"{URL}?w=totaal:volledig&scheiding=puntkomma")

    assert answer.content.startswith(b"\xef\xbb\xbfcode;naam;score;totaal\r\n")
    assert answer.headers["content-disposition"] == 'attachment; filename="zoeken-2009-2-totaal-volledig-puntkomma.csv"'
    assert answer.headers["cache-control"] == "no-store"


def test_a_name_never_turns_into_a_formula(client):
    with begin_act(operator()) as act:
        rename_werkplein(act, code="assen", naam="=1+1", vanaf=local_date(act.now))

    names = [row["naam"] for row in csv_rows(client.get("/download/2009-3/zoeken.csv?w=totaal:volledig"))]

    assert "'=1+1" in names


@pytest.mark.parametrize(("path", "status"), [(f"{URL}?w=nergens:niet", 400), ("/download/2031-1/zoeken.csv", 404),
                                              ("/download/2009-4/zoeken.csv", 404)])  # fmt: skip
def test_what_cannot_be_asked_is_a_sentence(client, path, status):
    answer = client.get(path)

    assert answer.status_code == status
    assert answer.text.endswith(".")


def test_without_signing_in_there_is_nothing(landkaart_2009):
    assert browser().get(URL).status_code == 401


def test_of_a_choice_that_stands_twice_in_the_address_the_first_counts(client):
    both = "w=ketenjaarplan:niet&w=ketenjaarplan:volledig"
    either, every = (csv_rows(client.get(f"{URL}?{both}&{hoe}")) for hoe in ("hoe=een&hoe=alle", "hoe=alle&hoe=een"))

    assert either != []
    assert every == []
    drenthe = csv_rows(client.get(f"{URL}?w=totaal:volledig&provincie=Drenthe&provincie=Limburg"))
    assert [row["code"] for row in drenthe] == ["assen", "hoogeveen"]
