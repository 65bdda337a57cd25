"""The rows of a .csv, as a Dutch Excel or any other program wrote it."""

import codecs
import csv
import io
from collections.abc import Iterator
from functools import partial

from landkaart.invoer.faults import Onleesbaar, thousands

MAX_BYTES = 20_000_000
# In characters.
MAX_LINE = 100_000
SEPARATORS = ",;\t"
BLANK = SEPARATORS + " \r\n"
BLOCK = 1 << 20

NOT_CSV = "dit is een Excel-bestand. Geef het de uitgang .xlsx of bewaar het als ‘CSV UTF-8’."
LINE_TOO_LONG = f"de regel is langer dan {thousands(MAX_LINE)} tekens."
NUL = "er staat een NUL-teken in. Bewaar het bestand opnieuw als ‘CSV UTF-8’."
NOT_TEXT = "de tekens zijn niet te lezen. Bewaar het bestand opnieuw als ‘CSV UTF-8’."
# What csv.Error says, by a part of its English message.
REASONS = {
    "unexpected end": "een aanhalingsteken wordt hier geopend en nergens gesloten.",
    "field larger": "een veld is te lang. Waarschijnlijk blijft hier een aanhalingsteken open.",
    "expected after": "na een sluitend aanhalingsteken staat nog tekst. Schrijf er midden in een veld twee.",
}


def read_csv(data: bytes, longest: int) -> Iterator[tuple[int, list[str]]]:
    """Return each row that is not blank, the header first, with the line it begins on.

    `longest` is the most lines it may have.

    Raises Onleesbaar, at once or when it comes to what cannot be read.
    """
    if data.startswith(b"PK\x03\x04"):
        raise Onleesbaar(NOT_CSV)
    if max(data.count(b"\n"), data.count(b"\r")) > longest:
        raise Onleesbaar(f"het bestand heeft meer dan {thousands(longest)} regels.")
    encoding = encoding_of(data)
    header = next((line for line in text_lines(data, encoding) if line.strip(BLANK)), "")
    if not header:
        return iter(())
    return rows(text_lines(data, encoding), max(SEPARATORS, key=header.count))


def encoding_of(data: bytes) -> str:
    """Return the encoding: what is no UTF-8 is taken for Windows-1252, which is what an older Excel writes."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        for _ in codecs.iterdecode(iter(partial(io.BytesIO(data).read, BLOCK), b""), "utf-8"):
            pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


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


def explain(error: csv.Error) -> str:
    """Return in Dutch what the reader stumbled over."""
    return next((reason for part, reason in REASONS.items() if part in str(error)), "de regel is geen goede csv.")
