"""Workbooks that are no table, or a trap: refused in a sentence, and soon."""

import io
import zipfile

import pytest

from tests.steps.files import (
    GOOD,
    HEADER,
    ONLY_HEADER,
    SHEET,
    STRINGS,
    faults_of,
    read,
    sheet_xml,
    tampered,
    with_sheet,
    write,
)

DAMAGED = "vragen.xlsx: het bestand is beschadigd. Open het in Excel en bewaar het opnieuw als .xlsx."
LOCKED = "vragen.xlsx: het bestand heeft een wachtwoord of is een oude .xls. Bewaar het als .xlsx zonder wachtwoord."
MACRO = "vragen.xlsx: het bestand bevat macro’s. Bewaar het als ‘Excel-werkmap (.xlsx)’ zonder macro’s."
NOT_EXCEL = (
    "vragen.xlsx: dit is geen Excel-bestand, ook al eindigt de naam op .xlsx. Bewaar het als ‘Excel-werkmap (.xlsx)’."
)
ODD_NAMES = "vragen.xlsx: het bestand bevat onderdelen die niet in een Excel-bestand horen."
DOCTYPE = "vragen.xlsx: het bestand bevat een DOCTYPE of ENTITY, en dat hoort niet in een Excel-bestand."
TOO_BIG = "vragen.xlsx: het bestand is uitgepakt te groot. Zet alleen de tabel in een nieuw bestand."
TOO_MUCH = "vragen.xlsx: er zit te veel opmaak of tekst in het bestand. Plak alleen de waarden in een nieuw bestand."
TOO_MANY_ROWS = "vragen.xlsx: een werkblad heeft meer dan 20.000 rijen. Verwijder wat onder de tabel staat."
TOO_WIDE = "vragen.xlsx: een werkblad heeft meer dan 60 kolommen. Verwijder wat naast de tabel staat."


@pytest.mark.parametrize("content", [b"", b"code;tertaal;tekst\n", b"\x00" * 1000])
def test_a_renamed_csv_is_refused(tmp_path, content):
    assert faults_of(tmp_path, content) == [NOT_EXCEL]


def test_a_sheet_of_libreoffice_under_another_name_says_what_it_is(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")

    [fault] = faults_of(tmp_path, stream.getvalue())
    assert "dit is een rekenblad van LibreOffice (.ods), ook al eindigt de naam op .xlsx." in fault


def test_a_workbook_with_a_password_is_refused(tmp_path):
    assert faults_of(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)) == [LOCKED]


def test_an_encrypted_zip_is_refused(tmp_path):
    data = bytearray(GOOD)
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert faults_of(tmp_path, bytes(data)) == [LOCKED]


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "XL/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml"])
def test_macros_are_refused(tmp_path, name):
    assert faults_of(tmp_path, tampered(GOOD, {name: "x"})) == [MACRO]


def test_a_workbook_that_says_it_has_macros_is_refused(tmp_path):
    name = "[Content_Types].xml"
    xml = zipfile.ZipFile(io.BytesIO(GOOD)).read(name)
    plain, macro = (
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
        b"application/vnd.ms-excel.sheet.macroEnabled.main",
    )
    assert plain in xml

    assert faults_of(tmp_path, tampered(GOOD, {name: xml.replace(plain, macro)})) == [MACRO]


@pytest.mark.parametrize("name", ["../../etc/passwd", "xl/../../x", "/etc/passwd", "xl\\x"])
def test_a_part_that_points_out_of_the_zip_is_refused(tmp_path, name):
    assert faults_of(tmp_path, tampered(GOOD, {name: "x"})) == [ODD_NAMES]


@pytest.mark.parametrize("part", [SHEET, STRINGS, "xl/styles.xml", "xl/workbook.xml", "docProps/core.xml"])
@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        "<!DOCTYPE x>",
    ],
    ids=["bomb", "external", "bare"],
)
def test_entities_are_refused_in_every_part(tmp_path, part, declaration):
    assert faults_of(tmp_path, tampered(GOOD, {part: f"{declaration}<x/>"})) == [DOCTYPE]


def test_entities_are_refused_in_any_encoding(tmp_path):
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'

    assert faults_of(tmp_path, tampered(GOOD, {STRINGS: xml.encode("utf-16")})) == [DOCTYPE]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', TOO_MANY_ROWS),
        ('<row r="20002"><c r="A20002"><v>1</v></c></row>', TOO_MANY_ROWS),
        ("<row><c><v>1</v></c></row>" * 20_001, TOO_MANY_ROWS),
        ('<row r="2"><c r="XFD2"><v>1</v></c></row>', TOO_WIDE),
        ('<row r="2"><c r="BI2"><v>1</v></c></row>', TOO_WIDE),
        ('<row r="2"><c r="xfd2"><v>1</v></c></row>', TOO_WIDE),
        (f'<row r="2">{"<c><v>1</v></c>" * 61}</row>', TOO_WIDE),
        ('<row r="2"/><row r="2"/>', DAMAGED),
        ('<row r="x"/>', DAMAGED),
    ],
)
def test_a_cell_far_from_the_table_is_refused(tmp_path, row, fault):
    assert faults_of(tmp_path, with_sheet(f'<row r="1">{HEADER}</row>{row}')) == [fault]


@pytest.mark.parametrize(
    "row",
    ['<row r="1048576"/>', '<row r="1048576" ht="15"><c r="A1048576" s="0"/></row>', '<row r="2"><c r="XFD2"/></row>',
     "<row/>" * 20_001,
     f'<row r="2">{"<c/>" * 61}</row>'],
    ids=["the last row", "a cell in it", "the last column", "many rows", "many cells"],
)  # fmt: skip
def test_rows_and_cells_in_which_nothing_stands_are_none(tmp_path, row):
    assert faults_of(tmp_path, with_sheet(f'<row r="1">{HEADER}</row>{row}')) == [ONLY_HEADER]


def test_the_last_cell_that_is_allowed_is_read(tmp_path):
    row = '<row r="20001"><c r="BH20001"><v>1</v></c></row>'

    assert faults_of(tmp_path, with_sheet(f'<row r="1">{HEADER}</row>{row}')) == [
        "vragen.xlsx, regel 20001: kolom BH heeft geen naam, en hier staat ‘1’ in. Geef de kolom een naam, of maak haar "
        "leeg.",
    ]


def test_a_giant_merge_changes_nothing(tmp_path):
    after = '<mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>'

    assert faults_of(tmp_path, with_sheet(f'<row r="1">{HEADER}</row>', after=after)) == [ONLY_HEADER]


def test_a_dimension_that_lies_changes_nothing(tmp_path):
    before = '<dimension ref="A1:XFD1048576"/>'

    assert faults_of(tmp_path, with_sheet(f'<row r="1">{HEADER}</row>', before=before)) == [ONLY_HEADER]


def test_400_mb_of_text_is_refused_by_what_the_zip_says(tmp_path):
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/big.xml", "w") as part:
        for _ in range(400):
            part.write(b"x" * 1_000_000)

    assert len(stream.getvalue()) < 2_000_000
    assert faults_of(tmp_path, stream.getvalue()) == [TOO_BIG]


def test_a_part_that_is_larger_than_the_zip_says_is_refused(tmp_path):
    data = bytearray(tampered(GOOD, {"xl/big.xml": b"x" * 50_000_000}))
    central = data.rindex(b"PK\x01\x02")
    assert data[central + 46 : central + 56] == b"xl/big.xml"
    data[central + 24 : central + 28] = (1000).to_bytes(4, "little")

    assert faults_of(tmp_path, bytes(data)) == [DAMAGED]


@pytest.mark.parametrize(
    "after",
    [
        f'<c t="inlineStr"><is><t>{"x" * 1_000_000}</t></is></c>',
        f"<!--{'x' * 1_000_000}-->",
        f"<?x {'x' * 1_000_000}?>",
        f'<x y="{"x" * 1_000_000}"/>',
        f"<x{' ' * 1_000_000}/>",
        "<x>" * 100_000 + "</x>" * 100_000,
        "<x/>" * 100_000,
        "\n" * 600_000,
        "&amp;" * 600_000,
        "<x>" + "<![CDATA[x]]>" * 200_000 + "</x>",
    ],
    ids=["text", "comment", "instruct", "attribute", "space", "nesting", "elements", "newlines", "entities", "cdata"],
)  # fmt: skip
def test_more_layout_or_text_than_a_table_has_is_refused(tmp_path, after):
    assert faults_of(tmp_path, with_sheet(f'<row r="1">{HEADER}</row>', after=after)) == [TOO_MUCH]


def test_more_texts_than_a_table_has_are_refused(tmp_path):
    assert faults_of(tmp_path, tampered(GOOD, {STRINGS: f"<sst>{'<si/>' * 25_001}</sst>"})) == [TOO_MUCH]


def test_more_than_2_mb_is_refused(tmp_path):
    assert faults_of(tmp_path, b"PK\x03\x04" + bytes(2_000_000)) == ["vragen.xlsx: het bestand is groter dan 2 MB."]


@pytest.mark.parametrize(("parts", "found"), [(200, []), (201, [TOO_BIG])])
def test_more_than_200_parts_are_refused(tmp_path, parts, found):
    there = len(zipfile.ZipFile(io.BytesIO(GOOD)).namelist())
    more = {f"xl/more{number}.xml": "<x/>" for number in range(parts - there)}

    assert faults_of(tmp_path, tampered(GOOD, more)) == found


def test_a_part_twice_is_refused(tmp_path):
    assert faults_of(tmp_path, tampered(GOOD, {SHEET.upper(): "<x/>"})) == [DAMAGED]


def test_an_unusual_compression_is_refused(tmp_path):
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/x.xml", "<x/>")

    assert faults_of(tmp_path, stream.getvalue()) == [DAMAGED]


@pytest.mark.parametrize(
    "data",
    [
        GOOD[: len(GOOD) // 2],
        tampered(GOOD, {SHEET: "<worksheet>"}),
        tampered(GOOD, {SHEET: "noise"}),
        tampered(GOOD, {"[Content_Types].xml": "<x/>"}),
        tampered(GOOD, {"xl/_rels/workbook.xml.rels": "<x/>"}),
        tampered(GOOD, {SHEET: sheet_xml('<row><c t="s"><v>9</v></c></row>')}),
    ],
    ids=["cut", "open tag", "no xml", "types", "relations", "strings"],
)
def test_a_damaged_workbook_is_refused(tmp_path, data):
    assert faults_of(tmp_path, data) == [DAMAGED]


def test_what_is_no_xml_may_be_in_it(tmp_path):
    path = write(tmp_path, "vragen.xlsx", tampered(GOOD, {"xl/media/logo.png": b"\x89PNG\r\n\x1a\n" + bytes(1000)}))

    assert [vraag.code for vraag in read(path).vragen] == ["hoe"]
