"""The description of an archive for programs: a Data Package, with a Table Schema for each table (datapackage.org, 2.0)."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from landkaart.rapport.archief.beschrijving import KolomBeschrijving, KolomSoort, TabelBeschrijving
from landkaart.rapport.herkomst import SOURCE

FILE = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TYPES = {KolomSoort.GETAL: "integer", KolomSoort.DATUM: "date", KolomSoort.MOMENT: "datetime"}


def datapackage(
    naam: str, titel: str, made_at: str, tabellen: Mapping[str, TabelBeschrijving], files: Mapping[str, bytes]
) -> bytes:
    """Write it. `tabellen`: by the name of their file, `files`: everything that is described; `made_at`: ISO 8601."""
    resources = [described(name, content, tabellen.get(name)) for name, content in files.items()]
    package = {
        "$schema": PROFILE,
        "name": naam,
        "title": titel,
        "created": made_at,
        "sources": [{"title": SOURCE}],
        "resources": resources,
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def described(name: str, content: bytes, tabel: TabelBeschrijving | None) -> dict[str, Any]:
    """Return one file; of a table also what is in it."""
    stem, _, kind = name.rpartition("/")[2].rpartition(".")
    found = {
        "name": stem,
        "path": name,
        "format": kind,
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if tabel is None:
        return found
    return found | {
        "title": tabel.titel,
        "description": tabel.rij,
        "type": "table",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "header": True},
        "schema": {"fields": fields(tabel.kolommen), "missingValues": [""]},
    }


def fields(kolommen: Sequence[KolomBeschrijving]) -> list[dict[str, Any]]:
    """Return the columns of a table, in their order."""
    return [field(each) for each in kolommen]


def field(kolom: KolomBeschrijving) -> dict[str, Any]:
    """Return a column; `unit` is ours, which the standard leaves room for."""
    found: dict[str, Any] = {
        "name": kolom.naam,
        "type": TYPES.get(kolom.soort, "string"),
        "description": kolom.tekst,
    }
    if kolom.eenheid:
        found["unit"] = kolom.eenheid
    if kolom.codes:
        found["categories"] = [{"value": code, "label": label} for code, label in kolom.codes.items()]
    return found
