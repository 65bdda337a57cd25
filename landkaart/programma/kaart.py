"""The map of a programme: the outlines of its provinces, and where a werkplein can lie."""

import csv
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from landkaart.programma.tabel import Tabel
from landkaart.surroundings import CONTENT

NEDERLAND = CONTENT / "programma"
OMTREK, NAMEN = "kaart/provincies.json", "kaart/namen.csv"
COLUMNS = ["naam", "breedtegraad", "lengtegraad"]
# Where nobody lives, a map is turned too far to be looked at.
POLES = (-85, 85)


@dataclass(frozen=True)
class Kaart:
    """`bron`: what must stand below it; the others in degrees: `midden` north and east, the span of both, from and to."""

    bron: str
    midden: tuple[float, float]
    breedtegraad: tuple[float, float]
    lengtegraad: tuple[float, float]
    omtrek: Path
    namen: Path


def read_kaart(over: Tabel, folder: Path) -> Kaart:
    """Read the table [kaart]; without one it is the map of the Netherlands."""
    if "kaart" not in over.values:
        over = Tabel("[kaart]", tomllib.loads((NEDERLAND / "programma.toml").read_text(encoding="utf-8")), over.fouten)
        folder = NEDERLAND
    table = over.table("kaart")
    north, east = table.numbers("midden", -180, 180) or (0.0, 0.0)
    found = Kaart(
        table.text("bron"),
        (north, east),
        read_span(table, "breedtegraad", *POLES),
        read_span(table, "lengtegraad", -180, 180),
        folder / OMTREK,
        folder / NAMEN,
    )
    table.end()
    check_files(found, table)
    return found


def read_span(table: Tabel, name: str, low: float, high: float) -> tuple[float, float]:
    found = table.numbers(name, low, high)
    if found and not found[0] < found[1]:
        table.fault(f"‘{name}’ loopt van klein naar groot.")
    return found or (low, high)


def check_files(found: Kaart, table: Tabel) -> None:
    """Check that both files can be drawn; what cannot is written down as a fault."""
    try:
        shapes = json.loads(found.omtrek.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        shapes = {}
    if not isinstance(shapes, dict) or shapes.get("type") != "Topology" or "provincies" not in shapes.get("objects", {}):
        table.fault(f"{OMTREK} moet TopoJSON zijn, met een object ‘provincies’.")
    try:
        rows = list(csv.DictReader(found.namen.read_text(encoding="utf-8").splitlines()))
        degrees = [(float(row["breedtegraad"]), float(row["lengtegraad"])) for row in rows]
    except (OSError, KeyError, TypeError, ValueError):
        rows, degrees = [], []
    if not degrees or list(rows[0]) != COLUMNS:
        table.fault(f"{NAMEN} moet de kolommen {', '.join(COLUMNS)} hebben, met per provincie een regel.")
