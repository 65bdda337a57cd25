import io
from datetime import UTC

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from landkaart.domein.band import Band
from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.explanation import explanation
from landkaart.rapport.files import TABLES, shown_in, workbook_of
from landkaart.rapport.herkomst import TITLE, herkomst_of
from tests.steps.factories import GEMAAKT, beeld, stand, uitvraag

HOW = "Hoe het telt"
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1+1}", "http://example.org", "007", "1e5", '=A1&"x"']


def opened(found) -> Workbook:
    return load_workbook(io.BytesIO(workbook_of(found, GEMAAKT)))


def values(sheet) -> list[list]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_there_is_a_sheet_per_table_one_that_says_how_it_counts_and_one_that_says_where_it_comes_from(beeld_2009):
    assert opened(beeld_2009).sheetnames == [title for title, _ in TABLES.values()] + [HOW, TITLE]


@pytest.mark.parametrize("name", TABLES)
def test_a_sheet_holds_its_table(name, beeld_2009):
    title, make = TABLES[name]
    table = make(beeld_2009)

    header, *rows = values(opened(beeld_2009)[title])

    assert header == list(table.columns)
    assert rows == table.astype(object).where(table.notna(), None).to_numpy().tolist()


def test_figures_are_numbers_so_that_a_reader_can_go_on_counting(beeld_2009):
    rows = list(opened(beeld_2009)["Tabel 2 Fasen"].iter_rows(min_row=2))

    assert {cell.data_type for row in rows for cell in row[1:]} == {"n"}


@pytest.mark.parametrize("naam", FORMULAS)
def test_a_naam_that_looks_like_a_formula_a_number_or_a_link_stays_text(naam):
    cell = opened(beeld(stand(assen="3"), namen={"assen": naam}))["Groen"]["B2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (naam, "s", None)


@pytest.mark.parametrize("found", [beeld(empty_stand(), uitvraag=uitvraag()), beeld(empty_stand())], ids=["with", "without"])
def test_a_country_of_nobody_has_empty_cells_where_there_is_no_figure(found):
    book = opened(found)

    cells = {cell for title, _ in TABLES.values() for row in values(book[title]) for cell in row}
    assert not {"None", "nan", "<NA>"} & cells
    total = dict(zip(*values(book["Tabel 2 Fasen"])[:2], strict=True))
    assert (total["aantal_werkpleinen"], total["niet"], total["gemiddelde"], total["niet_pct"]) == (0, 0, None, None)
    assert values(book["Groen"]) == [["code", "naam", "score"]]


def test_a_sheet_is_the_explanation(beeld_2009):
    lines = [row[0] or "" for row in values(opened(beeld_2009)[HOW])]

    assert lines == explanation(beeld_2009)


def test_the_last_sheet_is_the_herkomst(beeld_2009):
    herkomst = herkomst_of(beeld_2009, GEMAAKT, shown_in(beeld_2009))

    assert dict(values(opened(beeld_2009)[TITLE])) == herkomst.velden
    assert "AKO-indicatie" in herkomst.velden


def test_the_columns_of_a_band_have_its_colour_above_them(beeld_2009):
    sheet = opened(beeld_2009)["Tabel 3 Mijlpalen"]
    colours = {cell.value: cell.fill.start_color.rgb for cell in sheet[1]}

    for band in Band:
        assert colours[band.code] == colours[f"{band.code}_pct"] == "FF" + band.colour[1:].upper()


def test_the_moment_of_making_is_the_closing_so_that_the_same_data_give_the_same_bytes():
    found = beeld(stand(assen="3"), {Tertaal(2009, 1): stand(assen="1")}, uitvraag=uitvraag())

    assert workbook_of(found, GEMAAKT) == workbook_of(found, GEMAAKT)
    assert opened(found).properties.created.replace(tzinfo=UTC) == uitvraag().sluit


@pytest.mark.parametrize("name", TABLES)
def test_the_filter_of_a_sheet_covers_its_table_and_nothing_beside_it(name, beeld_2009):
    title, make = TABLES[name]
    rows, columns = make(beeld_2009).shape

    assert opened(beeld_2009)[title].auto_filter.ref == f"A1:{get_column_letter(columns)}{rows + 1}"
