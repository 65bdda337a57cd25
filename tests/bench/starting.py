"""How long a server with everything still to be frozen takes until it answers, as after a first import."""

from pathlib import Path
from time import perf_counter

from landkaart.domein.tertaal import Tertaal
from landkaart.settings import ROOT
from tests.bench.landkaarten import choose, large_landkaart, tertalen_until
from tests.bench.measure import Measurement
from tests.bench.servers import server

COPIES, LIMIT = 10, 5.0
TERTALEN = tertalen_until(Tertaal(2009, 2), 15)


def measure(folder: Path) -> list[Measurement]:
    """Wall clock, beside the limit: only on a quiet machine."""
    choose(large_landkaart(folder / "groot.db", TERTALEN, COPIES))
    begin = perf_counter()
    with server(ROOT, "app.py"):
        taken = perf_counter() - begin
    return [Measurement("start: 1.270 werkpleinen, 15 tertalen vast te stellen, tot het eerste antwoord", taken, LIMIT, 1)]
