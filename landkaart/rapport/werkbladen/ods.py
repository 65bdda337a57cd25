"""The sheets as an OpenDocument spreadsheet: the same tables, looks, prints and charts as the workbook.

Written by hand, as text: the format is XML in a zip, of which this needs a small part, and the same sheets must give the
same bytes.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from xlsxwriter.utility import xl_col_to_name

from landkaart.rapport.werkbladen import ods_stijlen as stijlen
from landkaart.rapport.werkbladen.blad import BladKolom, CelSoort, Gedrukt, Grafiek, Werkblad
from landkaart.rapport.werkbladen.ods_grafiek import chart_files, frame
from landkaart.rapport.werkbladen.voorblad import Omslag, Tekstregel

MEDIA = "application/vnd.oasis.opendocument.spreadsheet"
STYLES = {CelSoort.GETAL: "getal", CelSoort.PROCENT: "procent", CelSoort.PUNTEN: "punten", CelSoort.DAG: "dag"}
# Signs that XML has no place for; what is typed in here has none of them.
NO_SIGNS = {code: None for code in range(32) if code not in (9, 10, 13)}
EMPTY = "<table:table-cell/>"


def ods_of(omslag: Omslag, bladen: Sequence[Werkblad], made_at: datetime) -> bytes:
    """Write it; the same of all three give the same bytes. `made_at`: without a zone."""
    charts = [blad for blad in bladen if blad.grafiek is not Grafiek.GEEN]
    files = {
        "content.xml": content(omslag, bladen),
        "styles.xml": stijlen.styles(omslag),
        "settings.xml": settings(omslag, bladen),
        "meta.xml": meta(omslag, made_at),
    }
    objects = {name: text for number, blad in enumerate(charts, 1) for name, text in chart_files(number, blad).items()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        # First, and not packed: by it a program knows what the file is.
        archive.writestr(zipfile.ZipInfo("mimetype"), MEDIA, zipfile.ZIP_STORED)
        for name, text in {**files, **objects, "META-INF/manifest.xml": manifest(len(charts))}.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED, 6)
    return packed.getvalue()


def content(omslag: Omslag, bladen: Sequence[Werkblad]) -> str:
    """Write the sheets, and behind them which cells are a table that can be filtered."""
    parts = [stijlen.CONTENT_HEAD, stijlen.column_styles(), stijlen.heading_styles(), "</office:automatic-styles>"]
    parts += ["<office:body><office:spreadsheet>", text_sheet(omslag.naam, omslag.voorblad)]
    number = 0
    for blad in bladen:
        number += blad.grafiek is not Grafiek.GEEN
        parts += table_sheet(blad, number)
    parts += [text_sheet(naam, regels) for naam, regels in omslag.achterbladen.items()]
    ranges = "".join(map(database_range, bladen))
    parts += [f"<table:database-ranges>{ranges}</table:database-ranges>"]
    return "".join([*parts, "</office:spreadsheet></office:body></office:document-content>"])


def table_sheet(blad: Werkblad, number: int) -> Iterator[str]:
    """Yield the parts of a sheet with a table; `number`: of its chart, where it has one."""
    yield f'<table:table table:name={attr(blad.naam)} table:style-name="blad">'
    yield "".join(f'<table:table-column table:style-name="k{width}"/>' for width in blad.widths)
    heads = "".join(text_cell(each.kop, stijlen.heading_name(each)) for each in blad.kolommen)
    heads = f'<table:table-row table:style-name="kop">{heads}</table:table-row>'
    yield f"<table:table-header-rows>{heads}</table:table-header-rows>"
    for row in blad.rijen or [[None] * blad.width]:
        yield row_of(zip(blad.kolommen, row, strict=True))
    if blad.totaal:
        yield row_of(zip(blad.kolommen, blad.totaal, strict=True), "totaal")
    for text in ("", blad.titel, *blad.noten, blad.leeg):
        yield f"<table:table-row>{text_cell(text, 'noot') if text else EMPTY}</table:table-row>"
    if blad.grafiek is not Grafiek.GEEN:
        yield f"<table:table-row><table:table-cell>{frame(number, blad)}</table:table-cell></table:table-row>"
    yield "</table:table>"


def row_of(cells: Iterable[tuple[BladKolom, Any]], suffix: str = "") -> str:
    written = "".join(cell(value, kolom, suffix) for kolom, value in cells)
    return f"<table:table-row>{written}</table:table-row>"


def cell(value: Any, kolom: BladKolom, suffix: str = "") -> str:
    """Write a cell with its kind: a text is a text, whatever it looks like."""
    look = f"{STYLES.get(kolom.soort, 'tekst')}{suffix}"
    if value is None:
        return f'<table:table-cell table:style-name="{look}"/>'
    if isinstance(value, str):
        return text_cell(value, f"tekst{suffix}")
    if isinstance(value, Gedrukt):
        return number_cell(value.waarde, stijlen.printed_name(value), value.is_procent)
    if isinstance(value, date):
        day = value.isoformat()
        kind = f'office:value-type="date" office:date-value="{day}"'
        return f'<table:table-cell table:style-name="{look}" {kind}><text:p>{day}</text:p></table:table-cell>'
    return number_cell(value, look, kolom.soort is CelSoort.PROCENT)


def number_cell(value: float, look: str, is_share: bool) -> str:
    kind = "percentage" if is_share else "float"
    said = f'table:style-name="{look}" office:value-type="{kind}" office:value="{value!r}"'
    return f"<table:table-cell {said}><text:p>{value!r}</text:p></table:table-cell>"


def text_cell(text: str, look: str, link: str = "") -> str:
    """Write a text, each of its lines as one; `link`: the sheet that it leads to."""
    lines = [said(line) for line in text.split("\n")]
    if link:
        target = attr(f"#{quoted(link)}.A1")
        lines = [f'<text:a xlink:type="simple" xlink:href={target}>{line}</text:a>' for line in lines]
    shown = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return f'<table:table-cell table:style-name="{look}" office:value-type="string">{shown}</table:table-cell>'


def said(text: str) -> str:
    """Write a text as XML has it; of blanks that follow each other none is lost."""
    found = escape(text.translate(NO_SIGNS)).replace("\t", "<text:tab/>")
    return found.replace("  ", " <text:s/>")


def text_sheet(naam: str, regels: Sequence[Tekstregel]) -> str:
    """Write a sheet of text: what each line is about, and beside that what it says."""
    columns = '<table:table-column table:style-name="k32"/><table:table-column table:style-name="k95"/>'
    rows = []
    for place, regel in enumerate(regels):
        look = ("titel" if place == 0 else "kopje") if regel.is_kop else "link" if regel.blad else "naam"
        first = text_cell(regel.naam, look, regel.blad) if regel.naam else EMPTY
        second = text_cell(regel.tekst, "tekst") if regel.tekst else EMPTY
        rows.append(f"<table:table-row>{first}{second}</table:table-row>")
    return f'<table:table table:name={attr(naam)} table:style-name="blad">{columns}{"".join(rows)}</table:table>'


def database_range(blad: Werkblad) -> str:
    """Mark the table, so that it can be filtered, and called by its name."""
    last = f"{xl_col_to_name(blad.width - 1)}{max(len(blad.rijen), 1) + 1}"
    area = f"{quoted(blad.naam)}.A1:{quoted(blad.naam)}.{last}"
    said = f'table:name={attr(blad.table_name)} table:display-filter-buttons="true" table:target-range-address={attr(area)}'
    return f"<table:database-range {said}/>"


def settings(omslag: Omslag, bladen: Sequence[Werkblad]) -> str:
    """Keep the headings in sight, and the names at the left."""
    tables = "".join(stijlen.frozen(quoteattr(blad.naam), blad.stays) for blad in bladen)
    return stijlen.SETTINGS.format(tables=tables)


def meta(omslag: Omslag, made_at: datetime) -> str:
    moment = made_at.isoformat(timespec="seconds")
    return stijlen.META.format(titel=escape(omslag.titel), bron=escape(omslag.bron), moment=moment)


def manifest(charts: int) -> str:
    entries = [stijlen.entry("/", MEDIA)]
    entries += [stijlen.entry(name, "text/xml") for name in ("content.xml", "styles.xml", "settings.xml", "meta.xml")]
    for number in range(1, charts + 1):
        entries.append(stijlen.entry(f"Object {number}/", "application/vnd.oasis.opendocument.chart"))
        entries += [stijlen.entry(f"Object {number}/{name}", "text/xml") for name in ("content.xml", "styles.xml")]
    return stijlen.MANIFEST.format(entries="".join(entries))


def attr(text: str) -> str:
    return quoteattr(text.translate(NO_SIGNS))


def quoted(naam: str) -> str:
    """Return the name of a sheet as it stands in the address of a cell."""
    return "'" + naam.replace("'", "''") + "'"
