"""What is offered as the form and is not, or has something in it that would not come in, is named."""

import openpyxl
import pytest

from landkaart.invoer.aanlevering import read_paths
from tests.steps.forms import manager
from tests.steps.workbooks import filled, offer, packed


def test_what_stands_beside_or_below_the_form_is_named(form):
    answer = offer(form, filled(form, D7="Niet", O7="Hier nog iets.", B30="En onderaan."))

    assert answer.json()["fouten"] == [
        "Rij 7: naast het formulier staat ‘Hier nog iets.’. Zet dat in Toelichting, of haal het weg.",
        "Rij 30: bij deze rij hoort geen mijlpaal. Vul alleen de gele cellen in.",
    ]


def test_a_workbook_of_another_werkplein_or_tertaal_is_refused(form):
    breda = manager("breda")

    answer = offer(form, filled(breda, D7="Niet"))

    assert (answer.status_code, answer.json()["zin"]) == (
        422,
        "Dit bestand is niet te gebruiken: boven dit formulier staat ‘Landkaart werkplein Breda, 2009-2 (mei …’. "
        "Het is niet van dit werkplein over 2009-2.",
    )


@pytest.mark.parametrize(
    "data", [b"", b"x", b"PK\x03\x04 half", b"\xd0\xcf\x11\xe0"], ids=["nothing", "text", "half", "old"]
)
def test_what_is_no_workbook_is_refused(form, data):
    answer = offer(form, data)

    assert (answer.status_code, answer.json()["code"]) == (422, "invoer")
    assert answer.json()["zin"].startswith("Dit bestand is niet te gebruiken: ")


@pytest.mark.parametrize("place", ["formulier-assen.xlsx", "in/formulier-assen.xlsx"], ids=["alone", "in a folder"])
def test_dropped_among_the_files_it_says_where_it_goes(form, tmp_path, place):
    path = tmp_path / place
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(filled(form, D7="Niet"))

    found = read_paths([path if path.parent == tmp_path else path.parent])

    assert [fault.reden for fault in found.faults] == [
        "dit is het formulier van een werkplein. Bied het aan bij Invullen; namens een werkplein begint dat bij Respons."
    ]


def test_any_other_workbook_is_refused(form):
    answer = offer(form, packed(openpyxl.Workbook()))
    assert answer.status_code == 422

    book = openpyxl.Workbook()
    book.active["A1"] = "iets"
    assert "geen formulier van de landkaart" in offer(form, packed(book)).json()["zin"]


def test_more_than_2_mb_is_refused_before_it_is_read(form):
    answer = offer(form, b"x" * 2_000_001)

    assert (answer.status_code, answer.json()["code"]) == (413, "te_groot")


def test_another_kind_of_file_is_refused(form):
    answer = form.client.post(f"{form.base}/werkmap", content=b"a,b", headers={"content-type": "text/csv"})

    assert answer.status_code == 415
