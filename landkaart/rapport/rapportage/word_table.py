"""A table of the report as Word has it: headings that repeat, a description, bands in their colours."""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Cm

from landkaart.rapport.colours import GROUND, HEAD, LINE
from landkaart.rapport.rapportage.grafieken import PAPER_CM
from landkaart.rapport.rapportage.model import GridColumn, RapportGrid
from landkaart.rapport.rapportage.word_xml import describe, element, put, repeat_heading, shade, table_borders

STRESSED = GROUND
# In twentieths of a point, around what stands in a cell.
SPACE = {"top": 35, "left": 70, "bottom": 35, "right": 70}
TWIPS_PER_CM = 567


def add_table(document: Document, grid: RapportGrid) -> None:
    """Add it behind what is there; its rows are made by hand, for python-docx looks through all of them for each cell."""
    table = document.add_table(rows=0, cols=0)
    describe(table, grid.titel)
    look(table)
    widths = widths_of(grid)
    for width in widths:
        table.add_column(Cm(width / TWIPS_PER_CM))
    heads = [cell_of(column.titel, column, width, bold=True) for column, width in zip(grid.kolommen, widths, strict=True)]
    for cell, column in zip(heads, grid.kolommen, strict=True):
        shade(cell, column.ground or HEAD)
        colour(cell, column.ink)
    head = row_of(heads)
    repeat_heading(head)
    table._tbl.append(head)
    last = list(grid.rijen)[-1]
    if grid.is_short:
        keep_together(heads)
    for key, texts in zip(grid.rijen, grid.text_rows(), strict=True):
        stressed = key in grid.nadruk
        cells = [
            cell_of(text, column, width, bold=stressed)
            for text, column, width in zip(texts, grid.kolommen, widths, strict=True)
        ]
        for cell in cells if stressed else ():
            shade(cell, STRESSED)
        if grid.is_short and key != last:
            keep_together(cells)
        row = row_of(cells)
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        table._tbl.append(row)


def keep_together(cells: list[Any]) -> None:
    """Have a row stand on the page of the next one."""
    for cell in cells:
        for properties in cell.xpath(".//w:pPr"):
            put(properties, OxmlElement("w:keepNext"))


def widths_of(grid: RapportGrid) -> list[int]:
    """Return how wide each column is, in twentieths of a point."""
    parts = [column.breed for column in grid.kolommen]
    return [round(PAPER_CM * TWIPS_PER_CM * grid.share * part / sum(parts)) for part in parts]


def look(table: Any) -> None:
    """Set its lines and the space in its cells, and that its columns keep their widths."""
    properties = table._tbl.tblPr
    margins = OxmlElement("w:tblCellMar")
    for side, size in SPACE.items():
        margins.append(element(f"w:{side}", w=str(size), type="dxa"))
    table.autofit = False
    put(properties, table_borders(LINE.removeprefix("#")), element("w:tblInd", w=str(SPACE["left"]), type="dxa"), margins)


def row_of(cells: list[Any]) -> Any:
    row = OxmlElement("w:tr")
    for cell in cells:
        row.append(cell)
    return row


def cell_of(text: str, column: GridColumn, width: int, *, bold: bool) -> Any:
    """Make a cell; figures stand at the right."""
    cell = OxmlElement("w:tc")
    cell.get_or_add_tcPr().append(element("w:tcW", w=str(width), type="dxa"))
    paragraph = OxmlElement("w:p")
    properties = paragraph.get_or_add_pPr()
    properties.append(element("w:pStyle", val="Cel"))
    if column.is_number:
        properties.append(element("w:jc", val="right"))
    run = OxmlElement("w:r")
    if bold:
        run.get_or_add_rPr().append(OxmlElement("w:b"))
    run.text = text
    paragraph.append(run)
    cell.append(paragraph)
    return cell


def colour(cell: Any, ink: str | None) -> None:
    """Write a heading in the colour that reads on its ground."""
    if ink:
        run = cell.xpath(".//w:r")[0]
        run.get_or_add_rPr().append(element("w:color", val=ink.removeprefix("#")))
