"""127 x 5 invullingen from files into an empty database, beside the bare INSERTs of the very same rows."""

import shutil
from itertools import count
from pathlib import Path
from time import perf_counter

from sqlmodel import SQLModel

from db.act import begin_act
from db.actions.aanleveringen import import_aanlevering, reference_faults
from db.engine import read_session
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import read_paths
from tests.bench.landkaarten import bare_connection, chosen, random_delivery, tertalen_until
from tests.bench.measure import Act, Measurement, compare


def measure(folder: Path) -> list[Measurement]:
    delivery = random_delivery(folder / "aanlevering", tertalen_until(Tertaal(2009, 2), 5))
    with chosen(folder / "leeg.db") as empty:
        pass
    with chosen(copy(empty)) as full:
        bring_in(delivery)
    ours, reference = importer(empty, delivery), bare(empty, rows_of(full))
    return [compare("inlezen: 127 x 5 invullingen, naast de kale INSERTs", ours, reference, goal=3, times=20, warm_up=2)]


numbers = count()


def copy(file: Path) -> Path:
    return Path(shutil.copy(file, file.with_name(f"{next(numbers)}.db")))


def bring_in(delivery: Path) -> None:
    """What the command line does."""
    aanlevering = read_paths([delivery])
    with read_session() as session:
        assert not [*aanlevering.faults, *reference_faults(session=session, aanlevering=aanlevering)]
    with begin_act(operator()) as act:
        import_aanlevering(act, aanlevering=aanlevering)


def importer(empty: Path, delivery: Path) -> Act:
    def run() -> float:
        with chosen(copy(empty)):
            begin = perf_counter()
            bring_in(delivery)
            return perf_counter() - begin

    return run


def rows_of(file: Path) -> dict[str, list[tuple]]:
    """All there is, by table, what is referred to before what refers to it."""
    connection = bare_connection(file, writes=False)
    tables = [table.name for table in SQLModel.metadata.sorted_tables]
    found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    connection.close()
    return {name: rows for name, rows in found.items() if rows}


def bare(empty: Path, tables: dict[str, list[tuple]]) -> Act:
    orders = {name: f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})" for name, rows in tables.items()}

    def run() -> float:
        connection = bare_connection(copy(empty), writes=True)
        begin = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for name, rows in tables.items():
            connection.executemany(orders[name], rows)
        connection.execute("COMMIT")
        seconds = perf_counter() - begin
        connection.close()
        return seconds

    return run
