"""The OpenDocument spreadsheet, read as XML: the same cells as the workbook, each of its kind."""

import io
import zipfile
from xml.etree import ElementTree

import pytest

from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.files import spreadsheet_of
from landkaart.rapport.herkomst import TITLE
from landkaart.rapport.werkbladen.blad import Gedrukt
from landkaart.rapport.werkbladen.ods import MEDIA
from landkaart.rapport.werkbladen.voorblad import HOW, SHEET
from tests.steps.factories import GEMAAKT, beeld, stand, uitvraag

URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TABLE, OFFICE, STYLE, CHART, CONFIG = (URN % name for name in ("table", "office", "style", "chart", "config"))
LINK = "{http://www.w3.org/1999/xlink}href"
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "{=1+1}", "http://example.org", "007", "1e5", '=A1&"x"', "a  b", "<b>&amp;"]


def parts(content: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}


@pytest.fixture(scope="session")
def ods_2009(beeld_2009, bijlagen_2009):
    return parts(spreadsheet_of(beeld_2009, GEMAAKT, bijlagen_2009))


def sheets(found: dict) -> dict[str, ElementTree.Element]:
    return {sheet.get(f"{TABLE}name"): sheet for sheet in found["content.xml"].iter(f"{TABLE}table")}


def rows(sheet: ElementTree.Element) -> list[list]:
    return [[value(cell) for cell in row.iter(f"{TABLE}table-cell")] for row in sheet.iter(f"{TABLE}table-row")]


def value(cell: ElementTree.Element):
    kind = cell.get(f"{OFFICE}value-type")
    if kind in ("float", "percentage"):
        return float(cell.get(f"{OFFICE}value"))
    if kind == "date":
        return cell.get(f"{OFFICE}date-value")
    return None if kind is None else text(cell)


def text(cell: ElementTree.Element) -> str:
    """As a reader sees it: a blank of its own element is a blank."""
    for blank in cell.iter(URN % "text" + "s"):
        blank.text = " "
    return "\n".join("".join(line.itertext()) for line in cell.iter(URN % "text" + "p"))


def plain(cell):
    if isinstance(cell, Gedrukt):
        return cell.waarde
    return cell.isoformat() if hasattr(cell, "isoformat") else cell


def test_the_file_says_what_it_is_before_anything_else(beeld_2009):
    content = spreadsheet_of(beeld_2009, GEMAAKT)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first = archive.infolist()[0]
        manifest = ElementTree.fromstring(archive.read("META-INF/manifest.xml"))
        named = {each.get(URN % "manifest" + "full-path") for each in manifest}
        inside = set(archive.namelist())

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert MEDIA.encode() in content[:100]
    assert inside - {"mimetype", "META-INF/manifest.xml"} == {name for name in named if not name.endswith("/")}


def test_it_has_the_sheets_of_the_workbook(ods_2009, bladen_2009):
    found = [name for name in sheets(ods_2009) if name]

    assert found == [SHEET, *bladen_2009, HOW, TITLE]


def test_every_sheet_holds_its_table(ods_2009, bladen_2009):
    found = sheets(ods_2009)

    for name, blad in bladen_2009.items():
        header, *written = rows(found[name])[: len(blad.rijen) + 1]
        assert header == [kolom.kop for kolom in blad.kolommen]
        assert written == [[plain(cell) for cell in row] for row in blad.rijen], name


def test_a_per_cent_is_one(ods_2009):
    row = list(sheets(ods_2009)["Tabel 3 Mijlpalen"].iter(f"{TABLE}table-row"))[1]

    kinds = [cell.get(f"{OFFICE}value-type") for cell in row]
    assert kinds == ["string", "string", "percentage", *["float", "percentage"] * 4]


def test_the_total_of_table_3_stands_below_its_table(ods_2009, bladen_2009):
    assert rows(sheets(ods_2009)["Tabel 3 Mijlpalen"])[15] == bladen_2009["Tabel 3 Mijlpalen"].totaal


def test_each_table_is_marked_and_its_headings_stay_in_sight(ods_2009, bladen_2009):
    marked = {each.get(f"{TABLE}target-range-address") for each in ods_2009["content.xml"].iter(f"{TABLE}database-range")}
    kept = [each.get(f"{CONFIG}name") for each in ods_2009["settings.xml"].iter(f"{CONFIG}config-item-map-entry")]

    assert "'Tabel 3 Mijlpalen'.A1:'Tabel 3 Mijlpalen'.K15" in marked
    assert len(marked) == len(bladen_2009)
    assert kept[1:] == list(bladen_2009)


def test_headings_come_back_on_every_page_which_is_a4_across_and_one_page_wide(ods_2009, bladen_2009):
    [page] = ods_2009["styles.xml"].iter(f"{STYLE}page-layout-properties")

    assert (page.get(f"{STYLE}print-orientation"), page.get(f"{STYLE}scale-to-X")) == ("landscape", "1")
    found = sheets(ods_2009)
    assert all(found[name].find(f"{TABLE}table-header-rows") is not None for name in bladen_2009)


def test_the_contents_lead_to_the_sheets(ods_2009, bladen_2009):
    links = [each.get(LINK) for each in sheets(ods_2009)[SHEET].iter() if each.get(LINK)]

    assert links == [f"#'{name}'.A1" for name in (*bladen_2009, HOW, TITLE)]


def test_tables_3_and_4_have_a_chart_of_their_own_figures(ods_2009):
    bars, line = (ods_2009[f"Object {number}/content.xml"] for number in (1, 2))

    where = [each.get(f"{CHART}values-cell-range-address") for each in bars.iter(f"{CHART}series")]
    assert where == [f"$'Tabel 3 Mijlpalen'.${column}$2:$'Tabel 3 Mijlpalen'.${column}$15" for column in "DFHJ"]
    assert len(list(line.iter(f"{CHART}series"))) == 1


@pytest.mark.parametrize("naam", FORMULAS)
def test_a_naam_that_looks_like_a_formula_or_like_xml_stays_text(naam):
    found = sheets(parts(spreadsheet_of(beeld(stand(assen="3"), namen={"assen": naam}), GEMAAKT)))

    cell = list(found["Groen"].iter(f"{TABLE}table-cell"))[4]
    assert (cell.get(f"{OFFICE}value-type"), text(cell)) == ("string", naam)
    assert not any(name.endswith("formula") for each in found["Groen"].iter() for name in each.attrib)


def test_a_country_of_nobody_has_empty_cells_where_there_is_no_figure():
    found = sheets(parts(spreadsheet_of(beeld(empty_stand()), GEMAAKT)))

    assert rows(found["Tabel 2 Fasen"])[1][1:5] == [0.0, None, 0.0, None]
    assert rows(found["Groen"])[1] == [None, None, None]


def test_the_same_data_give_the_same_bytes():
    found = beeld(stand(assen="3"), {Tertaal(2009, 1): stand(assen="1")}, uitvraag=uitvraag())

    assert spreadsheet_of(found, GEMAAKT) == spreadsheet_of(found, GEMAAKT)
