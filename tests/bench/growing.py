"""A rerun of each page on a landkaart a hundred times as large, beside its own on one of 127 werkpleinen."""

from pathlib import Path

from landkaart.domein.tertaal import Tertaal
from landkaart.settings import ROOT
from pages.contents import PAGES
from tests.bench.landkaarten import choose, large_landkaart, tertalen_until
from tests.bench.measure import Measurement, compare
from tests.bench.rerunning import address_of, click, role_of, tokens
from tests.bench.servers import Visit, server

COPIES, GOAL = 100, 2
# A prognose asks for three.
TERTALEN = tertalen_until(Tertaal(2009, 2), 3)


def measure(folder: Path) -> list[Measurement]:
    choose(large_landkaart(folder / "klein.db", TERTALEN, 1))
    few = tokens()
    with server(ROOT, "app.py") as small:
        choose(large_landkaart(folder / "groot.db", TERTALEN, COPIES))
        many = tokens()
        with server(ROOT, "app.py") as large:
            return [measure_page(entry, (large, many[role_of(entry)]), (small, few[role_of(entry)])) for entry in PAGES]


def measure_page(entry, ours: tuple[int, str], reference: tuple[int, str]) -> Measurement:
    acts = [click(Visit(port, token, **address_of(entry))) for port, token in (ours, reference)]
    return compare(f"herhalen: {entry.title}, 12.700 werkpleinen naast 127", *acts, goal=GOAL, times=9)
