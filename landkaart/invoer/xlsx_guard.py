"""What an .xlsx must not be, found out before openpyxl sees it: a few kilobytes can cost minutes and gigabytes.

Two doors. The zip is unpacked in small bites, whatever sizes it declares, into a clean copy. Each part of that is then
run through expat, which keeps nothing and only counts.
"""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from landkaart.invoer.faults import Onleesbaar, thousands
from landkaart.invoer.unpacking import BLOCK, unpack_entry
from landkaart.invoer.xlsx_layout import SheetLayout, column_number

MAX_BYTES = 2_000_000
MAX_ENTRIES = 200
MAX_UNPACKED = 20_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_STRINGS = 25_000
MAX_ELEMENTS = 300_000
# A row or a string has this many elements; any other counts as layout, which costs openpyxl ten times as much.
ROW_ELEMENTS = 300
LAYOUT_COST = 10
MAX_CHARACTERS = 10_000_000
MAX_CELL = 100_000
MAX_BREAKS = 500_000
# In bytes: what lies between two tags, or in one. expat and openpyxl read a longer one again and again.
MAX_TOKEN = 150_000

# A place from BI on, the 61st column.
FAR = re.compile("[A-Z]{3}|B[I-Z]|[C-Z][A-Z]", re.IGNORECASE)
LETTERS = re.compile("[A-Z]{1,3}")
OLE = b"\xd0\xcf\x11\xe0"
MACROS = ("vbaproject.bin", "vbadata.xml", "xl/macrosheets/")

NOT_ZIP = "dit is geen Excel-bestand, ook al eindigt de naam op .xlsx. Bewaar het als ‘Excel-werkmap (.xlsx)’."
LOCKED = "het bestand heeft een wachtwoord of is een oude .xls. Bewaar het als .xlsx zonder wachtwoord."
ODS = (
    "dit is een rekenblad van LibreOffice (.ods), ook al eindigt de naam op .xlsx. Open het in LibreOffice, kies Opslaan "
    "als, en dan ‘Excel 2007-365 (.xlsx)’."
)
MACRO = "het bestand bevat macro’s. Bewaar het als ‘Excel-werkmap (.xlsx)’ zonder macro’s."
DAMAGED = "het bestand is beschadigd. Open het in Excel en bewaar het opnieuw als .xlsx."
TOO_BIG = "het bestand is uitgepakt te groot. Zet alleen de tabel in een nieuw bestand."
ODD_NAMES = "het bestand bevat onderdelen die niet in een Excel-bestand horen."
DOCTYPE = "het bestand bevat een DOCTYPE of ENTITY, en dat hoort niet in een Excel-bestand."
TOO_MANY_ROWS = f"een werkblad heeft meer dan {thousands(MAX_ROWS)} rijen. Verwijder wat onder de tabel staat."
TOO_WIDE = f"een werkblad heeft meer dan {MAX_COLUMNS} kolommen. Verwijder wat naast de tabel staat."
TOO_MUCH = "er zit te veel opmaak of tekst in het bestand. Plak alleen de waarden in een nieuw bestand."


def checked_copy(data: bytes) -> tuple[io.BytesIO, dict[str, SheetLayout]]:
    """Return the same workbook, unpacked, stored and safe to read, with the layout of each of its parts by name.

    Raises Onleesbaar.
    """
    if data.startswith(OLE):
        raise Onleesbaar(LOCKED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_entries(archive.infolist())
            return safe_copy(archive)
    except zipfile.BadZipFile:
        raise Onleesbaar(DAMAGED if data.startswith(b"PK") else NOT_ZIP) from None
    except (NotImplementedError, EOFError, OSError, ValueError, zlib.error):
        raise Onleesbaar(DAMAGED) from None


def check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Let through what can be the parts of a workbook, by what the zip says of them.

    Raises Onleesbaar.
    """
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Onleesbaar(TOO_BIG)
    names = [entry.filename.lower() for entry in entries]
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in names):
        raise Onleesbaar(ODD_NAMES)
    if "mimetype" in names and "[content_types].xml" not in names:
        raise Onleesbaar(ODS)
    if len(set(names)) < len(names):
        raise Onleesbaar(DAMAGED)
    if any(mark in name for name in names for mark in MACROS):
        raise Onleesbaar(MACRO)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Onleesbaar(LOCKED)
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise Onleesbaar(DAMAGED)


def safe_copy(archive: zipfile.ZipFile) -> tuple[io.BytesIO, dict[str, SheetLayout]]:
    """Return a new zip of the parts, each unpacked and counted, with their layouts.

    Raises Onleesbaar.
    """
    clean, counts, room = io.BytesIO(), XmlCounts(), MAX_UNPACKED
    layouts = {}
    with zipfile.ZipFile(clean, "w", zipfile.ZIP_STORED) as target:
        for entry in archive.infolist():
            part = unpack(archive, entry, room)
            room -= len(part)
            if entry.filename == "[Content_Types].xml" and b"macroEnabled" in part:
                raise Onleesbaar(MACRO)
            counts.add_part(part, strict=entry.filename.lower().endswith((".xml", ".rels")))
            target.writestr(entry.filename, part)
            layouts[entry.filename] = counts.layout_of_part
    return clean, layouts


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """Return a part of at most `room` bytes.

    Raises Onleesbaar for a larger one.
    """
    found = unpack_entry(archive, entry, room)
    if found is None:
        raise Onleesbaar(TOO_BIG)
    return found


class XmlCounts:
    """Counts what the parts of one workbook hold. A class, because expat's callbacks share their counts."""

    def __init__(self) -> None:
        # Of the whole workbook.
        self.elements = self.layout = self.strings = self.characters = 0
        self.begin_part()

    def begin_part(self) -> None:
        """Begin to count anew what is counted for each part."""
        # The number of the row, and how many cells it has so far.
        self.row = self.cells = 0
        # How many elements more belong to this row or string, and how many characters it has so far.
        self.spare = self.length = 0
        # Where the last tag or text began, in bytes.
        self.last = 0
        # Whether we are in a cell and in its value; whether that cell lies beyond the last column, and keeps a text.
        self.in_cell = self.in_value = self.is_far = self.is_text = False
        self.layout_of_part = SheetLayout()

    def add_part(self, data: bytes, strict: bool) -> None:
        """Count a part.

        `strict` is for what must be XML; of another part, such as a picture, expat sees the first byte.

        Raises Onleesbaar when it is too much.
        """
        self.begin_part()
        if data.count(b"\n") + data.count(b"&") > MAX_BREAKS:
            raise Onleesbaar(TOO_MUCH)
        self.parser = self.make_parser()
        try:
            for begin in range(0, len(data), BLOCK):
                self.parser.Parse(data[begin : begin + BLOCK], False)
                self.check_counts(begin)
            self.parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, UnicodeError):
            if strict:
                raise Onleesbaar(DAMAGED) from None

    def make_parser(self) -> expat.XMLParserType:
        """Return a parser that calls the methods below."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartElementHandler = self.start
        parser.CharacterDataHandler = self.text
        return parser

    def doctype(self, *_: object) -> None:
        """Refuse what only an attack has: an entity can grow without end, or read a file of ours."""
        raise Onleesbaar(DOCTYPE)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Count an element.

        Raises Onleesbaar.
        """
        here = self.parser.CurrentByteIndex
        if here - self.last > MAX_TOKEN:
            raise Onleesbaar(TOO_MUCH)
        self.last = here
        self.elements += 1
        self.in_value = False
        # Programs differ in whether they write a prefix.
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "row":
            self.start_row(attributes)
        elif name == "si":
            self.strings += 1
            self.spare, self.length = ROW_ELEMENTS, 0
        elif self.spare:
            self.spare -= 1
        else:
            self.layout += 1
            self.length = 0
        if name in ("col", "mergeCell"):
            self.layout_of_part.add(name, attributes, self.row)
        if self.row and name == "c":
            self.start_cell(attributes)
        elif self.in_cell and name == "f":
            self.start_formula()
        elif self.row and name in ("v", "is"):
            self.start_value()
            self.in_value = self.in_cell and name == "v"
            if self.is_text:
                self.keep_value()
        else:
            # Layout has formulas too.
            self.in_cell = False

    def start_row(self, attributes: dict[str, str]) -> None:
        """Begin a row.

        Raises Onleesbaar when its number does not rise: openpyxl passes over a row that steps back.
        """
        number = attributes.get("r")
        row = self.row + 1 if number is None else int(number)
        if row <= self.row:
            raise Onleesbaar(DAMAGED)
        self.row, self.cells, self.spare, self.length = row, 0, ROW_ELEMENTS, 0
        self.layout_of_part.add("row", attributes, row)

    def start_cell(self, attributes: dict[str, str]) -> None:
        """Begin a cell, which may have a colour and nothing in it."""
        place = attributes.get("r", "")
        self.in_cell = True
        self.cells += 1
        self.length = 0
        letters = LETTERS.match(place)
        self.column = column_number(letters[0]) if letters else self.cells
        self.is_text = attributes.get("t") == "str"
        self.is_far = self.cells > MAX_COLUMNS or FAR.match(place) is not None

    def start_formula(self) -> None:
        """Keep that the cell has a formula, until it is seen what it comes to.

        Raises Onleesbaar beyond the last row or column.
        """
        self.start_value()
        self.layout_of_part.unworked.setdefault(self.row, set()).add(self.column)

    def start_value(self) -> None:
        """Begin what stands in a cell.

        Raises Onleesbaar beyond the last row or column: only what holds something counts.
        """
        if self.row > MAX_ROWS + 1:
            raise Onleesbaar(TOO_MANY_ROWS)
        if self.is_far:
            raise Onleesbaar(TOO_WIDE)
        self.layout_of_part.last = self.row

    def keep_value(self) -> None:
        """Keep that a formula comes to something: an empty text is something too, for a program wrote that it is a text."""
        self.layout_of_part.unworked.get(self.row, set()).discard(self.column)

    def text(self, data: str) -> None:
        """Count a piece of text.

        Raises Onleesbaar.
        """
        self.last = self.parser.CurrentByteIndex
        self.length += len(data)
        self.characters += len(data)
        if self.in_value and data.strip():
            self.keep_value()
        if self.length > MAX_CELL:
            raise Onleesbaar(TOO_MUCH)

    def check_counts(self, here: int) -> None:
        """Compare the counts with what a table can have.

        Once per block: a block too many does no harm, and a check per element does take time.

        Raises Onleesbaar.
        """
        too_much = (
            self.elements + LAYOUT_COST * self.layout > MAX_ELEMENTS
            or self.strings > MAX_STRINGS
            or self.characters > MAX_CHARACTERS
            or here - self.last > MAX_TOKEN
        )
        if too_much:
            raise Onleesbaar(TOO_MUCH)
