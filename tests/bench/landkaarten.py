"""The databases to measure on: files of their own, bare connections beside ours."""

import csv
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from pysqlite3 import dbapi2

from db import sqlite
from db.act import begin_act
from db.actions.aanleveringen import import_aanlevering
from db.actions.demo import FOLDER, load_demo
from db.engine import close, engines
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import read_paths


def choose(file: Path) -> str:
    """From here on the program works on this file, which is made and migrated if it is not there; its address."""
    os.environ["DATABASE_URL"] = address = f"sqlite:///{file}"
    engines(address)
    return address


@contextmanager
def chosen(file: Path) -> Iterator[Path]:
    address = choose(file)
    yield file
    close(address)


def landkaart_2009(file: Path) -> Path:
    with chosen(file), begin_act(operator()) as act:
        load_demo(act)
    return file


def random_landkaart(file: Path, tertalen: Sequence[Tertaal]) -> Path:
    """Every werkplein of 2009 with an invulling in each of these tertalen."""
    bring_in(file, random_delivery(file.with_suffix(""), tertalen))
    return file


def large_landkaart(file: Path, tertalen: Sequence[Tertaal], copies: int) -> Path:
    """Every werkplein of 2009 so many times; a tertaal at a time, because a file has its largest size."""
    for number, tertaal in enumerate(tertalen):
        bring_in(file, random_delivery(file.with_name(f"{file.stem}-{tertaal}"), [tertaal], copies, seed=number))
    return file


def bring_in(file: Path, delivery: Path) -> None:
    with chosen(file), begin_act(operator()) as act:
        read = read_paths([delivery])
        import_aanlevering(act, aanlevering=read)


def random_delivery(folder: Path, tertalen: Sequence[Tertaal], copies: int = 1, seed: int = 3) -> Path:
    """The files of 2009, with other scores, and every werkplein so many times."""
    shutil.copytree(FOLDER, folder)
    werkpleinen = copy_werkpleinen(folder / "werkpleinen.csv", copies)
    bands = iter(np.random.default_rng(seed).integers(0, len(Band), len(werkpleinen) * len(tertalen) * 14))
    with (folder / "scores.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["werkplein", "tertaal", "ingevuld_op", "mijlpaal", "band", "toelichting"])
        for tertaal in tertalen:
            day = f"{tertaal.year}-{tertaal.number * 4:02}-15"
            for werkplein in werkpleinen:
                for mijlpaal in catalogus().codes:
                    writer.writerow([werkplein, tertaal, day, mijlpaal, Band(next(bands)).code, ""])
    return folder


def copy_werkpleinen(path: Path, copies: int) -> list[str]:
    """Their codes; each copy has a number behind its code and its naam."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = ("code", "naam")
    rows += [row | {name: f"{row[name]}-{number}" for name in names} for number in range(1, copies) for row in rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return [row["code"] for row in rows]


def tertalen_until(last: Tertaal, number: int) -> list[Tertaal]:
    return [last.before(steps) for steps in reversed(range(number))]


def bare_connection(file: Path, *, writes: bool) -> dbapi2.Connection:
    """As our engine opens one, without our engine."""
    connection = dbapi2.connect(str(file), isolation_level=None)
    for pragma in sqlite.PRAGMAS if writes else (*sqlite.PRAGMAS, "query_only=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection
