"""How a file goes out, and what a reader gets to read when it cannot."""

import logging

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from landkaart.domein.fouten import NietAangemeld, NietToegestaan, OngeldigeInvoer
from landkaart.rapport.herkomst import Herkomst
from landkaart.web.downloads.outgoing import XLSX, Bestand, NietMeer, csv_of, sending

HERKOMST = Herkomst({"Gemaakt": "=1+1, door Ada"})
MISSING = "Dit bestand bestaat niet."


def answer_when(make, vague=False, query=""):
    return TestClient(Starlette(routes=[Route("/x", sending(make, MISSING, vague=vague))])).get(f"/x{query}")


def failing(error):
    def make(request):
        raise error

    return make


def test_a_file_goes_out_under_its_name_and_is_not_kept_by_others():
    answer = answer_when(lambda request: Bestand("een.csv", b"a;b"))

    assert (answer.status_code, answer.content) == (200, b"a;b")
    assert answer.headers["content-disposition"] == 'attachment; filename="een.csv"'
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyError("x"), 404, MISSING),
        (OngeldigeInvoer("Zo niet."), 400, "Zo niet."),
        (NietMeer("Niets meer."), 404, "Niets meer."),
        (NietToegestaan("U mag dat niet."), 403, "U mag dat niet."),
        (NietAangemeld(), 401, str(NietAangemeld())),
    ],
)
def test_what_cannot_be_handed_out_is_a_sentence(error, status, said):
    answer = answer_when(failing(error))

    assert (answer.status_code, answer.text) == (status, said)


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [(OngeldigeInvoer("Zo niet."), 404, MISSING), (NietToegestaan("U mag dat niet."), 403, "U mag dat niet.")],
)
def test_where_nobody_can_mend_the_address_it_does_not_say_what_is_wrong_with_it(error, status, said):
    answer = answer_when(failing(error), vague=True)

    assert (answer.status_code, answer.text) == (status, said)


def test_a_failure_of_ours_is_a_number(caplog):
    with caplog.at_level(logging.ERROR):
        answer = answer_when(failing(ZeroDivisionError("geheim")))

    assert answer.status_code == 500
    assert "geef dan dit nummer door" in answer.text
    assert "geheim" not in answer.text
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("query", "content"),
    [
        ("", b"naam,aantal\nAssen,5\n"),
        ("?scheiding=puntkomma", b"\xef\xbb\xbfnaam;aantal\r\nAssen;5\r\n"),
        ("?scheiding=komma", b"naam,aantal\nAssen,5\n"),
        ("?herkomst=ja", b'naam,aantal\nAssen,5\n\nGemaakt,"\'=1+1, door Ada"\n'),
        ("?herkomst=nee", b"naam,aantal\nAssen,5\n"),
    ],
)
def test_a_table_has_the_commas_of_a_program_or_the_semicolons_of_a_dutch_excel(query, content):
    table = pd.DataFrame({"naam": ["Assen"], "aantal": [5]})

    assert answer_when(lambda request: Bestand("een.csv", csv_of(table, request, HERKOMST)), query=query).content == content


@pytest.mark.parametrize(
    ("query", "naam"),
    [
        ("", "een.csv"),
        ("?scheiding=komma&herkomst=nee", "een.csv"),
        ("?scheiding=puntkomma", "een-puntkomma.csv"),
        ("?herkomst=ja", "een-met-herkomst.csv"),
        ("?scheiding=puntkomma&herkomst=ja", "een-puntkomma-met-herkomst.csv"),
    ],
)
def test_the_kinds_of_one_table_have_names_of_their_own(query, naam):
    answer = answer_when(lambda request: Bestand("een.csv", b""), query=query)

    assert answer.headers["content-disposition"] == f'attachment; filename="{naam}"'


def test_the_name_of_what_is_no_csv_stays():
    answer = answer_when(lambda request: Bestand("een.xlsx", b"", XLSX), query="?scheiding=puntkomma&herkomst=ja")

    assert answer.headers["content-disposition"] == 'attachment; filename="een.xlsx"'


@pytest.mark.parametrize("naam", ["../x.csv", 'x".csv', "x\r\nSet-Cookie: a.csv", "", "é.csv", ".csv"])
def test_what_could_be_read_as_more_than_a_name_never_goes_out(naam, caplog):
    assert answer_when(lambda request: Bestand(naam, b"")).status_code == 500
