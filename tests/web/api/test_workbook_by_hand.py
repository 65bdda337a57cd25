"""The form as a workbook, written in as people write in sheets: ranges, per cents, line ends, a sheet of one's own."""

import io

import openpyxl
import pytest

from landkaart.web.api.routes import XLSX
from tests.steps.small_landkaart import VISIE

BAND = f"band/{VISIE}"


@pytest.fixture
def book(form):
    return openpyxl.load_workbook(io.BytesIO(form.client.get(f"{form.paper}.xlsx").content))


def offer(form, book) -> dict:
    out = io.BytesIO()
    book.save(out)
    return form.client.post(f"{form.base}/werkmap", content=out.getvalue(), headers={"content-type": XLSX}).json()


def changed(form, book) -> list[tuple]:
    return [(each["veld"], each["oud"], each["nieuw"]) for each in offer(form, book)["wijzigingen"]]


def test_a_band_may_be_written_as_its_range_and_a_line_end_typed_in_a_cell_is_one(form, book):
    sheet = book.active
    sheet["D7"], sheet["E7"], sheet["D8"] = 1, "Af._x000D_\nEcht.", "33-65%"
    sheet["D7"].number_format = "0%"

    assert changed(form, book) == [
        (BAND, "", "Volledig"),
        (f"toelichting/{VISIE}", "", "Af.\nEcht."),
        ("band/ketenjaarplan", "", "In ontwikkeling"),
    ]


def test_a_sheet_of_ones_own_may_stand_before_the_form(form, book):
    book.active["D7"] = "Volledig"
    book.create_sheet("Van mij", 0)["A1"] = "Nog navragen."

    assert changed(form, book) == [(BAND, "", "Volledig")]


def test_a_formula_without_an_outcome_is_no_empty_cell(form):
    form.save("toelichting/ketenjaarplan", "Van eerder.")
    book = openpyxl.load_workbook(io.BytesIO(form.client.get(f"{form.paper}.xlsx").content))
    book.active["D5"], book.active["E8"] = "=1+1", '=CONCAT("a","b")'

    said = "hier staat een formule zonder uitkomst. Typ wat er moet staan, of bewaar het bestand eerst in Excel."
    assert offer(form, book)["fouten"] == [
        f"Rij 5 (Alle ketenpartijen (alle gemeenten) betrokken), kolom Nu: {said}",
        f"Rij 8 (Ketenjaarplan vastgesteld), kolom Toelichting: {said}",
    ]


def test_the_mijlpalen_have_the_numbers_that_they_have_on_the_screen(book):
    numbers = [book.active[f"B{row}"].value.split(".")[0] for row in range(5, 19)]

    assert numbers == [str(number) for number in range(1, 15)]


def test_rows_that_are_left_out_do_no_harm_and_are_named(form, book):
    book.active["D7"] = "Volledig"
    book.active.delete_rows(5)

    assert changed(form, book) == [(BAND, "", "Volledig")]
    assert offer(form, book)["zin"] == (
        "Er verandert 1 onderdeel. Zonder rij in dit bestand, en dus zoals het hier staat: "
        "Alle ketenpartijen (alle gemeenten) betrokken. Er is nog niets opgeslagen."
    )
