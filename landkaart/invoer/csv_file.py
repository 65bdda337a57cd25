"""The rows of a .csv, as a Dutch Excel or any other program wrote it."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from landkaart.invoer.encoding import encoding_of
from landkaart.invoer.faults import Onleesbaar, thousands
from landkaart.invoer.heading import LOOKED_AT, tidy
from landkaart.invoer.tables import Table

MAX_BYTES = 20_000_000
# In characters.
MAX_LINE = 100_000
SEPARATORS = ",;\t|"
BLANK = SEPARATORS + " \r\n"
# The first line of Excel's own dialect.
SEPARATOR_TOLD = re.compile("sep=([,;\t|])", re.IGNORECASE)

NOT_CSV = "dit is een Excel-bestand. Geef het de uitgang .xlsx of bewaar het als ‘CSV UTF-8’."
LINE_TOO_LONG = f"de regel is langer dan {thousands(MAX_LINE)} tekens."
NUL = "er staat een NUL-teken in. Bewaar het bestand opnieuw als ‘CSV UTF-8’."
NOT_TEXT = "de tekens zijn niet te lezen. Bewaar het bestand opnieuw als ‘CSV UTF-8’."
OLD_EXCEL = "dit is een oude .xls. Open hem in Excel en bewaar hem als ‘Excel-werkmap (.xlsx)’."
WEB_PAGE = "dit is een webpagina. Open haar in Excel en bewaar haar als ‘Excel-werkmap (.xlsx)’."
PDF = "dit is een pdf. Vraag om het bestand waar hij van gemaakt is, en bewaar dat als .xlsx."
OTHER_KINDS = {
    b"PK\x03\x04": NOT_CSV,
    b"\xd0\xcf\x11\xe0": OLD_EXCEL,
    b"%PDF": PDF,
    b"<html": WEB_PAGE,
    b"<HTML": WEB_PAGE,
    b"<!DOCTYPE": WEB_PAGE,
    b"<?xml": WEB_PAGE.replace("een webpagina", "een xml-bestand").replace("haar", "het"),
}
# What csv.Error says, by a part of its English message.
REASONS = {
    "unexpected end": "een aanhalingsteken wordt hier geopend en nergens gesloten.",
    "field larger": "een veld is te lang. Waarschijnlijk blijft hier een aanhalingsteken open.",
    "expected after": "na een sluitend aanhalingsteken staat nog tekst. Schrijf er midden in een veld twee.",
}


def read_csv(data: bytes, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Return each row that is not blank, with the line it begins on.

    Raises Onleesbaar, at once or when it comes to what cannot be read.
    """
    for begin, reden in OTHER_KINDS.items():
        if data.startswith(begin):
            raise Onleesbaar(reden)
    # MS-DOS marks the end of a text so.
    data = data.rstrip(b"\x1a")
    if max(data.count(b"\n"), data.count(b"\r")) > table.longest:
        raise Onleesbaar(f"het bestand heeft meer dan {thousands(table.longest)} regels.")
    encoding = encoding_of(data)
    head = first_lines(data, encoding)
    if not head:
        return iter(())
    told = SEPARATOR_TOLD.fullmatch(head[0].strip(' "\r\n'))
    separator = told[1] if told else separator_of(head, table)
    found = unwrapped(rows(text_lines(data, encoding), separator), separator, len(table.needed))
    return islice(found, 1, None) if told else found


def first_lines(data: bytes, encoding: str) -> list[str]:
    """Return the lines among which the header is, without blank ones.

    Raises Onleesbaar when there is none that can be read.
    """
    head: list[str] = []
    try:
        head.extend(islice((line for line in text_lines(data, encoding) if line.strip(BLANK)), LOOKED_AT))
    except Onleesbaar:
        # It is named when it is its turn.
        if not head:
            raise
    return head


def separator_of(head: Sequence[str], table: Table) -> str:
    """Return what stands between the fields: what gives a row with the names of columns or, without one, is in most rows."""

    def named(separator: str) -> int:
        fields = ([field.strip(' "') for field in line.split(separator)] for line in head)
        return max(len(set(tidy(each, table)) & set(table.names)) for each in fields)

    def used(separator: str) -> tuple[int, int]:
        return sum(separator in line for line in head), head[0].count(separator)

    return max(SEPARATORS, key=lambda separator: (named(separator), used(separator)))


def text_lines(data: bytes, encoding: str) -> Iterator[str]:
    """Return the lines with their endings kept, be they `\\r\\n`, `\\n` or a bare `\\r`; decoded as they are asked for.

    Raises Onleesbaar.
    """
    stream = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")
    try:
        for number, line in enumerate(iter(partial(stream.readline, MAX_LINE), ""), start=1):
            if len(line) >= MAX_LINE:
                raise Onleesbaar(LINE_TOO_LONG, number)
            if "\0" in line:
                raise Onleesbaar(NUL, number)
            yield line
    except UnicodeDecodeError:
        raise Onleesbaar(NOT_TEXT) from None


def rows(lines: Iterator[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """Return the rows that are not blank, with the line each begins on: one may have newlines in it.

    Raises Onleesbaar.
    """
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        begin = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise Onleesbaar(explain(error), begin) from None
        if row is None:
            return
        if "".join(row).strip():
            yield begin, row


def unwrapped(lines: Iterator[tuple[int, list[str]]], separator: str, least: int) -> Iterator[tuple[int, list[str]]]:
    """Pass the rows on; one that stands in quotes as a whole is read once more, where that gives `least` fields or more.

    So a program writes a file of which it had put every line in one cell.

    Raises Onleesbaar.
    """
    for regel, row in lines:
        filled = [field for field in row if field.strip()]
        if len(filled) == 1 and row[0].count(separator) + 1 >= least:
            try:
                row = next(csv.reader(io.StringIO(row[0], newline=""), delimiter=separator, strict=True))
            except csv.Error as error:
                raise Onleesbaar(explain(error), regel) from None
        yield regel, row


def explain(error: csv.Error) -> str:
    """Return in Dutch what the reader stumbled over."""
    return next((reason for part, reason in REASONS.items() if part in str(error)), "de regel is geen goede csv.")
