"""The sheets as an Excel workbook: a marked table on each, with what it needs to be read, sorted and printed."""

import io
from collections.abc import Callable, Container, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from landkaart.rapport.colours import GROUND, PRIMARY, QUIET, TEXT
from landkaart.rapport.werkbladen.blad import (
    BUTTON,
    WIDEST,
    BladKolom,
    CelSoort,
    Gedrukt,
    Grafiek,
    Werkblad,
)
from landkaart.rapport.werkbladen.voorblad import Omslag, Tekstregel
from landkaart.rapport.werkbladen.xlsx_grafiek import insert_chart

# What a name looks like is never a formula, a number or a link.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "d mmmm yyyy",
}
A4 = 9
FORMATS = {CelSoort.GETAL: "#,##0", CelSoort.PROCENT: "0%", CelSoort.PUNTEN: "+0;-0;0", CelSoort.DAG: "[$-413]d mmmm yyyy"}
# Longer texts than this go on on a next line of their cell.
WRAPPED = WIDEST - 3
# How high a line is, in points.
LINE = 15
# How wide the two columns of a sheet of text are, in characters.
COVER = (30, 95)


class Book:
    """A workbook while it is written, with the looks that its sheets share, each made once."""

    def __init__(self, book: xlsxwriter.Workbook):
        self.book = book
        self.made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def look(self, **values: Any) -> Format:
        key = tuple(sorted(values.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({"valign": "top", **values})
        return self.made[key]


def xlsx_of(omslag: Omslag, bladen: Sequence[Werkblad], made_at: datetime) -> bytes:
    """Write the cover and the sheets; the same of all three give the same bytes. `made_at`: without a zone."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, OPTIONS) as workbook:
        workbook.set_properties({"title": omslag.titel, "author": omslag.bron, "created": made_at})
        book = Book(workbook)
        write_cover(book, workbook.add_worksheet(omslag.naam), omslag.voorblad, omslag)
        for blad in bladen:
            write_blad(book, workbook.add_worksheet(blad.naam), blad, omslag)
        for naam, regels in omslag.achterbladen.items():
            write_cover(book, workbook.add_worksheet(naam), regels, omslag)
    return packed.getvalue()


def write_blad(book: Book, sheet: Worksheet, blad: Werkblad, omslag: Omslag) -> None:
    """Write the table from the first cell on, and below it its total, its notes and its chart."""
    rows = max(len(blad.rijen), 1)
    columns = [{"header": each.kop, "header_format": heading(book, each)} for each in blad.kolommen]
    table = {"name": blad.table_name, "columns": columns, "style": "Table Style Light 1", "description": blad.titel}
    sheet.add_table(0, 0, rows, blad.width - 1, table)
    high = set_heights(sheet, blad)
    for place, (each, width) in enumerate(zip(blad.kolommen, blad.widths, strict=True)):
        sheet.set_column(place, place, width)
        beside_number = place > 0 and blad.kolommen[place - 1].soort is not CelSoort.TEKST
        styled = range(1, rows + 1) if beside_number else high
        write_column(book, sheet, (place, each), [row[place] for row in blad.rijen], styled)
    below = rows + 1
    if blad.totaal:
        write_total(book, sheet, below, blad)
        below += 1
    for text in (blad.titel, *blad.noten, blad.leeg):
        if text:
            below += 1
            sheet.write_string(below, 0, text, book.look(font_color=QUIET))
    if blad.grafiek is not Grafiek.GEEN:
        insert_chart(book.book, sheet, blad, below + 2)
    sheet.freeze_panes(1, blad.stays)
    lay_out(sheet, blad.titel, omslag)


def set_heights(sheet: Worksheet, blad: Werkblad) -> set[int]:
    """Make rows high enough for what goes on on a next line: a workbook that is written does not measure its texts.

    Return which rows that are, below the headings.
    """
    heads = max(lines_in(each.kop, width - BUTTON) for each, width in zip(blad.kolommen, blad.widths, strict=True))
    sheet.set_row(0, LINE * heads + 3)
    # In any other column every text has room.
    wide = [place for place, width in enumerate(blad.widths) if width == WIDEST]
    high = set()
    for row, values in enumerate(blad.rijen, start=1) if wide else ():
        texts = [text for place in wide if isinstance(text := values[place], str) and len(text) > WRAPPED]
        if texts:
            sheet.set_row(row, LINE * max(lines_in(text, WIDEST) for text in texts))
            high.add(row)
    return high


def lines_in(text: str, width: int) -> int:
    """Return how many lines a text takes in a column of so many characters, a word on one line."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > width:
            lines, used = lines + 1, len(word)
        else:
            used += len(word) + bool(used)
    return lines


def heading(book: Book, kolom: BladKolom) -> Format:
    """Give the look of a heading: bold, and the columns of a band in its colour, as everywhere."""
    band = kolom.band
    colours = (GROUND, TEXT) if band is None else (band.colour, band.text_colour)
    look = {"bold": True, "bottom": 1, "text_wrap": True, "bg_color": colours[0], "font_color": colours[1]}
    return book.look(**look, align="left" if kolom.soort is CelSoort.TEKST else "right")


def write_column(
    book: Book, sheet: Worksheet, column: tuple[int, BladKolom], values: Sequence[Any], styled: Container[int]
) -> None:
    """Write the cells of a column below its heading; nothing where there is nothing. `column`: its place comes first.

    `styled`: in which rows a short text has a look of its own, beside a number and in a high row; it takes longer to write.
    """
    place, kolom = column
    short, long = book.look(align="left", indent=1), book.look(align="left", indent=1, text_wrap=True)
    shown = book.look(num_format=FORMATS[kolom.soort]) if kolom.soort in FORMATS else None
    write: Callable[..., Any] = sheet.write_datetime if kolom.soort is CelSoort.DAG else sheet.write_number
    write_string = sheet.write_string  # Looked up once: it is called for every cell.
    for row, value in enumerate(values, start=1):
        if value is None:
            continue
        if isinstance(value, str):
            write_string(row, place, value, long if len(value) > WRAPPED else short if row in styled else None)
        elif isinstance(value, Gedrukt):
            sheet.write_number(row, place, value.waarde, book.look(num_format=number_format(value)))
        else:
            write(row, place, value, shown)


def number_format(gedrukt: Gedrukt) -> str:
    """Return the format with the decimals that were printed."""
    decimals = f".{'0' * gedrukt.decimalen}" if gedrukt.decimalen else ""
    return f"0{decimals}%" if gedrukt.is_procent else f"#,##0{decimals}"


def write_total(book: Book, sheet: Worksheet, row: int, blad: Werkblad) -> None:
    for place, (kolom, value) in enumerate(zip(blad.kolommen, blad.totaal or (), strict=True)):
        look = {"bold": True, "top": 1, "bg_color": GROUND}
        if isinstance(value, str):
            sheet.write_string(row, place, value, book.look(**look))
        elif value is not None:
            sheet.write_number(row, place, value, book.look(**look, num_format=FORMATS[kolom.soort]))
        else:
            sheet.write_blank(row, place, None, book.look(**look))


def write_cover(book: Book, sheet: Worksheet, regels: Sequence[Tekstregel], omslag: Omslag) -> None:
    """Write a sheet of text: what each line is about, and beside that what it says."""
    for place, width in enumerate(COVER):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    for row, regel in enumerate(regels):
        sheet.set_row(row, 26 if row == 0 and regel.is_kop else LINE * lines_in(regel.tekst, COVER[1]))
        if regel.is_kop:
            size = 16 if row == 0 else 12
            sheet.write_string(row, 0, regel.naam, book.look(bold=True, font_size=size, font_color=PRIMARY))
        elif regel.blad:
            link = book.look(font_color=PRIMARY, underline=1)
            sheet.write_url(row, 0, f"internal:'{regel.blad}'!A1", link, regel.naam)
        elif regel.naam:
            sheet.write_string(row, 0, regel.naam, book.look(bold=True, text_wrap=True))
        if regel.tekst:
            sheet.write_string(row, 1, regel.tekst, book.look(text_wrap=True))
    lay_out(sheet, omslag.titel, omslag, heads=False)


def lay_out(sheet: Worksheet, titel: str, omslag: Omslag, heads: bool = True) -> None:
    """Set it on A4 across, one page wide; its title above each page and where it comes from below."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    if heads:
        sheet.repeat_rows(0)
    sheet.set_header(f"&L{said(titel)}")
    sheet.set_footer(f"&L{said(omslag.voet)}&RBlad &P van &N")


def said(text: str) -> str:
    """Write a text for the head or foot of a page, where "&" begins a code; at most so long as a sheet keeps."""
    return text.replace("&", "&&")[:200]
