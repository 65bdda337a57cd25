"""The workbook as openpyxl and a reader find it."""

import io
from datetime import UTC

import pytest
from openpyxl import load_workbook

from landkaart.domein.band import Band
from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.explanation import explanation
from landkaart.rapport.files import shown_in, workbook_of
from landkaart.rapport.herkomst import TITLE, herkomst_of
from landkaart.rapport.werkbladen.blad import Gedrukt
from landkaart.rapport.werkbladen.voorblad import HOW, SHEET
from landkaart.rapport.werkbladen.xlsx import lines_in
from tests.steps.factories import GEMAAKT, beeld, stand, uitvraag

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1+1}", "http://example.org", "007", "1e5", '=A1&"x"']


@pytest.fixture(scope="session")
def book_2009(beeld_2009, bijlagen_2009):
    return load_workbook(io.BytesIO(workbook_of(beeld_2009, GEMAAKT, bijlagen_2009)))


def opened(found):
    return load_workbook(io.BytesIO(workbook_of(found, GEMAAKT)))


def test_the_first_sheet_says_what_this_is_and_the_last_how_it_counts_and_where_it_comes_from(book_2009, bladen_2009):
    assert book_2009.sheetnames == [SHEET, *bladen_2009, HOW, TITLE]
    assert book_2009.active.title == SHEET


def test_every_sheet_holds_its_table(book_2009, bladen_2009):
    for name, blad in bladen_2009.items():
        header, *rows = (list(row) for row in book_2009[name].iter_rows(values_only=True, max_row=len(blad.rijen) + 1))
        assert header == [kolom.kop for kolom in blad.kolommen]
        written = [[cell.date() if hasattr(cell, "date") else cell for cell in row] for row in rows]
        meant = [[cell.waarde if isinstance(cell, Gedrukt) else cell for cell in row] for row in blad.rijen]
        assert written == meant, name


def test_each_sheet_has_one_marked_table_over_its_rows_and_nothing_else(book_2009, bladen_2009):
    for name, blad in bladen_2009.items():
        [table] = book_2009[name].tables.values()
        last = book_2009[name].cell(max(len(blad.rijen), 1) + 1, blad.width).coordinate
        assert (table.ref, table.autoFilter.ref) == (f"A1:{last}", f"A1:{last}")
        assert table.displayName == name.replace(" ", "_").replace("-", "_")


def test_a_per_cent_is_one_and_a_difference_has_its_sign(book_2009):
    sheet = book_2009["Vergelijking"]
    formats = {cell.value: sheet.cell(2, cell.column).number_format for cell in sheet[1]}

    assert (formats["Score (%)"], formats["Verschil (punten)"]) == ("0%", "+0;-0;0")
    assert 0 < sheet["D2"].value <= 1


def test_kengetallen_keep_the_decimals_that_were_printed(book_2009):
    sheet = book_2009["Kengetallen"]
    found = {(row[2].value, row[5].value): row[6].number_format for row in sheet.iter_rows(min_row=2, max_row=354)}

    assert found["Preventie WW", "realisatie"] == "#,##0"
    assert found["Zorgtrajecten", "aandeel"] == "0.0%"
    assert found["Totale dienstverlening", "rapportcijfer"] == "#,##0.0"


def test_the_total_of_table_3_stands_below_its_table(book_2009):
    sheet = book_2009["Tabel 3 Mijlpalen"]

    assert [sheet.cell(16, column).value for column in (1, 2, 3, 4)] == ["Totaal", "Alle 14 mijlpalen", 0.67, 7]
    assert sheet["A16"].font.bold


def test_headings_stay_in_sight_and_those_of_a_band_have_its_colour(book_2009):
    sheet = book_2009["Tabel 3 Mijlpalen"]
    colours = {cell.value: cell.fill.start_color.rgb for cell in sheet[1]}

    assert sheet.freeze_panes == "C2"
    for band in Band:
        assert colours[band.label] == colours[f"{band.label} (%)"] == "FF" + band.colour[1:].upper()


def test_every_sheet_prints_on_a4_across_one_page_wide_with_its_headings_on_each_page(book_2009, bladen_2009):
    for name in bladen_2009:
        sheet = book_2009[name]
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((None, 0), (1, 0))
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.oddFooter.right.text == "Blad &P van &N"


def test_the_contents_lead_to_the_sheets_and_nowhere_else(book_2009, bladen_2009):
    links = [cell.hyperlink for row in book_2009[SHEET].iter_rows() for cell in row if cell.hyperlink]

    assert [link.location for link in links] == [f"'{name}'!A1" for name in (*bladen_2009, HOW, TITLE)]
    assert {link.target for link in links} == {None}


def test_tables_3_and_4_have_a_chart_of_their_own_figures(beeld_2009, bladen_2009):
    book = load_workbook(io.BytesIO(workbook_of(beeld_2009, GEMAAKT)))
    bars, line = (book[name]._charts[0] for name in ("Tabel 3 Mijlpalen", "Tabel 4 Historie"))

    assert (bars.tagname, bars.grouping, line.tagname) == ("barChart", "percentStacked", "lineChart")
    assert [series.val.numRef.f for series in bars.series] == [
        f"'Tabel 3 Mijlpalen'!${column}$2:${column}$15" for column in "DFHJ"
    ]
    assert [series.val.numRef.f for series in line.series] == ["'Tabel 4 Historie'!$C$2:$C$6"]
    fills = [series.graphicalProperties.solidFill.srgbClr for series in bars.series]
    assert fills == [band.colour[1:].upper() for band in Band]


@pytest.mark.parametrize("naam", FORMULAS)
def test_a_naam_that_looks_like_a_formula_a_number_or_a_link_stays_text(naam):
    cell = opened(beeld(stand(assen="3"), namen={"assen": naam}))["Groen"]["B2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (naam, "s", None)


@pytest.mark.parametrize("found", [beeld(empty_stand(), uitvraag=uitvraag()), beeld(empty_stand())], ids=["with", "without"])
def test_a_country_of_nobody_has_empty_cells_where_there_is_no_figure(found):
    book = opened(found)

    cells = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert not {"None", "nan", "<NA>"} & cells
    assert [cell.value for cell in book["Tabel 2 Fasen"][2]][1:5] == [0, None, 0, None]
    assert book["Groen"].tables["Groen"].ref == "A1:C2"


def test_the_sheets_behind_are_the_explanation_and_the_herkomst(beeld_2009, book_2009):
    said = [row[1] or "" for row in book_2009[HOW].iter_rows(values_only=True)]
    assert said == explanation(beeld_2009)
    herkomst = herkomst_of(beeld_2009, GEMAAKT, shown_in(beeld_2009))
    assert dict(book_2009[TITLE].iter_rows(values_only=True)) == herkomst.velden


def test_the_moment_of_making_is_the_closing_so_that_the_same_data_give_the_same_bytes():
    found = beeld(stand(assen="3"), {Tertaal(2009, 1): stand(assen="1")}, uitvraag=uitvraag())

    assert workbook_of(found, GEMAAKT) == workbook_of(found, GEMAAKT)
    assert opened(found).properties.created.replace(tzinfo=UTC) == uitvraag().sluit


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 10, 1), ("een twee", 8, 1), ("een twee", 7, 2), ("een twee drie", 8, 2), ("x" * 30, 8, 1)],
)
def test_how_many_lines_a_text_takes(text, width, lines):
    assert lines_in(text, width) == lines
