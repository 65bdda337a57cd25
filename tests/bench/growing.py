"""A rerun of each page on a landkaart a hundred times as large, beside its own on one of 127 werkpleinen."""

from pathlib import Path

from db import models
from db.actions.demo import BEGIN
from db.engine import write_session
from db.queries.clock import OFFSET
from landkaart.domein.clock import offset_to
from landkaart.domein.tertaal import Tertaal
from landkaart.settings import ROOT
from pages.contents import entries
from tests.bench.landkaarten import choose, large_landkaart, tertalen_until
from tests.bench.measure import Measurement, compare
from tests.bench.rerunning import address_of, click, role_of, tokens
from tests.bench.servers import Visit, server

COPIES, GOAL = 100, 2
# A prognose asks for three.
TERTALEN = tertalen_until(Tertaal(2009, 2), 3)


def measure(folder: Path) -> list[Measurement]:
    choose(large_landkaart(folder / "klein.db", TERTALEN, 1))
    open_uitvraag()
    few = tokens()
    with server(ROOT, "app.py") as small:
        choose(large_landkaart(folder / "groot.db", TERTALEN, COPIES))
        open_uitvraag()
        many = tokens()
        with server(ROOT, "app.py") as large:
            return [measure_page(entry, (large, many[role_of(entry)]), (small, few[role_of(entry)])) for entry in entries()]


def open_uitvraag() -> None:
    """On the day of the landkaart of 2009 there is something to fill in."""
    with write_session() as session:
        session.add(models.Instelling(sleutel=OFFSET, waarde=str(offset_to(BEGIN).total_seconds())))


def measure_page(entry, ours: tuple[int, str], reference: tuple[int, str]) -> Measurement:
    acts = [click(Visit(port, token, **address_of(entry))) for port, token in (ours, reference)]
    return compare(f"herhalen: {entry.title}, 12.700 werkpleinen naast 127", *acts, goal=GOAL, times=9)
