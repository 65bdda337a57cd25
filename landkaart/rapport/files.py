"""The tables of a tertaal as files: CSV as `docs/formaten.md` has it, CSV for a Dutch Excel, one workbook, one zip."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd

from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import tables
from landkaart.rapport.prognose import prognose_of
from landkaart.rapport.workbook import workbook

# A spreadsheet would take a text that begins with one of these for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

TABLES: dict[str, tuple[str, Callable[[Tertaalbeeld], pd.DataFrame]]] = {
    "tabel2_fasen": ("Tabel 2 Fasen", lambda beeld: tables.table2(beeld.stand)),
    "tabel3_mijlpalen": ("Tabel 3 Mijlpalen", lambda beeld: tables.table3(beeld.stand)),
    "tabel4_historie": ("Tabel 4 Historie", tables.table4),
    "vergelijking": ("Vergelijking", tables.vergelijking),
    "groen": ("Groen", tables.groen),
    "bijna_groen": ("Bijna groen", tables.bijna_groen),
    "achterblijvers": ("Achterblijvers", tables.achterblijvers),
    "actualiteit": ("Actualiteit", tables.actualiteit),
    "drijfveren": ("Drijfveren", tables.drijfveren),
    "overgangen": ("Overgangen", tables.overgangen),
}

# On their own page only: no part of an export, whose files are as docs/formaten.md lists them.
PAGE_ONLY = {"prognose": ("Prognose", prognose_of)}


def workbook_name(beeld: Tertaalbeeld) -> str:
    return f"landkaart-{beeld.tertaal}.xlsx"


def zip_name(beeld: Tertaalbeeld) -> str:
    return f"landkaart-{beeld.tertaal}.zip"


def files_of(beeld: Tertaalbeeld) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file of the export, one at a time: as many as `TABLES` has, and the workbook."""
    for name, (_, table) in TABLES.items():
        yield f"{name}.csv", csv_text(table(beeld)).encode()
    yield workbook_name(beeld), workbook_of(beeld)


def workbook_of(beeld: Tertaalbeeld) -> bytes:
    return workbook(beeld, {title: table(beeld) for title, table in TABLES.values()})


def zip_of(beeld: Tertaalbeeld) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files_of(beeld):
            # The moment of making is left out, so that the same data give the same bytes.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def write_files(beeld: Tertaalbeeld, folder: Path) -> Iterator[Path]:
    """Write them into a folder that is made when it is not there; yield each when it is written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files_of(beeld):
        (folder / name).write_bytes(content)
        yield folder / name


def csv_text(table: pd.DataFrame) -> str:
    """Write a table with comma, `\
    ` and ISO dates; empty where there is no figure. No text in it turns into a formula.
    """
    return without_formulas(table).to_csv(index=False, lineterminator="\n")


def csv_for_excel(table: pd.DataFrame) -> bytes:
    """Write what a Dutch Excel opens by itself: semicolons, CR LF and a byte order mark."""
    return without_formulas(table).to_csv(index=False, sep=";", lineterminator="\r\n").encode("utf-8-sig")


def without_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """Put an apostrophe before every text that a spreadsheet would take for a formula."""

    def guard(value: object) -> object:
        return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value

    texts: list[str] = list(table.select_dtypes(include="str").columns)
    return table.assign(**{column: table[column].map(guard, na_action="ignore") for column in texts})
