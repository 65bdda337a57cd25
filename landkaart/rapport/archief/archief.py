"""An edition as one zip: the report, every table, what is in them, where they come from, and checksums."""

import zipfile
from collections.abc import Mapping
from hashlib import sha256

from landkaart.domein.bijlagen import Bijlagen
from landkaart.domein.fouten import Fout
from landkaart.domein.momentopname import Editie
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.programma.namen import NAAM, TERTAAL_KOP
from landkaart.rapport.archief.beschrijving import TabelBeschrijving, describe
from landkaart.rapport.archief.datapackage import FILE as DATAPACKAGE
from landkaart.rapport.archief.datapackage import datapackage
from landkaart.rapport.archief.leesmij import FILE as LEESMIJ
from landkaart.rapport.archief.leesmij import leesmij
from landkaart.rapport.csv_texts import csv_text
from landkaart.rapport.file_names import file_name
from landkaart.rapport.files import all_tables, zipped
from landkaart.rapport.herkomst import FILE as HERKOMST
from landkaart.rapport.rapportage.making import RapportSoort, rapport_name
from landkaart.rapport.rapportage.rapport import stempel

FOLDER, SUMS = "tabellen", "SHA256SUMS"


class NietVastgesteld(Fout):
    """Only what is fixed can be kept for later."""


def archief_of(found: RapportGegevens, bijlagen: Bijlagen, rapport: bytes) -> bytes:
    """Return the archive; the same data give the same bytes, whenever and by whomever it is made. `rapport`: as PDF.

    Nothing is compressed: what a library makes smaller, another version of it makes smaller in another way.

    Raises NietVastgesteld.
    """
    editie, files, described = require_edition(found), {rapport_name(found, RapportSoort.PDF): rapport}, {}
    for naam, table in all_tables(found.beeld, bijlagen).items():
        path = f"{FOLDER}/{naam}.csv"
        files[path], described[path] = csv_text(table).encode(), describe(naam, table.columns)
    files |= beside(found, editie, described, files)
    sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    return zipped([*files.items(), (SUMS, sums.encode())], zipfile.ZIP_STORED)


def beside(
    found: RapportGegevens, editie: Editie, described: Mapping[str, TabelBeschrijving], files: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return what says what the files are, for people and for programs, and where they come from."""
    said, titel = stempel(found), f"Archief van de {NAAM}, {found.beeld.tertaal}, editie {editie.nummer}"
    lines = "".join(f"{name}: {tekst}\n" for name, tekst in said)
    package = archief_name(found).removesuffix(".zip")
    return {
        HERKOMST: lines.encode(),
        LEESMIJ: leesmij(titel, said, rapport_name(found, RapportSoort.PDF), described),
        DATAPACKAGE: datapackage(package, titel, found.gedateerd.isoformat(timespec="seconds"), described, files),
    }


def require_edition(found: RapportGegevens) -> Editie:
    """Return the edition that is archived.

    Raises NietVastgesteld.
    """
    if found.editie is None:
        raise NietVastgesteld(
            f"{TERTAAL_KOP} {found.beeld.tertaal} is niet vastgesteld. Een archief is er alleen van cijfers die niet meer "
            "veranderen: na de sluiting van de uitvraag."
        )
    return found.editie


def archief_name(found: RapportGegevens) -> str:
    """Write "archief-2009-2.zip", and of a later edition "archief-2009-2-editie-2.zip".

    Raises NietVastgesteld.
    """
    nummer = require_edition(found).nummer
    return file_name("archief", found.beeld.tertaal, {} if nummer == 1 else {"editie": str(nummer)}, "zip")
