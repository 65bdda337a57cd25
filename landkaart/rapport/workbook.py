"""The tables of a tertaal as one Excel workbook: a sheet per table, one that says how it counts, and its herkomst."""

import io
from collections.abc import Mapping
from datetime import datetime, time

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from landkaart.domein.band import BY_CODE
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport.explanation import explanation
from landkaart.rapport.herkomst import TITLE, Herkomst

# What a name looks like is never a formula, a number or a link.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
WIDEST = 70


def workbook(beeld: Tertaalbeeld, sheets: Mapping[str, pd.DataFrame], herkomst: Herkomst) -> bytes:
    """Write one sheet per table, how it counts, and where it comes from; the same of all three give the same bytes.

    `sheets`: title of the sheet -> table.
    """
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, OPTIONS) as book:
        # Excel keeps a moment of making; the closing makes two exports of the same data equal.
        book.set_properties({"title": f"SUWI-landkaart {beeld.tertaal}", "created": made_at(beeld)})
        for title, table in sheets.items():
            write_sheet(book, book.add_worksheet(title), table)
        write_text(book, book.add_worksheet("Hoe het telt"), explanation(beeld))
        write_herkomst(book, book.add_worksheet(TITLE), herkomst)
    return packed.getvalue()


def made_at(beeld: Tertaalbeeld) -> datetime:
    """Return the closing, without a zone as Excel has it."""
    if beeld.uitvraag:
        return beeld.uitvraag.sluit.replace(tzinfo=None)
    return datetime.combine(beeld.tertaal.ended, time())


def write_sheet(book: xlsxwriter.Workbook, sheet: Worksheet, table: pd.DataFrame) -> None:
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column, header(book, column))
        values = table[column]
        for row, value in enumerate(values, start=1):
            if not pd.isna(value):
                sheet.write(row, place, value)
        longest = max([len(column), *(len(str(value)) for value in values if not pd.isna(value))])
        sheet.set_column(place, place, min(longest, WIDEST) + 2)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)


def header(book: xlsxwriter.Workbook, column: str) -> Format:
    """Give the look of a heading: bold, and the columns of a band in its colour, as everywhere."""
    band = BY_CODE.get(column.removesuffix("_pct"))
    colours = {"bg_color": band.colour, "font_color": band.text_colour} if band is not None else {"bg_color": "#f5f3ee"}
    return book.add_format({"bold": True, "bottom": 1, **colours})


def write_text(book: xlsxwriter.Workbook, sheet: Worksheet, lines: list[str]) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 110)
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, wrapped)


def write_herkomst(book: xlsxwriter.Workbook, sheet: Worksheet, herkomst: Herkomst) -> None:
    """Write what each part of it is about, and beside that what it says."""
    wrapped, bold = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"bold": True, "valign": "top"})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 100)
    for row, (name, text) in enumerate(herkomst.velden.items()):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, text, wrapped)
