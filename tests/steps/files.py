"""Small files as somebody might deliver them, good and bad."""

import io
import zipfile
from pathlib import Path

from openpyxl import Workbook

from landkaart.domein.catalogus import catalogus
from landkaart.invoer.aanlevering import Aanlevering, read_paths

WERKPLEINEN = "code,naam,plaats,gemeente,provincie,arbeidsmarktregio,breedtegraad,lengtegraad"
WERKPLEIN = "assen,Assen,Assen,Assen,Drenthe,Drenthe,52.9925,6.5649"
SCORES = ["werkplein", "tertaal", "ingevuld_op", "mijlpaal", "band"]
VRAGEN = ["code", "tertaal", "tekst"]
ACCOUNTS = "adres,naam,organisatie,rol,werkpleinen"
CONTACTEN = "werkplein,naam,adres,gedeeld"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(path: Path) -> Aanlevering:
    return read_paths([path])


def faults(path: Path) -> list[str]:
    return [str(fault) for fault in read(path).faults]


def werkpleinen(*rows: str) -> str:
    return "\n".join([WERKPLEINEN, *rows, ""])


def accounts(*rows: str, header: str = ACCOUNTS) -> str:
    return "\n".join([header, *rows, ""])


def contacten(*rows: str) -> str:
    return "\n".join([CONTACTEN, *rows, ""])


def scores(
    werkplein: str = "assen", tertaal: str = "2009-2", day: str = "2009-08-03", band: str = "volledig"
) -> list[list[str]]:
    """The 14 rows of one invulling."""
    return [[werkplein, tertaal, day, mijlpaal, band] for mijlpaal in catalogus().codes]


def as_csv(header: list[str], rows: list[list[str]], separator: str = ",") -> str:
    return "".join(separator.join(row) + "\n" for row in [header, *rows])


def workbook(*rows: list, **settings) -> Workbook:
    """A workbook of one sheet; `settings` are attributes of the workbook, such as its epoch."""
    book = Workbook()
    for name, value in settings.items():
        setattr(book, name, value)
    for row in rows:
        book.active.append(row)
    return book


def as_xlsx(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def tampered(data: bytes, parts: dict[str, str | bytes]) -> bytes:
    """The same file with some parts replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()


def sheet_xml(data: str, before: str = "", after: str = "") -> str:
    """The XML of a worksheet with these rows."""
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{namespace}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


# A workbook of vragen, of which a test spoils a part.
GOOD = as_xlsx(workbook(VRAGEN, ["hoe", "2009-2", "Hoe gaat het?"]))
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
HEADER = "".join(
    f'<c r="{column}1" t="inlineStr"><is><t>{name}</t></is></c>' for column, name in zip("ABC", VRAGEN, strict=True)
)

ONLY_HEADER = "vragen.xlsx: het bestand heeft alleen een kopregel."


def faults_of(tmp_path, data: bytes, name: str = "vragen.xlsx") -> list[str]:
    return faults(write(tmp_path, name, data))


def with_sheet(data: str, before: str = "", after: str = "") -> bytes:
    return tampered(GOOD, {SHEET: sheet_xml(data, before, after)})
