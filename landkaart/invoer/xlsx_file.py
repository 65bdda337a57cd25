"""The rows of an .xlsx: the first visible sheet, each cell as the text that would stand in a .csv."""

import io
import warnings
from collections.abc import Iterator
from datetime import datetime, time

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from landkaart.invoer.faults import Onleesbaar
from landkaart.invoer.xlsx_guard import DAMAGED, MAX_COLUMNS, checked_copy

NO_SHEET = "het bestand heeft geen zichtbaar werkblad."
EMPTY = "het eerste zichtbare werkblad is leeg."


def read_xlsx(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Return each row that is not blank, the header first, with its number in Excel.

    Raises Onleesbaar.
    """
    stream = checked_copy(data)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of all it leaves out: validations, extensions, dates out of range.
            warnings.simplefilter("ignore")
            found = list(rows(first_visible_sheet(stream)))
    except Onleesbaar:
        raise
    except Exception:
        # openpyxl has no error of its own: a damaged part shows as whatever Python stumbles over.
        raise Onleesbaar(DAMAGED) from None
    if not found:
        raise Onleesbaar(EMPTY)
    return padded(found)


def first_visible_sheet(stream: io.BytesIO) -> ReadOnlyWorksheet:
    """Return the first sheet that a reader sees.

    Does for one sheet what load_workbook does for all: it would read every sheet, chart and picture the workbook names.

    Raises Onleesbaar when there is none.
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
    reader.parser.sheets = visible[:1]
    reader.read_worksheets()
    sheet = reader.wb.worksheets[0]
    # What a sheet says of its size need not be true; openpyxl would believe it.
    sheet.reset_dimensions()
    return sheet


def rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[int, list[str]]]:
    """Return the rows that are not blank, with their numbers, cut off after the last cell that holds something."""
    for number, values in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), start=1):
        filled = [place for place, value in enumerate(values, start=1) if value is not None and str(value).strip()]
        if filled:
            yield number, [as_text(value) for value in values[: filled[-1]]]


def padded(found: list[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Return the rows with empty cells at their ends, up to the width of the header: a sheet leaves those out."""
    width = len(found[0][1])
    for number, row in found:
        yield number, row + [""] * (width - len(row))


def as_text(value: object) -> str:
    """Return a cell as somebody would type it: 52.0 is "52", for Excel has one kind of number; a date at midnight a date."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else value.isoformat(" ", timespec=finest(value))
    return str(value)


def finest(moment: datetime) -> str:
    """Return how precisely a moment is written; without seconds it is one that a person typed."""
    return "seconds" if moment.second or moment.microsecond else "minutes"
