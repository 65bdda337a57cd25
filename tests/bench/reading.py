"""The stand of one tertaal from SQLite: beside the bare SELECT of its rows, and with more tertalen in the file."""

import os
from pathlib import Path

from sqlalchemy import event

from db.engine import engines, read_session
from db.queries.stands import stand
from landkaart.domein.tertaal import Tertaal
from tests.bench.landkaarten import bare_connection, choose, chosen, random_landkaart, tertalen_until
from tests.bench.measure import Act, Measurement, compare, timed

LAST = Tertaal(2009, 3)


def measure(folder: Path) -> list[Measurement]:
    short = random_landkaart(folder / "kort.db", tertalen_until(LAST, 2))
    long = random_landkaart(folder / "lang.db", tertalen_until(LAST, 15))
    return [
        compare("lezen: stand van een tertaal, naast de kale SELECT", reader(long), bare(long), goal=2, times=300),
        compare("lezen: met 15 tertalen in het bestand, naast 2", reader(long), reader(short), goal=1.2, times=300),
    ]


def reader(file: Path) -> Act:
    address, act = choose(file), timed(read)

    def run() -> float:
        os.environ["DATABASE_URL"] = address
        return act()

    return run


def read() -> None:
    with read_session() as session:
        stand(session=session, tertaal=LAST)


def bare(file: Path) -> Act:
    query, parameters = query_of_stand(file)
    connection = bare_connection(file, writes=False)

    def select() -> None:
        connection.execute("BEGIN")
        connection.execute(query, parameters).fetchall()
        connection.execute("ROLLBACK")

    return timed(select)


def query_of_stand(file: Path) -> tuple[str, tuple]:
    """What our query becomes: the last thing that is asked of the database."""
    asked = []
    with chosen(file):
        engine = engines(os.environ["DATABASE_URL"])[0]

        def note(connection, cursor, statement, parameters, context, many):
            asked.append((statement, parameters))

        event.listen(engine, "before_cursor_execute", note)
        read()
        event.remove(engine, "before_cursor_execute", note)
    return asked[-1]
