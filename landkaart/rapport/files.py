"""The tables of a tertaal as files: CSV as `docs/formaten.md` has it, CSV for a Dutch Excel, one workbook, one zip."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time
from pathlib import Path

import pandas as pd

from landkaart.domein.achterblijvers import STANDAARD
from landkaart.domein.bijlagen import GEEN, Bijlagen
from landkaart.domein.kengetal_controles import controles
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import kengetallen, tables
from landkaart.rapport.csv_texts import csv_text
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import FILE, OORDELEN, Gemaakt, Getoond, herkomst_of, living_herkomst
from landkaart.rapport.kengetal_text import controles_file
from landkaart.rapport.plan import plan_file
from landkaart.rapport.prognose import prognose_of
from landkaart.rapport.uitslag import file_table as uitslag_file
from landkaart.rapport.werkbladen.blad import Werkblad
from landkaart.rapport.werkbladen.bladen import bladen
from landkaart.rapport.werkbladen.ods import ods_of
from landkaart.rapport.werkbladen.voorblad import Omslag, omslag_of
from landkaart.rapport.werkbladen.xlsx import xlsx_of

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

# Written into a zip on whatever machine it is packed.
UNIX = 3
# These lay the tertaal beside an earlier one.
COMPARED = ("vergelijking", "drijfveren", "overgangen")
# On their own page only: no part of an export, whose files are as docs/formaten.md lists them.
PAGE_ONLY = {"prognose": ("Prognose", prognose_of)}


def workbook_name(beeld: Tertaalbeeld) -> str:
    return export_name(beeld, "xlsx")


def ods_name(beeld: Tertaalbeeld) -> str:
    return export_name(beeld, "ods")


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


def files_of(
    beeld: Tertaalbeeld, gemaakt: Gemaakt, bijlagen: Bijlagen = GEEN, *, with_herkomst: bool = False
) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file of the export, one at a time: each table as CSV, and all in a workbook.

    `with_herkomst`: below each CSV too, which then no longer is a table alone.
    """
    for name, (_, table) in TABLES.items():
        found = herkomst_of(beeld, gemaakt, shown_in(beeld, name)) if with_herkomst else None
        yield f"{name}.csv", csv_text(table(beeld), found).encode()
    for name, beside in beside_tables(beeld, bijlagen).items():
        living = living_herkomst(gemaakt, Getoond(), beeld.tertaal) if with_herkomst else None
        yield f"{name}.csv", csv_text(beside, living).encode()
    sheets = sheets_of(beeld, gemaakt, bijlagen)
    yield workbook_name(beeld), xlsx_of(*sheets)
    yield ods_name(beeld), ods_of(*sheets)


def all_tables(beeld: Tertaalbeeld, bijlagen: Bijlagen) -> dict[str, pd.DataFrame]:
    """Return every table of the export, by the name of its file."""
    return {name: table(beeld) for name, (_, table) in TABLES.items()} | beside_tables(beeld, bijlagen)


def beside_tables(beeld: Tertaalbeeld, bijlagen: Bijlagen) -> dict[str, pd.DataFrame]:
    """Return, by the name of its file, each table of what stands beside the landkaart, as far as there is any."""
    found: dict[str, pd.DataFrame] = {}
    if beeld.indicaties:
        found["indicaties"] = tables.indicaties(beeld)
    if bijlagen.uitslagen:
        found["vraag_antwoorden"] = uitslag_file(bijlagen.uitslagen, beeld.namen)
    if bijlagen.kengetallen:
        found["kengetallen"] = kengetallen.file_table(beeld.tertaal, bijlagen.kengetallen)
        found["controles"] = controles_file(controles(bijlagen.kengetallen))
    if bijlagen.plan:
        found["plan_van_aanpak"] = plan_file(bijlagen.plan)
    return found


def shown_in(beeld: Tertaalbeeld, name: str = "") -> Getoond:
    """Return what a table shows; without a name, what all of them do together."""
    compared = {"Vergeleken met": str(beeld.vergeleken_met)} if name in ("", *COMPARED) else {}
    judged = name in ("", "achterblijvers")
    return Getoond(compared, regel=STANDAARD.zin if judged else "", levend=OORDELEN if judged else "")


def workbook_of(beeld: Tertaalbeeld, gemaakt: Gemaakt, bijlagen: Bijlagen = GEEN) -> bytes:
    return xlsx_of(*sheets_of(beeld, gemaakt, bijlagen))


def spreadsheet_of(beeld: Tertaalbeeld, gemaakt: Gemaakt, bijlagen: Bijlagen = GEEN) -> bytes:
    return ods_of(*sheets_of(beeld, gemaakt, bijlagen))


def sheets_of(beeld: Tertaalbeeld, gemaakt: Gemaakt, bijlagen: Bijlagen) -> tuple[Omslag, list[Werkblad], datetime]:
    """Return all that a workbook is written of; as its moment of making the closing, so that the same data are the same."""
    found = bladen(beeld, bijlagen)
    return omslag_of(beeld, found, herkomst_of(beeld, gemaakt, shown_in(beeld))), found, made_at(beeld)


def made_at(beeld: Tertaalbeeld) -> datetime:
    """Return the closing, without a zone as spreadsheets have it."""
    if beeld.uitvraag:
        return beeld.uitvraag.sluit.replace(tzinfo=None)
    return datetime.combine(beeld.tertaal.ended, time())


def zip_of(beeld: Tertaalbeeld, gemaakt: Gemaakt, bijlagen: Bijlagen = GEEN) -> bytes:
    herkomst = herkomst_of(beeld, gemaakt, shown_in(beeld))
    return zipped([*files_of(beeld, gemaakt, bijlagen), (FILE, herkomst.text.encode())])


def zipped(files: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return files packed, each with its name; without the moment of packing, so that the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in files:
            info = zipfile.ZipInfo(name)
            info.create_system = UNIX
            archive.writestr(info, content, method)
    return packed.getvalue()


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
    """Write them into a folder that is made when it is not there; yield each when it is written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (folder / name).write_bytes(content)
        yield folder / name
