"""The tables of a tertaal as files: CSV as `docs/formaten.md` has it, CSV for a Dutch Excel, one workbook, one zip."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pandas as pd

from landkaart.domein.achterblijvers import STANDAARD
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import tables
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import FILE, OORDELEN, Gemaakt, Getoond, Herkomst, herkomst_of
from landkaart.rapport.prognose import prognose_of
from landkaart.rapport.workbook import workbook

# A spreadsheet would take a text that begins with one of these for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

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

# These lay the tertaal beside an earlier one.
COMPARED = ("vergelijking", "drijfveren", "overgangen")
# On their own page only: no part of an export, whose files are as docs/formaten.md lists them.
PAGE_ONLY = {"prognose": ("Prognose", prognose_of)}


def workbook_name(beeld: Tertaalbeeld) -> str:
    return export_name(beeld, "xlsx")


def zip_name(beeld: Tertaalbeeld) -> str:
    return export_name(beeld, "zip")


def export_name(beeld: Tertaalbeeld, kind: str) -> str:
    """Write "landkaart-2009-2.xlsx"; with another comparison than the usual "landkaart-2009-2-met-2008-1.xlsx"."""
    return file_name("landkaart", beeld.tertaal, comparison(beeld) | edition_asked(beeld), kind)


def edition_asked(beeld: Tertaalbeeld) -> dict[str, str]:
    """Return which edition it is, as it stands in an address; the first one has its address without."""
    return {"editie": str(beeld.editie)} if beeld.heruitgave else {}


def comparison(beeld: Tertaalbeeld) -> dict[str, str]:
    """Return with what it is compared, as it stands in an address, where that is not the tertaal before."""
    return {"met": str(beeld.met)} if beeld.met else {}


def files_of(beeld: Tertaalbeeld, gemaakt: Gemaakt, *, with_herkomst: bool = False) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file of the export, one at a time: as many as `TABLES` has, and the workbook.

    `with_herkomst`: below each CSV too, which then no longer is a table alone.
    """
    for name, (_, table) in TABLES.items():
        found = herkomst_of(beeld, gemaakt, shown_in(beeld, name)) if with_herkomst else None
        yield f"{name}.csv", csv_text(table(beeld), found).encode()
    yield workbook_name(beeld), workbook_of(beeld, gemaakt)


def shown_in(beeld: Tertaalbeeld, name: str = "") -> Getoond:
    """Return what a table shows; without a name, what all of them do together."""
    compared = {"Vergeleken met": str(beeld.vergeleken_met)} if name in ("", *COMPARED) else {}
    judged = name in ("", "achterblijvers")
    return Getoond(compared, regel=STANDAARD.zin if judged else "", levend=OORDELEN if judged else "")


def workbook_of(beeld: Tertaalbeeld, gemaakt: Gemaakt) -> bytes:
    herkomst = herkomst_of(beeld, gemaakt, shown_in(beeld))
    return workbook(beeld, {title: table(beeld) for title, table in TABLES.values()}, herkomst)


def zip_of(beeld: Tertaalbeeld, gemaakt: Gemaakt) -> bytes:
    herkomst = herkomst_of(beeld, gemaakt, shown_in(beeld))
    return zipped([*files_of(beeld, gemaakt), (FILE, herkomst.text.encode())])


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files packed, each with its name; without the moment of packing, so that the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def write_files(beeld: Tertaalbeeld, folder: Path, gemaakt: Gemaakt, *, with_herkomst: bool = False) -> Iterator[Path]:
    """Write them into a folder that is made when it is not there; yield each when it is written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files_of(beeld, gemaakt, with_herkomst=with_herkomst):
        (folder / name).write_bytes(content)
        yield folder / name


def csv_text(table: pd.DataFrame, herkomst: Herkomst | None = None) -> str:
    """Write a table with comma, `\\n` and ISO dates; empty where there is no figure. No text in it turns into a formula.

    `herkomst`: stands below it, after an empty line.
    """
    return written(table, herkomst, sep=",", lineterminator="\n")


def csv_for_excel(table: pd.DataFrame, herkomst: Herkomst | None = None) -> bytes:
    """Write what a Dutch Excel opens by itself: semicolons, CR LF and a byte order mark; the rest as in `csv_text`."""
    return written(table, herkomst, sep=";", lineterminator="\r\n").encode("utf-8-sig")


def written(table: pd.DataFrame, herkomst: Herkomst | None, *, sep: str, lineterminator: str) -> str:
    text = without_formulas(table).to_csv(index=False, sep=sep, lineterminator=lineterminator)
    if herkomst is None:
        return text
    below = without_formulas(pd.DataFrame(herkomst.velden.items(), columns=["wat", "tekst"], dtype="str"))
    return text + lineterminator + below.to_csv(index=False, header=False, sep=sep, lineterminator=lineterminator)


def without_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """Put an apostrophe before every text that a spreadsheet would take for a formula."""
    texts: list[str] = list(table.select_dtypes(include="str").columns)
    return table.assign(**{column: table[column].map(guard, na_action="ignore") for column in texts})


def guard(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value
