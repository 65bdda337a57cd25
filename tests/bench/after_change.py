"""What each page asks of the database in its first run after somebody submitted, counted: statements, and steps of SQLite.

A count says the same on a busy machine. A step is a hundred instructions of SQLite's own machine: it grows with the rows
that are read. On 127 werkpleinen and on ten times as many, each with an invulling in 15 tertalen, while the 16th runs:
steps must not grow faster than the data.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event

from db.act import begin_act
from db.actions.momentopnamen import freeze
from db.engine import engines
from landkaart.domein.band import Band
from landkaart.domein.rechten import operator
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.settings import database_url
from pages.contents import entries
from tests.bench.growing import open_uitvraag
from tests.bench.landkaarten import choose, large_landkaart, tertalen_until
from tests.bench.measure import Measurement
from tests.bench.rerunning import CHOSEN, role_of
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.clocks import believe_clock
from tests.steps.drive import visit
from tests.steps.small_landkaart import submit_all

TERTALEN, RUNNING = tertalen_until(Tertaal(2009, 2), 15), Tertaal(2009, 3)
COPIES, GROWTH, GOAL = 10, 10, 1
INSTRUCTIONS = 100


@dataclass
class Work:
    """What was asked of the database."""

    statements: int = 0
    steps: int = 0


def measure(folder: Path) -> list[Measurement]:
    small, large = (after_a_submission(folder / f"{copies}.db", copies) for copies in (1, COPIES))
    return [
        Measurement(
            f"na een indiening: {name}, {found.statements} vragen; 10 x de werkpleinen naast 10 x het werk",
            large[name].steps,
            GROWTH * max(found.steps, 1),
            GOAL,
            "stappen",
        )
        for name, found in small.items()
    ]


def after_a_submission(file: Path, copies: int) -> dict[str, Work]:
    """Every page in turn: seen, then something is submitted, then seen again, which is what counts."""
    prepare(file, copies)
    by = who_has(open_session(make_account(Rol.WERKPLEIN, ["harderwijk"]))).gebruiker
    found = {}
    for number, entry in enumerate(entries()):
        rol = role_of(entry)
        own = ["harderwijk"] if rol is Rol.WERKPLEIN else []
        at = visit(entry.screen, rol=rol, werkpleinen=own, **CHOSEN.get(entry.screen, {}))
        submit_all(Band(number % 4), werkplein="harderwijk", tertaal=RUNNING, by=by)
        with counted() as work:
            at.run()
        if at.exception:
            raise RuntimeError(f"{entry.title}: {at.exception}")
        found[entry.title] = work
    return found


def prepare(file: Path, copies: int) -> None:
    # The clock first: what is brought in before it is set would lie in its future.
    choose(file)
    open_uitvraag()
    choose(large_landkaart(file, TERTALEN, copies))
    believe_clock()
    with begin_act(operator()) as act:
        freeze(act.by_clock())


@contextmanager
def counted() -> Iterator[Work]:
    """Count what the reader of this database is asked."""
    work, reader = Work(), engines(database_url())[0]

    def asked(*given: Any) -> None:
        work.statements += 1

    def step() -> int:
        work.steps += 1
        return 0

    def begin(connection: Any, *given: Any) -> None:
        connection.set_progress_handler(step, INSTRUCTIONS)

    ways: list[tuple[str, Callable[..., None]]] = [("before_cursor_execute", asked), ("checkout", begin)]
    for name, act in ways:
        event.listen(reader, name, act)
    try:
        yield work
    finally:
        for name, act in ways:
            event.remove(reader, name, act)
