"""Moving a landkaart from one database to another, SQLite or PostgreSQL: table by table, and compared afterwards.

Each table arrives whole, in one transaction. What was broken off is taken up again where it was: a line in the new
database says from which landkaart it is being filled, and as long as that line stands nobody may use it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, Table, bindparam, func, select, text
from sqlmodel import SQLModel

import db.models  # noqa: F401
from db.engine import engines, file_of, parse
from db.in_use import is_in_use
from landkaart.domein.fouten import OngeldigBestand

# Told of the table, how many of its rows are done, and of how many.
Step = Callable[[str, int, int], None]
MARK = "verhuizing_van"
AT_ONCE = 5000
SETTINGS = SQLModel.metadata.tables["instelling"]
HALF = (
    "Deze database is nog niet helemaal gevuld: een verhuizing hierheen is afgebroken. Geef dezelfde opdracht nog eens: "
    "python -m landkaart verhuis"
)


@dataclass(frozen=True)
class Inhoud:
    """What a table holds: the number of its rows, and a sum over all their values in which their order does not count."""

    rijen: int
    som: int


def move(source: str, target: str, step: Step = lambda *_: None) -> Mapping[str, Inhoud]:
    """Fill an empty database with all that stands in another; return what both hold, by name of the table.

    `source`, `target`: addresses as in DATABASE_URL; a target that is not there is made.
    Raises OngeldigBestand when the target holds something else, when the source is in use or changed meanwhile, and when
    what arrived is not what left.
    """
    require_two(source, target)
    reader, writer = engines(source)[0], engines(target)[1]
    try:
        with reader.connect() as connection:
            require_whole(connection)
            wanted = contents(connection, "lezen", step)
            begin_or_go_on(writer, fingerprint(wanted))
            for table in tables():
                fill(connection, writer, table, wanted[table.name], step)
        require_equal(
            wanted, reader, "De landkaart is tijdens de verhuizing gewijzigd. Stop haar, maak een lege database", step
        )
        require_equal(wanted, writer, "Wat aankwam is niet wat vertrok. Maak een lege database", step)
        end(writer)
    finally:
        for address in (source, target):
            for engine in engines(address):
                engine.dispose()
    return wanted


def require_two(source: str, target: str) -> None:
    """Check that they are two databases and that no program has one of the files open.

    Raises OngeldigBestand.
    """
    if parse(source) == parse(target):
        raise OngeldigBestand("De landkaart staat daar al. Noem bij --naar een andere database.")
    for file in (file_of(source), file_of(target)):
        if file is not None and is_in_use(file):
            raise OngeldigBestand(f"{file} is in gebruik. Stop eerst de landkaart, en verhuis haar dan.")
    file = file_of(source)
    if file is not None and not file.exists():
        raise OngeldigBestand(f"{file} is er niet. Noem bij --van een database die er is.")


def require_whole(connection: Connection) -> None:
    """Check that a database is not one that is being filled.

    Raises OngeldigBestand.
    """
    if mark_of(connection) is not None:
        raise OngeldigBestand(HALF)


def mark_of(connection: Connection) -> str | None:
    """Return of which landkaart this database is being filled, None when it is not."""
    found: str | None = connection.scalar(select(SETTINGS.c.waarde).where(SETTINGS.c.sleutel == MARK))
    return found


def tables() -> Sequence[Table]:
    """Return all of them, each after those that its rows lean on."""
    return SQLModel.metadata.sorted_tables


def contents(connection: Connection, what: str, step: Step) -> dict[str, Inhoud]:
    """Count and add up every table, in the state that this transaction sees."""
    found = {}
    for number, table in enumerate(tables()):
        step(what, number, len(tables()))
        found[table.name] = content(connection, table)
    return found


def content(connection: Connection, table: Table) -> Inhoud:
    number = total = 0
    for rows in read(connection, table):
        for row in rows:
            number += 1
            total += int.from_bytes(sha256(repr(tuple(row.values())).encode()).digest()[:8])
    return Inhoud(number, total % 2**64)


def read(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """Read a table in parts, so that a large one is never in memory as a whole; the mark is no content."""
    query = select(table) if table is not SETTINGS else select(table).where(table.c.sleutel != MARK)
    with connection.execute(query.execution_options(stream_results=True, yield_per=AT_ONCE)) as found:
        for part in found.partitions():
            yield [dict(row._mapping) for row in part]


def fingerprint(found: Mapping[str, Inhoud]) -> str:
    """Return a few signs that are others as soon as anything in the landkaart is."""
    return sha256(repr(sorted(found.items(), key=lambda item: item[0])).encode()).hexdigest()[:32]


def begin_or_go_on(writer: Engine, source: str) -> None:
    """Mark an empty database as being filled with this landkaart; one that has that mark is gone on with.

    Raises OngeldigBestand for any other.
    """
    with writer.begin() as connection:
        mark = mark_of(connection)
        if mark == source:
            return
        if mark is not None:
            raise OngeldigBestand(
                "In deze database staat een deel van een andere landkaart. Noem bij --naar een lege database."
            )
        if any(rows_of(connection, table) for table in tables()):
            raise OngeldigBestand("In de database van --naar staat al iets. Noem een lege database.")
        connection.execute(SETTINGS.insert(), {"sleutel": MARK, "waarde": source})


def rows_of(connection: Connection, table: Table) -> int:
    found = connection.scalar(select(func.count()).select_from(table))
    return (found or 0) - int(table is SETTINGS and mark_of(connection) is not None)


def fill(source: Connection, writer: Engine, table: Table, wanted: Inhoud, step: Step) -> None:
    """Copy a table in one transaction; one that arrived before stays."""
    with writer.begin() as connection:
        if wanted.rijen and rows_of(connection, table):
            return
        for done, rows in enumerate(read(source, table)):
            step(table.name, done * AT_ONCE, wanted.rijen)
            insert(connection, table, rows)
        point_back(source, connection, table)


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows; a column that names another row of the same table waits until they are all there."""
    later = {key.parent.name for key in table.foreign_keys if key.column.table is table}
    connection.execute(table.insert(), [{name: None if name in later else row[name] for name in row} for row in rows])


def point_back(source: Connection, connection: Connection, table: Table) -> None:
    """Fill in what names another row of the same table."""
    for key in (key for key in table.foreign_keys if key.column.table is table):
        column, own = key.parent, key.column
        found = source.execute(select(own, column).where(column.is_not(None))).all()
        if found:
            statement = table.update().where(own == bindparam("eigen")).values({column.name: bindparam("ander")})
            connection.execute(statement, [{"eigen": one, "ander": other} for one, other in found])


def require_equal(wanted: Mapping[str, Inhoud], engine: Engine, otherwise: str, step: Step) -> None:
    """Check that a database holds this.

    Raises OngeldigBestand that begins with `otherwise` and names the tables that differ.
    """
    with engine.connect() as connection:
        found = contents(connection, "vergelijken", step)
    differ = [name for name, inhoud in wanted.items() if found[name] != inhoud]
    if differ:
        raise OngeldigBestand(f"{otherwise} en verhuis opnieuw. Het verschil zit in: {', '.join(differ)}.")


def end(writer: Engine) -> None:
    """Let the database be used: numbers go on after the last one, and the mark goes."""
    with writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            for table in tables():
                go_on_counting(connection, table)
        connection.execute(SETTINGS.delete().where(SETTINGS.c.sleutel == MARK))


def go_on_counting(connection: Connection, table: Table) -> None:
    """Have PostgreSQL give numbers that are not taken; SQLite looks at the rows themselves."""
    name = {"table": table.name}
    if "id" in table.c and connection.scalar(text("SELECT pg_get_serial_sequence(:table, 'id')"), name):
        highest = connection.scalar(select(func.max(table.c.id)))
        if highest is not None:
            order = text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :highest)")
            connection.execute(order, {**name, "highest": highest})
