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


def changed(form, book) -> list[tuple]:
    out = io.BytesIO()
    book.save(out)
    answer = form.client.post(f"{form.base}/werkmap", content=out.getvalue(), headers={"content-type": XLSX})
    return [(each["veld"], each["oud"], each["nieuw"]) for each in answer.json()["wijzigingen"]]


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
