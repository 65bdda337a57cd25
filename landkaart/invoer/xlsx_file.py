"""The sheets of an .xlsx that a reader sees, each cell as the text that would stand in a .csv."""

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from landkaart.invoer.faults import Onleesbaar
from landkaart.invoer.xlsx_guard import DAMAGED, MAX_COLUMNS, checked_copy
from landkaart.invoer.xlsx_layout import SheetLayout

NO_SHEET = "het bestand heeft geen zichtbaar werkblad."
EMPTY = "het eerste zichtbare werkblad is leeg."
# How a sheet keeps signs that XML cannot have: a line end typed in a cell is "_x000D_\n".
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class Sheet:
    """A sheet that a reader sees: its rows that are not blank, with their numbers."""

    naam: str
    rows: list[tuple[int, list[str]]]
    layout: SheetLayout


def read_sheets(data: bytes) -> tuple[list[Sheet], list[str]]:
    """Return the sheets in which something stands, and the names of those that are hidden.

    Raises Onleesbaar.
    """
    stream, layouts = checked_copy(data)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of all it leaves out: validations, extensions, dates out of range.
            warnings.simplefilter("ignore")
            visible, hidden = open_sheets(stream)
            found = [as_sheet(sheet, layouts) for sheet in visible]
    except Onleesbaar:
        raise
    except Exception:
        # openpyxl has no error of its own: a damaged part shows as whatever Python stumbles over.
        raise Onleesbaar(DAMAGED) from None
    filled = [sheet for sheet in found if sheet.rows]
    if not filled:
        raise Onleesbaar(EMPTY)
    return filled, hidden


def open_sheets(stream: io.BytesIO) -> tuple[list[ReadOnlyWorksheet], list[str]]:
    """Return the sheets that a reader sees, and the names of those that he does not.

    Does for these what load_workbook does for all: it would read every chart and picture the workbook names.

    Raises Onleesbaar when there is none to see.
    """
    reader = ExcelReader(stream, read_only=True, data_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    sheets = [sheet for sheet, part in reader.parser.find_sheets() if part.Type.endswith("/worksheet")]
    visible = [sheet for sheet in sheets if sheet.state == "visible"]
    if not visible:
        raise Onleesbaar(NO_SHEET)
    reader.parser.sheets = visible
    reader.read_worksheets()
    for sheet in reader.wb.worksheets:
        # What a sheet says of its size need not be true; openpyxl would believe it.
        sheet.reset_dimensions()
    return list(reader.wb.worksheets), [sheet.name for sheet in sheets if sheet.state != "visible"]


def as_sheet(sheet: ReadOnlyWorksheet, layouts: dict[str, SheetLayout]) -> Sheet:
    layout = layouts.get(sheet._worksheet_path, SheetLayout())
    return Sheet(sheet.title, list(rows(sheet, layout)), layout)


def rows(sheet: ReadOnlyWorksheet, layout: SheetLayout) -> Iterator[tuple[int, list[str]]]:
    """Return the rows that are not blank, with their numbers, cut off after the last cell that is not.

    One with formulas that only look empty is not blank.
    """
    if not layout.last:
        return
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, max_row=layout.last), start=1):
        texts = [as_text(cell) for cell in cells]
        while texts and not texts[-1].strip():
            texts.pop()
        if texts or layout.unworked.get(number):
            yield number, texts


def as_text(cell: Any) -> str:
    """Return a cell as somebody would type it: 52.0 is "52", for Excel has one kind of number; a date at midnight a date."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return unescaped(value)
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, (int, float)) and "%" in cell.number_format:
        return percent(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else value.isoformat(" ", timespec=finest(value))
    return str(value)


def unescaped(text: str) -> str:
    """Return a text with the signs that the sheet keeps as "_x000D_"; two halves of one sign become that sign."""
    if "_x" not in text:
        return text
    found = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def percent(value: float) -> str:
    """Return what a cell shows that is formatted as a per cent: 0.67 is "67%"."""
    shown = f"{Decimal(str(value)) * 100:f}"
    return (shown.rstrip("0").rstrip(".") if "." in shown else shown).replace(".", ",") + "%"


def finest(moment: datetime) -> str:
    """Return how precisely a moment is written; without seconds it is one that a person typed."""
    return "seconds" if moment.second or moment.microsecond else "minutes"
