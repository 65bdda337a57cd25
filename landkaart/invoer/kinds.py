"""What the name of a file says: whether it is a table, or looks like one, and what to do with a kind that is not read."""

import re
from difflib import get_close_matches
from pathlib import Path

from landkaart.invoer.tables import TABLES

SUFFIXES = (".csv", ".xlsx")
KNOWN = f"{', '.join(list(TABLES)[:-1])} en {list(TABLES)[-1]}, elk als .csv of .xlsx."
AS_XLSX = "kies Opslaan als, en dan ‘Excel-werkmap (.xlsx)’."
IN_LIBREOFFICE = "Open hem in LibreOffice, kies Opslaan als, en dan ‘Excel 2007-365 (.xlsx)’."
# What to do with a kind of file that is not read, by how its name ends.
OTHERWISE = {
    ".xls": f"een .xls is van een oud Excel. Open hem in Excel en {AS_XLSX}",
    ".xlsm": f"een .xlsm heeft macro’s. Open hem in Excel en {AS_XLSX}",
    ".xlsb": f"een .xlsb wordt niet gelezen. Open hem in Excel en {AS_XLSX}",
    ".xltx": f"een .xltx is een sjabloon. Open hem in Excel en {AS_XLSX}",
    ".ods": f"een .ods wordt niet gelezen. {IN_LIBREOFFICE}",
    ".fods": f"een .fods wordt niet gelezen. {IN_LIBREOFFICE}",
    ".numbers": "een .numbers wordt niet gelezen. Open hem in Numbers en kies Exporteer naar, en dan Excel.",
    ".txt": "een .txt wordt niet gelezen. Open hem in Excel en bewaar hem als ‘CSV UTF-8’.",
    ".tsv": "een .tsv wordt niet gelezen. Open hem in Excel en bewaar hem als ‘CSV UTF-8’.",
    ".zip": "een .zip wordt niet gelezen. Pak hem eerst uit.",
    ".pdf": "een pdf wordt niet gelezen. Vraag om het bestand waar hij van gemaakt is.",
}
DEFAULT = "alleen .csv en .xlsx worden gelezen. Bewaar het bestand als een van die twee."
# Files in which a table may stand, whatever they are called.
TABULAR = (*SUFFIXES, *(suffix for suffix in OTHERWISE if suffix not in (".zip", ".pdf")), "")
# What programs leave beside a file that is open, and what systems leave in a folder.
LEFT_BEHIND = re.compile(r"~\$.*|\.~lock\..*#|\..*|thumbs\.db|desktop\.ini|.*\.tmp", re.IGNORECASE)


def is_known(path: Path) -> bool:
    """Say whether a name is that of a table that can be read."""
    return table_named(path) in TABLES and path.suffix.lower() in SUFFIXES


def table_named(path: Path) -> str:
    return path.stem.lower()


def looks_like(path: Path) -> str | None:
    """Return the table that a name means to be, for all that was added or misspelled: "scores (1).csv", "Werkplein.xls"."""
    naam = path.name.lower().partition(".")[0].strip()
    if naam in TABLES:
        return naam
    if path.suffix.lower() not in TABULAR:
        return None
    words = re.findall(r"[a-z]+", naam.replace("ako_indicatie", "akoindicatie").replace("ako indicatie", "akoindicatie"))
    plain = {table.replace("_", ""): table for table in TABLES}
    for word in words:
        found = get_close_matches(word, plain, n=1, cutoff=0.8)
        if found:
            return plain[found[0]]
    return None


def is_left_behind(path: Path) -> bool:
    """Say whether a program or a system left this file, so that nobody means it to be read."""
    return LEFT_BEHIND.fullmatch(path.name) is not None


def what_to_do(path: Path) -> str:
    """Return what to do with a kind of file that is not read."""
    return OTHERWISE.get(path.suffix.lower(), DEFAULT)


def wrong_name(path: Path, table: str) -> str:
    """Return what to do with a file that looks like a table and is not called so, or is of a kind that is not read."""
    if path.suffix.lower() not in SUFFIXES:
        return f"dit lijkt de tabel {table}, maar is niet gelezen: {what_to_do(path)}"
    return f"dit lijkt de tabel {table}, maar heet niet zo. {other_name(path, table)}"


def other_name(path: Path, table: str) -> str:
    return f"Noem het bestand {table}{path.suffix.lower()}, of haal het uit de map."
