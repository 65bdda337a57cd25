import io
import zipfile
from datetime import UTC, date, datetime

import pytest
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from landkaart.domein.band import Band
from tests.steps.files import (
    HEADER,
    ONLY_HEADER,
    SCORES,
    STRINGS,
    VRAGEN,
    WERKPLEINEN,
    as_xlsx,
    faults,
    faults_of,
    read,
    scores,
    tampered,
    with_sheet,
    workbook,
    write,
)


def test_a_table_is_read_with_the_row_numbers_of_excel(tmp_path):
    book = workbook(VRAGEN, [], ["a", "2009-2", "Eén"], [None, " ", None], ["b", "2009-2", "Twee\nregels?"])
    del book.active["C5"]
    path = write(tmp_path, "vragen.xlsx", as_xlsx(book))

    assert [(vraag.code, vraag.tekst, vraag.regel) for vraag in read(path).vragen] == [("a", "Eén", 3)]
    assert faults(path) == ["vragen.xlsx, regel 5, kolom tekst: de cel is leeg."]


def test_texts_are_found_where_excel_keeps_them(tmp_path):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, VRAGEN)
        sheet.write_row(1, 0, ["a", "2009-2"])
        sheet.write_rich_string(1, 2, "Hoe ", book.add_format({"bold": True}), "gaat", " het?")
    path = write(tmp_path, "vragen.xlsx", stream.getvalue())

    assert STRINGS in zipfile.ZipFile(stream).namelist()
    assert [vraag.tekst for vraag in read(path).vragen] == ["Hoe gaat het?"]


def test_an_invulling_is_read_with_real_dates_and_labels(tmp_path):
    rows = [[*row[:2], date(2009, 8, 3), row[3], "In ontwikkeling"] for row in scores()]
    invulling = read(write(tmp_path, "scores.xlsx", as_xlsx(workbook(SCORES, *rows)))).invullingen[0]

    assert invulling.ingevuld_op == date(2009, 8, 3)
    assert set(invulling.banden.values()) == {Band.IN_ONTWIKKELING}


def test_dates_are_right_in_the_1904_epoch_too(tmp_path):
    rows = [[*row[:2], date(2009, 8, 3), *row[3:]] for row in scores()]
    book = workbook(SCORES, epoch=CALENDAR_MAC_1904)
    for row in rows:
        book.active.append(row)
    data = as_xlsx(book)

    assert b'date1904="1"' in zipfile.ZipFile(io.BytesIO(data)).read("xl/workbook.xml")
    assert read(write(tmp_path, "scores.xlsx", data)).invullingen[0].ingevuld_op == date(2009, 8, 3)


def test_a_moment_is_a_date_with_a_time(tmp_path):
    book = workbook(
        ["tertaal", "opent", "herinnering", "sluit", "actueel_vanaf"],
        ["2009-2", date(2009, 7, 15), "15-8-2009", datetime(2009, 9, 1, 17, 0), "2009-04-01"],  # noqa: DTZ001
    )
    uitvraag = read(write(tmp_path, "uitvragen.xlsx", as_xlsx(book))).uitvragen[0]

    assert uitvraag.opent == datetime(2009, 7, 14, 22, 0, tzinfo=UTC)
    assert uitvraag.sluit == datetime(2009, 9, 1, 15, 0, tzinfo=UTC)


def test_numbers_are_read_as_somebody_would_write_them(tmp_path):
    header = WERKPLEINEN.split(",")
    book = workbook(header, ["a", 52.0, 7, 1.5, True, "Drenthe", 52.0, "6,5"])
    record = read(write(tmp_path, "werkpleinen.xlsx", as_xlsx(book))).werkpleinen[0]

    assert (record.naam, record.plaats, record.gemeente, record.provincie) == ("52", "7", "1.5", "WAAR")
    assert (record.breedtegraad, record.lengtegraad) == (52.0, 6.5)


def test_a_tertaal_that_excel_made_a_date_of_says_so(tmp_path):
    data = as_xlsx(workbook(VRAGEN, ["a", date(2009, 2, 1), "Eén?"]))

    reason = "‘2009-02-01’ is een datum. Maak de kolom in Excel op als tekst en schrijf 2009-2."
    assert faults_of(tmp_path, data) == [f"vragen.xlsx, regel 2, kolom tertaal: {reason}"]


def test_a_formula_with_a_value_is_its_value(tmp_path):
    cells = "".join(f'<c t="str"><f>1+1</f><v>{value}</v></c>' for value in ("a", "2009-2", "Hoe?"))
    path = write(tmp_path, "vragen.xlsx", with_sheet(f'<row r="1">{HEADER}</row><row r="2">{cells}</row>'))

    assert [(vraag.code, vraag.tekst) for vraag in read(path).vragen] == [("a", "Hoe?")]


@pytest.mark.parametrize("error", ["#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NAME?"])
def test_an_error_value_is_a_fault(tmp_path, error):
    data = as_xlsx(workbook(VRAGEN, ["a", "2009-2", error]))

    assert faults_of(tmp_path, data) == [f"vragen.xlsx, regel 2, kolom tekst: ‘{error}’ is een foutmelding van Excel."]


def test_a_date_beyond_the_calendar_is_a_fault(tmp_path):
    book = workbook(SCORES, ["assen", "2009-2", 99_999_999, "ketenjaarplan", "niet"])
    book.active["C2"].number_format = "dd-mm-yyyy"
    data = as_xlsx(book)

    assert faults_of(tmp_path, data, "scores.xlsx")[0] == (
        "scores.xlsx, regel 2, kolom ingevuld_op: ‘#VALUE!’ is een foutmelding van Excel."
    )


def test_a_cell_beside_the_table_is_named_by_its_column(tmp_path):
    data = as_xlsx(workbook(VRAGEN, ["a", "2009-2", "Hoe?", None, "let op"], ["b", "2009-2", "Wie?", None, "nog wat"]))

    assert faults_of(tmp_path, data) == [
        "vragen.xlsx, regel 2: kolom E heeft geen naam, en hier staat ‘let op’ in. Geef de kolom een naam, of maak haar "
        "leeg."
    ]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_passed_over(tmp_path, state):
    book = workbook(["niets"])
    book.active.sheet_state = state
    sheet = book.create_sheet("zichtbaar")
    sheet.append(VRAGEN)
    sheet.append(["a", "2009-2", "Hoe?"])
    path = write(tmp_path, "vragen.xlsx", as_xlsx(book))

    assert [vraag.code for vraag in read(path).vragen] == ["a"]


def test_a_workbook_without_a_visible_sheet_is_refused(tmp_path):
    book = as_xlsx(workbook(VRAGEN))
    xml = zipfile.ZipFile(io.BytesIO(book)).read("xl/workbook.xml").replace(b'state="visible"', b'state="hidden"')

    assert faults_of(tmp_path, tampered(book, {"xl/workbook.xml": xml})) == [
        "vragen.xlsx: het bestand heeft geen zichtbaar werkblad."
    ]


def test_an_empty_sheet_is_refused(tmp_path):
    assert faults_of(tmp_path, as_xlsx(workbook())) == ["vragen.xlsx: het eerste zichtbare werkblad is leeg."]


def test_a_sheet_with_only_a_header_is_refused(tmp_path):
    assert faults_of(tmp_path, as_xlsx(workbook(VRAGEN, [], [" "]))) == [ONLY_HEADER]
