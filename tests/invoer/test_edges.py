"""A workbook that just fits is read whole; one column or row more is refused."""

import pytest

from landkaart.invoer.faults import Onleesbaar
from landkaart.invoer.xlsx_file import read_sheets
from landkaart.invoer.xlsx_guard import TOO_MANY_ROWS, TOO_WIDE
from tests.steps.files import as_xlsx, sheet_xml, tampered, workbook

SHEET = "xl/worksheets/sheet1.xml"
CELL = '<c t="inlineStr"><is><t>x</t></is></c>'


def read_xlsx(data: bytes) -> list:
    """The rows of its only sheet."""
    [sheet], hidden = read_sheets(data)
    assert hidden == []
    return sheet.rows


def book(rows: int, columns: int) -> bytes:
    """Cells that do not say where they are: each stands beside the one before it."""
    row = f"<row>{CELL * columns}</row>"
    return tampered(as_xlsx(workbook(["x"])), {SHEET: sheet_xml(row * rows)})


@pytest.mark.parametrize("made", [lambda: book(2, 60), lambda: as_xlsx(workbook(["x"] * 60, ["x"] * 60))])
def test_sixty_columns_are_read_in_every_row(made):
    assert read_xlsx(made()) == [(1, ["x"] * 60), (2, ["x"] * 60)]


@pytest.mark.parametrize("made", [lambda: book(1, 61), lambda: as_xlsx(workbook(["x"] * 61))])
def test_sixty_one_are_too_many(made):
    with pytest.raises(Onleesbaar, match=TOO_WIDE):
        read_xlsx(made())


def test_twenty_thousand_rows_below_the_header_are_read_and_one_more_is_not():
    assert len(read_xlsx(book(20_001, 1))) == 20_001
    with pytest.raises(Onleesbaar, match=TOO_MANY_ROWS):
        read_xlsx(book(20_002, 1))


def test_empty_cells_at_the_end_are_left_out_and_blank_rows_keep_their_number():
    found = read_xlsx(as_xlsx(workbook(["a", "b", "c"], [], ["x", None, None], [None, " "], [1, 2.5, True])))

    assert found == [(1, ["a", "b", "c"]), (3, ["x"]), (5, ["1", "2.5", "WAAR"])]
